import { sha256Hex } from '../encoding/hash.ts';
import { utf8Bytes } from '../encoding/utf8.ts';
import type { RecordEvent } from './record.ts';

/** The first event: election, trustees, public credentials, and the setup data that binds the three (PROTOCOL §6). */
export function setupEvent(election: Uint8Array, trustees: Uint8Array, credentials: Uint8Array): RecordEvent {
  return {
    type: 'Setup',
    files: [election, trustees, credentials, utf8Bytes(writeSetupData(election, trustees, credentials))],
  };
}

/** Setup data: the hashes of the three files that fix the election. */
export function writeSetupData(election: Uint8Array, trustees: Uint8Array, credentials: Uint8Array): string {
  return `{"election":"${sha256Hex(election)}","trustees":"${sha256Hex(trustees)}","credentials":"${sha256Hex(credentials)}"}`;
}

/** A ballot that passed checkBallot, in the exact bytes received. */
export function ballotEvent(ballot: Uint8Array): RecordEvent {
  return { type: 'Ballot', files: [ballot] };
}

/** The end of ballots: final. */
export function endBallotsEvent(): RecordEvent {
  return { type: 'EndBallots', files: [] };
}

/** The encrypted tally of `counted` ballots (writeEncryptedTally). */
export function encryptedTallyEvent(tally: Uint8Array, counted: number): RecordEvent {
  return { type: 'EncryptedTally', files: [tally, utf8Bytes(writeSizedTally(tally, counted))] };
}

/** `counted`: ballots in the tally, one per credential. Every credential counts one, so weight and number agree. */
export function writeSizedTally(tally: Uint8Array, counted: number): string {
  return `{"num_tallied":${counted},"total_weight":${counted},"encrypted_tally":"${sha256Hex(tally)}"}`;
}

/** A partial decryption that passed checkPartialDecryption. `owner`: number of the trustee, from 1. */
export function partialDecryptionEvent(owner: number, decryption: Uint8Array): RecordEvent {
  return { type: 'PartialDecryption', files: [decryption, utf8Bytes(writeOwned(owner, decryption))] };
}

/** Who made a partial decryption. */
export function writeOwned(owner: number, decryption: Uint8Array): string {
  return `{"owner":${owner},"payload":"${sha256Hex(decryption)}"}`;
}

/** The last event: the result (writeResult). */
export function resultEvent(result: Uint8Array): RecordEvent {
  return { type: 'Result', files: [result] };
}
