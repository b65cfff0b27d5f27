import { type Connection, call } from '../../client/api.ts';
import type { Device } from '../../client/device.ts';
import type { SeenHead } from '../../client/teller/memory.ts';
import { readRecord } from '../../contract/box/box.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { BallotRefusal } from '../../protocol/ballot/read-ballot.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import type { BallotSum } from '../../protocol/tally/ballot-sum.ts';
import type { BallotChecker } from '../../protocol/verify/verify-options.ts';
import { verifyRecord } from '../../protocol/verify/verify-record.ts';
import type { VerifyFailure } from '../../protocol/verify/verify-report.ts';

/** What was found in the box before it was closed. `counted`: ballots that count so far. */
export type CheckedAhead =
  | { readonly ok: true; readonly head: SeenHead; readonly counted: number }
  | { readonly ok: false; readonly refusal: string; readonly failure?: VerifyFailure };

/** Kept as long as the page is open: what this program itself added up when it last verified a record. */
export interface KeptSum {
  sum: BallotSum;
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
  { checkBallots, kept }: { readonly checkBallots: BallotChecker; readonly kept: KeptSum },
): Promise<CheckedAhead> {
  const record = await call(connection, readRecord, { params: { sessionId } });
  if (!record.ok) return { ok: false, refusal: record.refusal };
  const { sum } = kept;
  const report = await verifyRecord(record.value, { group, uuid: sessionId, heads, checkBallots, sum });
  const { ok, failure, head, numbers, verified } = report;
  if (!ok || head === undefined || numbers === undefined) {
    return { ok: false, refusal: 'record-invalid', ...(failure && { failure }) };
  }
  kept.sum = verified?.sum ?? sum;
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
    const found = await check({ ...job, ballots, hashes, onChecked: (done) => job.onChecked(known + done) });
    const refusals = new Array<BallotRefusal | undefined>(job.ballots.length).fill(undefined);
    for (const [index, at] of left.entries()) {
      refusals[at] = found[index];
      if (found[index] === undefined && checked.under === setup) held.add(hashes[index] ?? '');
    }
    return refusals;
  };
}
