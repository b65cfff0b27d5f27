import type { Group } from '../arithmetic/group.ts';
import { neededShares, type Owner, type Trustees } from '../ceremony/trustees.ts';
import { sha256Hex } from '../encoding/hash.ts';
import { parseCanonical, readCount, readFields } from '../encoding/json.ts';
import { utf8Bytes, utf8Text } from '../encoding/utf8.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { checkSupplementaryProof } from '../proofs/supplementary-proof.ts';
import type { Election } from '../record/election.ts';
import type { ChainedEvent, HashedFile } from '../record/read-record.ts';
import { writeOwned, writeSizedTally } from '../record/record-events.ts';
import type { Supplement } from '../record/supplement.ts';
import { checkRedundancy, combineShares, type Factors, type Share } from '../tally/combine.ts';
import { checkPartialDecryption } from '../tally/partial-decryption.ts';
import { type Counts, openResult, writeResult } from '../tally/result.ts';
import type { EncryptedTally } from '../tally/tally.ts';
import type { VerifyOptions } from './verify-options.ts';
import type { DecryptionAssurance, DecryptionsRefusal, RecordResultRefusal, TallyRefusal } from './verify-report.ts';

/** V7: the recorded tally is, byte for byte, the one that the ballots give. `counted`: number of counted ballots. */
export function verifyTally(
  event: ChainedEvent,
  tally: EncryptedTally,
  counted: number,
): Outcome<undefined, TallyRefusal> {
  const [recorded, sized] = event.files;
  if (textOf(recorded) !== tally.text) return refused('tally', `event ${event.height}`);
  const expected = writeSizedTally(utf8Bytes(tally.text), counted);
  return textOf(sized) === expected ? accepted(undefined) : refused('sized-tally', `event ${event.height}`);
}

function textOf(file: HashedFile | undefined): string | undefined {
  return file && utf8Text(file.content);
}

/** The decryptions of a record, checked. */
export interface Decryptions {
  readonly shares: readonly Share[];
  /** Undefined while too few are there. */
  readonly factors?: Factors;
  readonly compared: number;
  readonly assurance?: DecryptionAssurance;
}

/** What V8 needs to know of the record so far. */
export interface OpenedTally {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly tally: EncryptedTally;
}

/** V8: every partial decryption, enough of them once there is a result, the redundancy check, supplementary proofs. */
export function verifyDecryptions(
  { group, onProgress }: VerifyOptions,
  events: readonly ChainedEvent[],
  context: OpenedTally,
  supplement: Supplement | undefined,
): Outcome<Decryptions, DecryptionsRefusal> {
  const decryptions = events.filter(({ type }) => type === 'PartialDecryption');
  if (supplement && supplement.proofs.length !== decryptions.length) return refused('supplement-count');
  const shares: Share[] = [];
  for (const [index, event] of decryptions.entries()) {
    const share = verifyDecryption(group, event, context, shares, supplement && { supplement, index });
    if (!share.ok) return refused(share.refusal, withEvent(event, share.where));
    shares.push(share.value);
    onProgress?.({ check: 'V8', done: shares.length, total: decryptions.length });
  }
  const redundancy = checkRedundancy(group, context.trustees, shares);
  if (!redundancy.ok) return redundancy;
  const factors = combineShares(group, context.trustees, shares);
  if (!factors.ok && events.some(({ type }) => type === 'Result')) return factors;
  return accepted({
    shares,
    compared: redundancy.value,
    ...(factors.ok ? { factors: factors.value } : {}),
    ...(shares.length === 0 ? {} : { assurance: assuranceOf(context.trustees, shares, supplement) }),
  });
}

function withEvent({ height }: ChainedEvent, where: string | undefined): string {
  return where === undefined ? `event ${height}` : `event ${height}, ${where}`;
}

/** One partial decryption: its owner, its proofs, and the supplementary proof where a supplement is given. */
function verifyDecryption(
  group: Group,
  event: ChainedEvent,
  { election, trustees, tally }: OpenedTally,
  before: readonly Share[],
  supplemented: { readonly supplement: Supplement; readonly index: number } | undefined,
): Outcome<Share, DecryptionsRefusal> {
  const [data, owned] = event.files;
  if (data === undefined || owned === undefined) return refused('owned-form');
  const found = findOwner(trustees, data, owned);
  if (!found.ok) return found;
  const owner = found.value;
  if (before.some((share) => share.owner === owner)) return refused('duplicate-owner');
  const decryption = checkPartialDecryption(group, election, owner.key, tally, data.content);
  if (!decryption.ok) return decryption;
  if (supplemented !== undefined) {
    const element = supplemented.supplement.proofs[supplemented.index];
    if (element?.owner !== owner.owner || element.payload !== data.hash) return refused('supplement-mismatch');
    const { value } = decryption;
    if (!checkSupplementaryProof(group, election, owner.key, tally, data.content, value, element.proof)) {
      return refused('supplement-proof');
    }
  }
  return accepted({ owner, decryption: decryption.value });
}

function findOwner(trustees: Trustees, data: HashedFile, owned: HashedFile): Outcome<Owner, 'owned-form' | 'owner'> {
  const fields = readFields(parseCanonical(owned.content), ['owner', 'payload']);
  const number = readCount(fields?.owner);
  if (number === undefined || sha256Hex(writeOwned(number, data.content)) !== owned.hash) return refused('owned-form');
  const owner = trustees.owners.find((candidate) => candidate.owner === number);
  return owner === undefined ? refused('owner', `trustee ${number}`) : accepted(owner);
}

/** What stands behind the decryptions; redundancy counts only where every item has a share more than it needs. */
function assuranceOf(
  { items }: Trustees,
  shares: readonly Share[],
  supplement: Supplement | undefined,
): DecryptionAssurance {
  if (supplement !== undefined) return 'supplementary-proofs';
  const redundant = items.every(
    (item, number) => shares.filter(({ owner }) => owner.item === number).length > neededShares(item),
  );
  return redundant ? 'redundancy' : 'nothing';
}

/** V9: the recorded result is the one that the decryptions give. */
export function verifyResult(
  group: Group,
  event: ChainedEvent,
  tally: EncryptedTally,
  factors: Factors,
  counted: number,
): Outcome<Counts, RecordResultRefusal> {
  const counts = openResult(group, tally, factors, counted);
  if (!counts.ok) return counts;
  const [recorded] = event.files;
  return textOf(recorded) === writeResult(counts.value) ? counts : refused('result', `event ${event.height}`);
}
