import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { writeCanonical } from '../../protocol/encoding/json.ts';
import { writeProof } from '../../protocol/proofs/schnorr.ts';
import { createSupplementaryProof } from '../../protocol/proofs/supplementary-proof.ts';
import type { BallotSum } from '../../protocol/tally/ballot-sum.ts';
import { createPartialDecryption } from '../../protocol/tally/partial-decryption.ts';
import type { BallotChecker } from '../../protocol/verify/verify-options.ts';
import { verifyRecord } from '../../protocol/verify/verify-record.ts';
import type { RecordStage, VerifyFailure } from '../../protocol/verify/verify-report.ts';
import type { Device } from '../device.ts';
import type { TellerMemory } from './memory.ts';
import { findOwnKey } from './own-key.ts';

/** What a teller is asked to open, as the server hands it over and as the teller was told. */
export interface ShareRequest {
  readonly record: Uint8Array;
  /** Advice, which makes verifying the record faster. */
  readonly hints?: Uint8Array;
  readonly electionId: string;
  /** The announced number of ballots, typed by the teller. */
  readonly announced: number;
  /** One's own message of the ceremony's last round; null for a single teller. */
  readonly output: string | null;
  /** Of the election whose setup was confirmed at opening, where this program remembers it (PROTOCOL §12). */
  readonly fingerprint?: string | null;
  /** Checks ballots on more cores than one. */
  readonly checkBallots?: BallotChecker;
  /** Of the counted ballots, as this program added them up when it verified the record earlier. */
  readonly sum?: BallotSum;
}

export type ShareRefusal =
  | 'record-invalid'
  | 'record-not-closed'
  /** Everything is in order, and the totals are open: no share is needed any more. */
  | 'already-opened'
  | 'announced-number-differs'
  | 'another-election'
  | 'another-tally'
  | 'own-key-missing';

/** A partial decryption with the proof that covers all of it, ready to be sent (PROTOCOL §8, §9.2). */
export interface TellerShare {
  readonly partialDecryption: string;
  readonly proof: string;
}

export type MadeShare =
  | { readonly ok: true; readonly share: TellerShare; readonly memory: TellerMemory }
  | {
      readonly ok: false;
      readonly refusal: ShareRefusal;
      readonly failure?: VerifyFailure;
      readonly stage?: RecordStage;
      readonly counted?: number;
    };

/**
 * Opens one's share of the totals, after everything that PROTOCOL §8 demands: the record is verified whole, it holds
 * every head seen, it counts as many ballots as were announced, my key is among its trustees, and no other tally of
 * this election was opened with my key. The tally is the recomputed one; nothing that the server says about it is used.
 */
export async function makeShare(device: Device, memory: TellerMemory, request: ShareRequest): Promise<MadeShare> {
  const { group, random } = device;
  const { record, hints, electionId, checkBallots, sum } = request;
  const report = await verifyRecord(record, {
    group,
    uuid: electionId,
    heads: memory.heads,
    ...(hints && { hints }),
    ...(checkBallots && { checkBallots }),
    ...(sum && { sum }),
  });
  if (!report.ok) return { ok: false, refusal: 'record-invalid', ...(report.failure && { failure: report.failure }) };
  const { stage, verified, numbers } = report;
  const tally = verified?.tally;
  const isClosed = stage === 'tallied' || stage === 'result';
  if (!isClosed || tally === undefined || numbers === undefined || verified === undefined) {
    return { ok: false, refusal: 'record-not-closed', ...(stage && { stage }) };
  }
  const { counted } = numbers;
  if (counted !== request.announced) return { ok: false, refusal: 'announced-number-differs', counted };
  const confirmed = request.fingerprint ?? null;
  if (confirmed !== null && confirmed !== verified.election.fingerprint)
    return { ok: false, refusal: 'another-election' };
  const fingerprint = sha256Hex(tally.text);
  const before = memory.decrypted.get(electionId);
  if (before !== undefined && before !== fingerprint) return { ok: false, refusal: 'another-tally' };
  const key = findOwnKey(group, verified.trustees, memory.seed, request.output);
  if (!key.ok) return { ok: false, refusal: 'own-key-missing' };
  // Others opened the totals between the look at the session and this record.
  if (stage === 'result') return { ok: false, refusal: 'already-opened', stage };
  const partialDecryption = createPartialDecryption(group, verified.election, key.value, tally, random);
  const proof = createSupplementaryProof(group, verified.election, key.value, tally, partialDecryption, random);
  return {
    ok: true,
    share: { partialDecryption, proof: writeCanonical(writeProof(proof)) },
    memory: {
      ...memory,
      heads: report.head ? [...memory.heads, report.head] : memory.heads,
      decrypted: new Map([...memory.decrypted, [electionId, fingerprint]]),
    },
  };
}
