import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import type { CommitteeView } from '../../contract/committee/committees.ts';
import { changeSuperior } from '../../contract/committee/tree.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { CheckField, DateField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { type Chosen, CommitteeFinder } from './committee-finder.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly committee: CommitteeView;
  readonly superior: Chosen | null;
}

/** Puts a committee under another superior from a day on. */
export function Move({ committee, superior }: Props) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const [target, setTarget] = useState<Chosen | null>(null);
  const [toTop, setToTop] = useState(false);
  const [on, setOn] = useState('');
  const action = useAction(async () => {
    const body = { from: superior?.id ?? null, to: toTop ? null : (target?.id ?? null), on };
    const reply = await call(connection, changeSuperior, { params: { committeeId: committee.id }, body });
    if (reply.ok) window.location.hash = hashTo(committee.id);
    return reply;
  });
  return (
    <section>
      <h2>{t('move')}</h2>
      <p>{superior === null ? t('standsAtTop') : t('standsUnder', { name: superior.name })}</p>
      {!toTop && <CommitteeFinder label={t('newSuperior')} chosen={target} onChoose={setTarget} />}
      <CheckField label={t('toTop')} value={toTop} onInput={setToTop} />
      <DateField label={t('effectiveOn')} hint={t('effectiveOnHint')} required value={on} onInput={setOn} />
      <FailureNote failure={action.failure} />
      <ConfirmButton
        label={t('move')}
        sentence={t('moveSentence', {
          name: committee.name,
          superior: toTop ? t('noSuperior') : (target?.name ?? ''),
          date: on === '' ? '' : showDate(language, on),
        })}
        yes={t('move')}
        disabled={on === '' || (!toTop && target === null)}
        busy={action.busy}
        onConfirm={() => void action.run()}
      />
    </section>
  );
}
