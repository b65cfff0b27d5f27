import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { addCommittee } from '../../contract/committee/committees.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { DateField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { useUnsaved } from '../shared/forms/use-unsaved.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { type Chosen, CommitteeFinder } from './committee-finder.tsx';
import { DescribeFields, described } from './describe-fields.tsx';
import { sentences } from './sentences.ts';

const nothing = { name: '', rank: '', sector: '', code: '' };

/** Adds one committee below another, or at the top. */
export function AddCommittee() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [description, setDescription] = useState(nothing);
  const [superior, setSuperior] = useState<Chosen | null>(null);
  const [from, setFrom] = useState('');
  const unsaved = useUnsaved([description, superior, from]);
  const id = useNewId();
  const action = useAction(async () => {
    const body = {
      ...described(description),
      superiorId: superior?.id ?? null,
      from: from === '' ? null : from,
    };
    const reply = await call(connection, addCommittee, { body: { id: id.of(body), ...body } });
    if (!reply.ok) return reply;
    unsaved.keep();
    window.location.hash = hashTo(reply.value.id);
    return reply;
  });
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('toTree')}</a>
      </p>
      <ScreenTitle>{t('addCommittee')}</ScreenTitle>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void action.run();
        }}
      >
        <DescribeFields value={description} onInput={setDescription} />
        <CommitteeFinder label={t('superior')} none={t('noSuperior')} chosen={superior} onChoose={setSuperior} />
        <DateField label={t('from')} value={from} onInput={setFrom} />
        <FailureNote failure={action.failure} />
        <p>
          <button type="submit" class="main-button" disabled={action.busy}>
            {t('addCommittee')}
          </button>
        </p>
      </form>
    </>
  );
}
