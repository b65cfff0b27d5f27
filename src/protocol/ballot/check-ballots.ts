import type { Group } from '../arithmetic/group.ts';
import type { Election } from '../record/election.ts';
import { type BallotCheck, checkStrictly } from './check-ballot.ts';
import { equationsHold } from './equations.ts';
import { type HintedBallot, readHinted } from './hinted-ballot.ts';
import { type BallotContext, type ReadBallot, readBallot } from './read-ballot.ts';

/** A ballot as it came, and the hint that came with it, if any. */
export interface ArrivedBallot {
  readonly content: string | Uint8Array;
  readonly hint?: Uint8Array | undefined;
}

/** So many ballots are checked together: more gain little and take memory. */
export const largestBatch = 32;

/**
 * Checks ballots of one election completely, in the order given, and says of each what `checkBallot` would say after
 * those before it were put into the box. Those that have a hint are checked together, several times faster
 * (PROTOCOL §16); what a hint says is advice and changes no verdict.
 * @param makeHints makes the hints of ballots that have none, or none that is of use, where the backend can
 */
export function checkBallots(
  group: Group,
  election: Election,
  ballots: readonly ArrivedBallot[],
  { credentials, seen }: BallotContext,
  { makeHints = false } = {},
): readonly BallotCheck[] {
  const checks: BallotCheck[] = [];
  const own = new Set<string>();
  const context = { credentials, seen: { has: (hash: string) => seen.has(hash) || own.has(hash) } };
  for (let start = 0; start < ballots.length; start += largestBatch) {
    const batch = ballots.slice(start, start + largestBatch);
    for (const check of checkBatch(group, election, batch, context, makeHints)) {
      if (check.ok) own.add(check.ballot.hash);
      checks.push(check);
    }
  }
  return checks;
}

function checkBatch(
  group: Group,
  election: Election,
  batch: readonly ArrivedBallot[],
  context: BallotContext,
  makeHints: boolean,
): BallotCheck[] {
  const read = batch.map(({ content, hint }) => ({ read: readBallot(election, content, context), hint }));
  const found = checkTogether(group, election, read);
  const verdicts = new Map<string, BallotCheck>();
  return read.map(({ read: one }) => {
    if (typeof one === 'string') return { ok: false, refusal: one };
    const before = verdicts.get(one.hash);
    // B4 within the batch: what the first of the same bytes was refused for refuses the others too.
    if (before?.ok) return { ok: false, refusal: 'duplicate-ballot' };
    const verdict = before ?? found.get(one) ?? checkStrictly(group, election, one, makeHints);
    verdicts.set(one.hash, verdict);
    return verdict;
  });
}

interface Candidate extends HintedBallot {
  readonly read: ReadBallot;
  readonly hint: Uint8Array;
}

/** The ballots that hold by their hints. Of the others nothing is known yet. */
function checkTogether(
  group: Group,
  election: Election,
  batch: readonly { readonly read: ReadBallot | string; readonly hint?: Uint8Array | undefined }[],
): ReadonlyMap<ReadBallot, BallotCheck> {
  const { batches } = group;
  if (batches === undefined) return new Map();
  const candidates = batch.flatMap(({ read, hint }): Candidate[] => {
    const hinted = typeof read !== 'string' && hint && readHinted(group, batches, election, read, hint);
    return hinted ? [{ ...hinted, read, hint }] : [];
  });
  if (candidates.length === 0) return new Map();
  const hold = (some: readonly Candidate[]) =>
    equationsHold(
      group,
      batches,
      election,
      some.flatMap(({ equations }) => equations),
    );
  // One that spoils the product costs its neighbours a check by their own hints, never a strict one.
  const alone = () => (candidates.length > 1 ? candidates.filter((candidate) => hold([candidate])) : []);
  const holding = hold(candidates) ? candidates : alone();
  return new Map(
    holding.map(({ read, ciphertexts, hint }) => {
      const { publicCredential, hash } = read;
      return [read, { ok: true, ballot: { publicCredential, hash, ciphertexts, hint } }];
    }),
  );
}
