import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import type { RandomBytes } from '../../../src/protocol/arithmetic/random.ts';
import { boxedBallot } from '../../../src/protocol/ballot/boxed-ballot.ts';
import { createBallot, type Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { createCredential, publicCredential, writeCredentials } from '../../../src/protocol/ballot/credential.ts';
import { type DecryptionKey, findSingleKey, openDecryptionKey } from '../../../src/protocol/ceremony/decryption-key.ts';
import { createSingleTrustee } from '../../../src/protocol/ceremony/single-trustee.ts';
import {
  checkTrustees,
  type Trustees,
  writeSingleTrustees,
  writeThresholdTrustees,
} from '../../../src/protocol/ceremony/trustees.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { createSupplementaryProof } from '../../../src/protocol/proofs/supplementary-proof.ts';
import { createElection, type Election } from '../../../src/protocol/record/election.ts';
import { type RecordEvent, writeRecord } from '../../../src/protocol/record/record.ts';
import {
  ballotEvent,
  encryptedTallyEvent,
  endBallotsEvent,
  partialDecryptionEvent,
  resultEvent,
  setupEvent,
} from '../../../src/protocol/record/record-events.ts';
import type { SupplementProof } from '../../../src/protocol/record/supplement.ts';
import { createPartialDecryption } from '../../../src/protocol/tally/partial-decryption.ts';
import { writeResult } from '../../../src/protocol/tally/result.ts';
import { countedBallots, createEncryptedTally } from '../../../src/protocol/tally/tally.ts';
import { aCeremony } from './ceremony.ts';
import { good } from './good.ts';

export const timestamp = 1_795_300_043;

/** The tellers of a vote: one (`size` 1) or a threshold group. */
export interface Tellers {
  readonly size: number;
  readonly threshold: number;
}

/** A vote up to its last ballot. */
export interface OpenVote {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly keys: readonly DecryptionKey[];
  readonly credentials: readonly string[];
  readonly publicCredentials: readonly string[];
  readonly events: readonly RecordEvent[];
}

/** Sets a vote up and casts a ballot for each row of marks, by the voter of that index (`papers` of them). */
export function openVote(
  group: Group,
  tellers: Tellers,
  levels: readonly number[],
  papers: number,
  marks: readonly { readonly voter: number; readonly marks: Marks }[],
  random: RandomBytes,
): OpenVote {
  const uuid = 'Dw5xMuS7nSTvZX';
  const { text, keysOf } = tellers.size === 1 ? aSingleTeller(group, random) : aTellerGroup(group, tellers, random);
  const trustees = good(checkTrustees(group, text));
  const creation = createElection(group, {
    ...{ uuid, name: 'Lấy phiếu tín nhiệm', description: 'Hội nghị thử' },
    publicKey: group.encode(trustees.electionKey),
    questions: levels.map((count, subject) => ({
      question: `Đồng chí ${subject + 1}`,
      answers: Array.from({ length: count }, (_, level) => `Mức ${level + 1}`),
    })),
  });
  if (!creation.ok) throw new Error(creation.refusal);
  const { election } = creation;
  const credentials = Array.from({ length: papers }, () => createCredential(random));
  const publicCredentials = credentials.map((credential) => publicCredential(group, uuid, credential));
  const setup = setupEvent(utf8Bytes(election.text), utf8Bytes(text), utf8Bytes(writeCredentials(publicCredentials)));
  const ballots = marks.map((cast) =>
    ballotEvent(utf8Bytes(createBallot(group, election, credentials[cast.voter] ?? '', cast.marks, random).text)),
  );
  return { election, trustees, keys: keysOf(trustees), credentials, publicCredentials, events: [setup, ...ballots] };
}

function aSingleTeller(group: Group, random: RandomBytes) {
  const { secret, text } = createSingleTrustee(group, random);
  const keysOf = (trustees: Trustees) => [good(findSingleKey(group, trustees, secret))];
  return { text: writeSingleTrustees(text), keysOf };
}

function aTellerGroup(group: Group, tellers: Tellers, random: RandomBytes) {
  const { seeds, outputs, parameters } = aCeremony(group, tellers, random);
  const keysOf = (trustees: Trustees) =>
    seeds.map((seed, index) => good(openDecryptionKey(group, trustees, seed, outputs[index]?.sealedKey ?? '')));
  return { text: writeThresholdTrustees(parameters), keysOf };
}

/** The encrypted tally of a vote's ballots, recomputed from its events. */
export function tallyOf(group: Group, { election, events }: Pick<OpenVote, 'election' | 'events'>) {
  const files = events.filter(({ type }) => type === 'Ballot').map(({ files: [file] }) => file ?? new Uint8Array());
  const ballots = countedBallots(files.map((file) => boxedBallot(group, { hash: sha256Hex(file), content: file })));
  const tally = createEncryptedTally(
    group,
    election,
    ballots.map(({ ciphertexts }) => ciphertexts()),
  );
  return { tally, counted: ballots.length };
}

/** Ends the ballots and opens the totals with these tellers' keys, honestly; the result is the caller's. */
export function closeVote(
  group: Group,
  vote: OpenVote,
  keys: readonly DecryptionKey[],
  result: readonly (readonly number[])[] | undefined,
  random: RandomBytes,
) {
  const { election } = vote;
  const { tally, counted } = tallyOf(group, vote);
  const proofs: SupplementProof[] = [];
  const decryptions = keys.map((key) => {
    const text = createPartialDecryption(group, election, key, tally, random);
    const proof = createSupplementaryProof(group, election, key, tally, text, random);
    proofs.push({ owner: key.owner.owner, payload: sha256Hex(text), proof });
    return partialDecryptionEvent(key.owner.owner, utf8Bytes(text));
  });
  const events = [
    ...[...vote.events, endBallotsEvent(), encryptedTallyEvent(utf8Bytes(tally.text), counted), ...decryptions],
    ...(result === undefined ? [] : [resultEvent(utf8Bytes(writeResult(result)))]),
  ];
  return { events, tally, counted, proofs, bytes: writeRecord(timestamp, events).bytes };
}
