import { checkBallots } from '../protocol/ballot/check-ballots.ts';
import { type Election, readElection } from '../protocol/record/election.ts';
import { ballotGroup } from '../server/arithmetic/ballot-group.ts';
import type { BallotsChecked, BallotsToCheck } from './check-ballots-message.ts';

interface Known {
  readonly text: string;
  readonly election: Election;
  readonly credentials: ReadonlySet<string>;
}

let known: Known | undefined;

/** Checks some ballots of a record, B1–B3 and B5–B10; repeats are found by who asks. */
export default function checkSome({ election: text, credentials: list, ballots }: BallotsToCheck): BallotsChecked {
  if (known?.text !== text) known = readSetup(text, list);
  const { election, credentials } = known;
  const checks = checkBallots(ballotGroup, election, ballots, { credentials, seen: new Set() });
  return checks.map((check) => (check.ok ? undefined : check.refusal));
}

/** Kept between the parts of one record: the table of its key takes longer to make than a ballot to check. */
function readSetup(text: string, list: readonly string[]): Known {
  const read = readElection(ballotGroup, text);
  if (!read.ok) throw new TypeError('the election was read before it was sent');
  return { text, election: read.election, credentials: new Set(list) };
}
