import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { parseCanonical, writeCanonical } from '../../protocol/encoding/json.ts';
import { utf8Bytes } from '../../protocol/encoding/utf8.ts';
import type { RecordEvent } from '../../protocol/record/record.ts';
import { partialDecryptionEvent, writeOwned } from '../../protocol/record/record-events.ts';
import type { Deps } from '../deps.ts';
import type { ShareTexts } from '../workers/jobs.ts';
import type { TallyRecord } from './tally-record.ts';

/** What a teller's program sends. */
export interface SentShare {
  readonly partialDecryption: string;
  readonly proof: string;
}

/** A share that holds. */
export interface CheckedShare {
  readonly texts: ShareTexts;
  readonly event: RecordEvent;
  /** The element of the supplement's `proofs` that goes with it (PROTOCOL §9.2). */
  readonly proof: string;
}

/** HEX of the payload under which the record would hold this share. */
export function sharePayload(owner: number, { partialDecryption }: SentShare): string {
  return sha256Hex(writeOwned(owner, utf8Bytes(partialDecryption)));
}

/** Checks a teller's share in a worker; a wrong one is told to that teller with the protocol's reason. */
export async function checkTellerShare(
  { pool }: Deps,
  record: TallyRecord,
  owner: number,
  sent: SentShare,
): Promise<Ruling<CheckedShare, 'share-invalid'>> {
  const texts: ShareTexts = { owner, decryption: sent.partialDecryption };
  const verdict = await pool.run('checkShare', { ...record.texts, ...texts, proof: sent.proof });
  if (!verdict.ok) {
    const { refusal: code, where } = verdict;
    return refuse('share-invalid', [{ code, ...(where === undefined ? {} : { about: where }) }]);
  }
  const bytes = utf8Bytes(sent.partialDecryption);
  const proof = parseCanonical(sent.proof) ?? null;
  return accept({
    texts,
    event: partialDecryptionEvent(owner, bytes),
    proof: writeCanonical({ owner, payload: sha256Hex(bytes), proof }),
  });
}
