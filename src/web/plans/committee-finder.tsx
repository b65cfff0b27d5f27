import { call } from '../../client/api.ts';
import { listFollowers } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Answer } from '../shared/fetch/answer.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Finder } from '../shared/forms/finder.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { committeeText } from './committee-text.ts';
import type { CommitteeChoice } from './provisions.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly issuerId: CommitteeId;
  readonly chosen: CommitteeChoice | undefined;
  onChoose(committee: CommitteeChoice | undefined): void;
}

/** Finds a committee that follows the issuer. */
export function CommitteeFinder({ issuerId, chosen, onChoose }: Props) {
  const translation = useTranslation(sentences);
  const { t } = translation;
  const connection = useConnection();
  const choiceOf = (committee: CommitteeChoice) => ({
    id: committee.committeeId,
    name: committeeText(translation, committee),
    committee,
  });
  const ask = async (search: string): Promise<Answer<readonly ReturnType<typeof choiceOf>[]>> => {
    const found = await call(connection, listFollowers, { params: { committeeId: issuerId }, query: { search } });
    if (!found.ok) return found;
    const named = found.value.map(({ id, name, directorName }) => ({
      committeeId: id,
      committeeName: name,
      directorName,
    }));
    return { ok: true, value: named.map(choiceOf) };
  };
  return (
    <Finder
      searchLabel={t('findCommittee')}
      searchHint={t('findCommitteeHint')}
      label={t('committee')}
      none={t('chooseCommittee')}
      chosen={chosen && choiceOf(chosen)}
      ask={ask}
      onChoose={(found) => onChoose(found?.committee)}
    />
  );
}
