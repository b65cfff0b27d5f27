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
  const { say, language } = useTranslation(sentences);
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
      <h2>{say('move')}</h2>
      <p>{superior === null ? say('standsAtTop') : say('standsUnder', { name: superior.name })}</p>
      {!toTop && <CommitteeFinder label={say('newSuperior')} chosen={target} onChoose={setTarget} />}
      <CheckField label={say('toTop')} value={toTop} onInput={setToTop} />
      <DateField label={say('effectiveOn')} hint={say('effectiveOnHint')} required value={on} onInput={setOn} />
      <FailureNote failure={action.failure} />
      <ConfirmButton
        label={say('move')}
        sentence={say('moveSentence', {
          name: committee.name,
          superior: toTop ? say('noSuperior') : (target?.name ?? ''),
          date: on === '' ? '' : showDate(language, on),
        })}
        yes={say('move')}
        disabled={on === '' || (!toTop && target === null)}
        busy={action.busy}
        onConfirm={() => void action.run()}
      />
    </section>
  );
}
