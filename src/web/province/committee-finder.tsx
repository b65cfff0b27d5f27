import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { searchCommittees } from '../../contract/committee/tree.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { SelectField, TextField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

export interface Chosen {
  readonly id: CommitteeId;
  /** With its superior's, where one was chosen: there are many cells of one name. */
  readonly name: string;
}

interface Props {
  /** What the committee is wanted for. */
  readonly label: string;
  /** What choosing nobody means; undefined: somebody must be chosen. */
  readonly none?: string;
  readonly chosen: Chosen | null;
  onChoose(committee: Chosen | null): void;
}

/** Finds a committee that stands: some letters of its name, then a choice of those found. */
export function CommitteeFinder({ label, none, chosen, onChoose }: Props) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const [search, setSearch] = useState('');
  const found = useLoad(() => call(connection, searchCommittees, { query: { search, limit: 30 } }), [search]);
  const list = found.state === 'ready' ? found.value.committees.filter(({ to }) => to === null) : [];
  const textOf = ({ name, way }: (typeof list)[number]) =>
    way.length === 0 ? name : say('nameBelow', { name, superior: way.at(-1) ?? '' });
  const isListed = chosen === null || list.some(({ id }) => id === chosen.id);
  return (
    <fieldset class="finder">
      <legend>{label}</legend>
      <TextField
        label={say('findByName')}
        hint={say('findByNameHint')}
        type="search"
        value={search}
        onInput={setSearch}
        maxLength={100}
      />
      <SelectField
        label={say('chosenCommittee')}
        required={none === undefined}
        value={chosen?.id ?? ''}
        onInput={(id) => {
          const one = list.find((committee) => committee.id === id);
          onChoose(one === undefined ? null : { id: one.id, name: textOf(one) });
        }}
        options={[
          { value: '', label: none ?? say('chooseCommittee') },
          ...(chosen !== null && !isListed ? [{ value: chosen.id, label: chosen.name }] : []),
          ...list.map((one) => ({ value: one.id, label: textOf(one) })),
        ]}
      />
    </fieldset>
  );
}
