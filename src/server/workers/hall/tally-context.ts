import { checkTrustees, type Owner, type Trustees } from '../../../protocol/ceremony/trustees.ts';
import type { Election } from '../../../protocol/record/election.ts';
import { readEncryptedTally } from '../../../protocol/tally/read-encrypted-tally.ts';
import type { EncryptedTally } from '../../../protocol/tally/tally.ts';
import { sodiumGroup } from '../../arithmetic/sodium-group.ts';
import type { TallyTexts } from '../jobs.ts';
import { knownElection } from './known-elections.ts';

export interface TallyContext {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly tally: EncryptedTally;
}

/** What a record holds of its tally, read. */
export function tallyContext({ election, trustees: list, encryptedTally }: TallyTexts): TallyContext {
  const trustees = checkTrustees(sodiumGroup, list);
  const tally = readEncryptedTally(sodiumGroup, encryptedTally);
  if (!trustees.ok || tally === undefined) throw new TypeError('the record holds what was never checked');
  return { election: knownElection(election), trustees: trustees.value, tally };
}

export function ownerWithNumber({ owners }: Trustees, number: number): Owner | undefined {
  return owners.find(({ owner }) => owner === number);
}
