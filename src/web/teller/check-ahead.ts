import type { Connection } from '../../client/api.ts';
import type { Device } from '../../client/device.ts';
import { fetchRecordWithHints } from '../../client/record-with-hints.ts';
import type { SeenHead } from '../../client/teller/memory.ts';
import type { EarlierCheck } from '../../client/teller/open-totals.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { BallotRefusal } from '../../protocol/ballot/read-ballot.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { emptySum } from '../../protocol/tally/ballot-sum.ts';
import type { BallotChecker } from '../../protocol/verify/verify-options.ts';
import { verifyRecord } from '../../protocol/verify/verify-record.ts';
import type { VerifyFailure } from '../../protocol/verify/verify-report.ts';

/** What was found in the box before it was closed. `counted`: ballots that count so far. */
export type CheckedAhead =
  | { readonly ok: true; readonly head: SeenHead; readonly counted: number }
  | { readonly ok: false; readonly refusal: string; readonly failure?: VerifyFailure };

/** Kept as long as the page is open: what this program itself found when it last verified a record. */
export interface KeptCheck {
  earlier: EarlierCheck;
}

export function neverChecked(): KeptCheck {
  return { earlier: { sum: emptySum, length: 0 } };
}

/**
 * Fetches the record and verifies all of it that is there, while sheets are still being keyed: at the tally only the
 * ballots that came since are left to check and to add.
 */
export async function checkAhead(
  connection: Connection,
  { group }: Device,
  sessionId: SessionId,
  heads: readonly SeenHead[],
  { checkBallots, kept }: { readonly checkBallots: BallotChecker; readonly kept: KeptCheck },
): Promise<CheckedAhead> {
  const { sum, length } = kept.earlier;
  const fetched = await fetchRecordWithHints(connection, sessionId, length);
  if (!fetched.ok) return { ok: false, refusal: fetched.refusal };
  const { record, hints } = fetched.value;
  const options = { group, uuid: sessionId, heads, checkBallots, sum, ...(hints && { hints }) };
  const report = await verifyRecord(record, options);
  const { ok, failure, head, numbers, verified } = report;
  if (!ok || head === undefined || numbers === undefined) {
    return { ok: false, refusal: 'record-invalid', ...(failure && { failure }) };
  }
  kept.earlier = { sum: verified?.sum ?? sum, length: record.length };
  return { ok: true, head, counted: numbers.counted };
}

/** Ballots that held, by their hash, and the election and credentials under which they did. */
export interface CheckedBallots {
  readonly held: Set<string>;
  under: string;
}

export function noneChecked(): CheckedBallots {
  return { held: new Set(), under: '' };
}

/** Checks no ballot twice: those that held under the same election and credentials are remembered. */
export function rememberingChecker(check: BallotChecker, checked: CheckedBallots = noneChecked()): BallotChecker {
  const { held } = checked;
  return async (job) => {
    const setup = sha256Hex(`${job.election.text}\n${job.credentials.join(',')}`);
    if (setup !== checked.under) held.clear();
    checked.under = setup;
    const left = job.hashes.flatMap((hash, at) => (held.has(hash) ? [] : [at]));
    const known = job.ballots.length - left.length;
    job.onChecked(known);
    const ballots = left.map((at) => job.ballots[at]).filter((ballot) => ballot !== undefined);
    const hashes = left.map((at) => job.hashes[at] ?? '');
    const hints = job.hints.length === 0 ? [] : left.map((at) => job.hints[at]);
    const found = await check({ ...job, ballots, hashes, hints, onChecked: (done) => job.onChecked(known + done) });
    const refusals = new Array<BallotRefusal | undefined>(job.ballots.length).fill(undefined);
    for (const [index, at] of left.entries()) {
      refusals[at] = found[index];
      if (found[index] === undefined && checked.under === setup) held.add(hashes[index] ?? '');
    }
    return refusals;
  };
}
