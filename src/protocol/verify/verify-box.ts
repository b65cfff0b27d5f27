import type { Group } from '../arithmetic/group.ts';
import { type BoxedBallot, boxedBallot } from '../ballot/boxed-ballot.ts';
import { checkBallot } from '../ballot/check-ballot.ts';
import type { BallotRefusal } from '../ballot/read-ballot.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Election } from '../record/election.ts';
import type { ChainedEvent, HashedFile } from '../record/read-record.ts';
import { checkSupplementLists, type Supplement } from '../record/supplement.ts';
import type { BallotChecker, VerifyOptions } from './verify-options.ts';
import type { BoxRefusal } from './verify-report.ts';

/** V6: every ballot, superseded ones too; and no ballot from a paper that was unused or void. */
export async function verifyBox(
  options: VerifyOptions,
  events: readonly ChainedEvent[],
  election: Election,
  credentials: readonly string[],
  supplement: Supplement | undefined,
): Promise<Outcome<readonly BoxedBallot[], BoxRefusal>> {
  const cast = events.filter(({ type }) => type === 'Ballot').flatMap(({ height, files }) => ballotOf(height, files));
  const onChecked = (done: number) => options.onProgress?.({ check: 'V6', done, total: cast.length });
  const checked = options.checkBallots
    ? await checkElsewhere(options.group, options.checkBallots, cast, election, credentials, onChecked)
    : checkHere(options, cast, election, credentials, onChecked);
  if (!checked.ok || supplement === undefined) return checked;
  const voted = new Set(checked.value.map(({ publicCredential }) => publicCredential));
  const lists = checkSupplementLists(supplement, new Set(credentials), voted);
  return lists.ok ? checked : lists;
}

interface CastBallot {
  readonly height: number;
  readonly file: HashedFile;
}

function ballotOf(height: number, [file]: readonly HashedFile[]): CastBallot[] {
  return file === undefined ? [] : [{ height, file }];
}

type BoxOutcome = Outcome<readonly BoxedBallot[], BallotRefusal>;

function checkHere(
  { group }: VerifyOptions,
  cast: readonly CastBallot[],
  election: Election,
  list: readonly string[],
  onChecked: (done: number) => void,
): BoxOutcome {
  const credentials = new Set(list);
  const seen = new Set<string>();
  const ballots: BoxedBallot[] = [];
  for (const { height, file } of cast) {
    const check = checkBallot(group, election, file.content, { credentials, seen });
    if (!check.ok) return refused(check.refusal, `event ${height}`);
    seen.add(file.hash);
    const { publicCredential, ciphertexts } = check.ballot;
    ballots.push({ publicCredential, hash: file.hash, ciphertexts: () => ciphertexts });
    onChecked(ballots.length);
  }
  return accepted(ballots);
}

async function checkElsewhere(
  group: Group,
  checkBallots: BallotChecker,
  cast: readonly CastBallot[],
  election: Election,
  credentials: readonly string[],
  onChecked: (done: number) => void,
): Promise<BoxOutcome> {
  const ballots = cast.map(({ file }) => file.content);
  const hashes = cast.map(({ file }) => file.hash);
  const refusals = await checkBallots({ election, credentials, ballots, hashes, onChecked });
  // A checker that answers for fewer ballots than it was given has not checked them.
  if (refusals.length !== cast.length) throw new Error('the ballot checker did not answer for every ballot');
  const seen = new Set<string>();
  for (const [index, { height, file }] of cast.entries()) {
    const refusal = refusals[index] ?? (seen.has(file.hash) ? 'duplicate-ballot' : undefined);
    if (refusal !== undefined) return refused(refusal, `event ${height}`);
    seen.add(file.hash);
  }
  return accepted(cast.map(({ file }) => boxedBallot(group, file)));
}
