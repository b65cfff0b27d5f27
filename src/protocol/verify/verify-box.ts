import type { Group } from '../arithmetic/group.ts';
import { type BoxedBallot, boxedBallot } from '../ballot/boxed-ballot.ts';
import { checkBallots, largestBatch } from '../ballot/check-ballots.ts';
import type { BallotRefusal } from '../ballot/read-ballot.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Election } from '../record/election.ts';
import { readHints } from '../record/hints-file.ts';
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
  const cast = castBallots(events, election, options.hints);
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
  readonly hint?: Uint8Array | undefined;
}

function castBallots(
  events: readonly ChainedEvent[],
  election: Election,
  hintsFile: Uint8Array | undefined,
): readonly CastBallot[] {
  const cast = events.flatMap(({ type, height, files: [file] }) =>
    type === 'Ballot' && file !== undefined ? [{ height, file }] : [],
  );
  if (hintsFile === undefined) return cast;
  const hashes = cast.map(({ file }) => file.hash);
  const hints = readHints(election, hintsFile, hashes);
  return cast.map((ballot, index) => ({ ...ballot, hint: hints[index] }));
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
  // Without hints nothing is gained by more than one, and who waits hears of each.
  const atOnce = cast.some(({ hint }) => hint !== undefined) ? largestBatch : 1;
  for (let start = 0; start < cast.length; start += atOnce) {
    const part = cast.slice(start, start + atOnce);
    const arrived = part.map(({ file, hint }) => ({ content: file.content, hint }));
    const checks = checkBallots(group, election, arrived, { credentials, seen });
    for (const [index, check] of checks.entries()) {
      if (!check.ok) return refused(check.refusal, `event ${part[index]?.height}`);
      const { publicCredential, hash, ciphertexts } = check.ballot;
      seen.add(hash);
      const { file, hint } = part[index] ?? {};
      // Points that came from a hint hold all others of that hint, and are cheap to have again.
      const isCheap = file !== undefined && hint !== undefined;
      ballots.push(
        isCheap ? boxedBallot(group, { ...file, hint }) : { publicCredential, hash, ciphertexts: () => ciphertexts },
      );
    }
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
  const hints = cast.some(({ hint }) => hint !== undefined) ? cast.map(({ hint }) => hint) : [];
  const refusals = await checkBallots({ election, credentials, ballots, hashes, hints, onChecked });
  // A checker that answers for fewer ballots than it was given has not checked them.
  if (refusals.length !== cast.length) throw new Error('the ballot checker did not answer for every ballot');
  const seen = new Set<string>();
  for (const [index, { height, file }] of cast.entries()) {
    const refusal = refusals[index] ?? (seen.has(file.hash) ? 'duplicate-ballot' : undefined);
    if (refusal !== undefined) return refused(refusal, `event ${height}`);
    seen.add(file.hash);
  }
  return accepted(cast.map(({ file, hint }) => boxedBallot(group, { ...file, hint })));
}
