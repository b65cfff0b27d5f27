import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import type { CommitteeView } from '../../contract/committee/committees.ts';
import { dissolveCommittee } from '../../contract/committee/tree.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { DateField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

/** Ends a committee from a day on; a merger has a screen of its own. */
export function Dissolve({ committee }: { readonly committee: CommitteeView }) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const [on, setOn] = useState('');
  const action = useAction(async () => {
    const reply = await call(connection, dissolveCommittee, { params: { committeeId: committee.id }, body: { on } });
    if (reply.ok) window.location.hash = hashTo(committee.id);
    return reply;
  });
  return (
    <section>
      <h2>{t('dissolve')}</h2>
      <p class="quiet small">{t('dissolveHint')}</p>
      <DateField label={t('dissolvedOn')} hint={t('effectiveOnHint')} required value={on} onInput={setOn} />
      <FailureNote failure={action.failure} />
      <ConfirmButton
        label={t('dissolve')}
        sentence={t('dissolveSentence', { name: committee.name, date: on === '' ? '' : showDate(language, on) })}
        yes={t('dissolve')}
        disabled={on === ''}
        busy={action.busy}
        onConfirm={() => void action.run()}
      />
    </section>
  );
}
