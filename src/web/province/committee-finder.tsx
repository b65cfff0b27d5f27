import { call } from '../../client/api.ts';
import { searchCommittees } from '../../contract/committee/tree.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Answer } from '../shared/fetch/answer.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Finder } from '../shared/forms/finder.tsx';
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

/** Finds a committee that stands. */
export function CommitteeFinder({ label, none, chosen, onChoose }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const ask = async (search: string): Promise<Answer<readonly Chosen[]>> => {
    const found = await call(connection, searchCommittees, { query: { search, limit: 30 } });
    if (!found.ok) return found;
    const standing = found.value.rows.filter(({ to }) => to === null);
    const nameOf = ({ name, way }: (typeof standing)[number]) =>
      way.length === 0 ? name : t('nameBelow', { name, superior: way.at(-1) ?? '' });
    return { ok: true, value: standing.map((one) => ({ id: one.id, name: nameOf(one) })) };
  };
  return (
    <fieldset class="finder">
      <legend>{label}</legend>
      <Finder
        searchLabel={t('findByName')}
        searchHint={t('findByNameHint')}
        label={t('chosenCommittee')}
        none={none ?? t('chooseCommittee')}
        required={none === undefined}
        chosen={chosen}
        ask={ask}
        onChoose={onChoose}
      />
    </fieldset>
  );
}
