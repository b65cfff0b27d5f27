import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listFollowers } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { SelectField, TextField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { committeeText } from './committee-text.ts';
import type { NamedCommittee } from './provisions.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly issuerId: CommitteeId;
  readonly chosen: NamedCommittee | undefined;
  onChoose(committee: NamedCommittee | undefined): void;
}

/** Finds a committee that follows the issuer: some letters of its name, then a choice of those found. */
export function CommitteeFinder({ issuerId, chosen, onChoose }: Props) {
  const speech = useTranslation(sentences);
  const { say } = speech;
  const connection = useConnection();
  const [search, setSearch] = useState('');
  const found = useLoad(
    () => call(connection, listFollowers, { params: { committeeId: issuerId }, query: { search } }),
    [issuerId, search],
  );
  const list = found.state === 'ready' ? found.value : [];
  return (
    <>
      <TextField
        label={say('findCommittee')}
        hint={say('findCommitteeHint')}
        type="search"
        value={search}
        onInput={(text) => {
          setSearch(text);
          onChoose(undefined);
        }}
        maxLength={100}
      />
      <SelectField
        label={say('committee')}
        value={chosen?.committeeId ?? ''}
        onInput={(id) => {
          const one = list.find((committee) => committee.id === id);
          onChoose(one && { committeeId: one.id, committeeName: one.name, directorName: one.directorName });
        }}
        options={[
          { value: '', label: say('chooseCommittee') },
          ...list.map(({ id, name, directorName }) => ({
            value: id,
            label: committeeText(speech, { committeeName: name, directorName }),
          })),
        ]}
      />
    </>
  );
}
