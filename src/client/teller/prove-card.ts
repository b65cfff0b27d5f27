import { readTellerView } from '../../contract/session/teller-view.ts';
import { proveCard as proveCardOperation } from '../../contract/tally/tally.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { checkTrustees } from '../../protocol/ceremony/trustees.ts';
import { writeCanonical } from '../../protocol/encoding/json.ts';
import { createCardProof } from '../../protocol/proofs/card-proof.ts';
import { writeProof } from '../../protocol/proofs/schnorr.ts';
import { type Connection, call } from '../api.ts';
import type { Device } from '../device.ts';
import { untilAnswered } from '../until-answered.ts';
import { findOwnKey } from './own-key.ts';

export type ProvenCard = { readonly ok: true } | { readonly ok: false; readonly refusal: string };

/**
 * Shows, while the box is open, that the key card could be read: the seed opens the teller's own share of the key, and a
 * proof made with it for this election goes out, never the seed.
 */
export async function proveCard(
  connection: Connection,
  device: Device,
  sessionId: SessionId,
  seed: string,
): Promise<ProvenCard> {
  const params = { sessionId };
  const view = await call(connection, readTellerView, { params });
  if (!view.ok) return view;
  const { ceremony, fingerprint } = view.value;
  if (ceremony === null || fingerprint === null) return { ok: false, refusal: 'session-not-open' };
  const trustees = checkTrustees(device.group, ceremony.trustees ?? '');
  const key = trustees.ok ? findOwnKey(device.group, trustees.value, seed, ceremony.myOutput) : undefined;
  if (!key?.ok) return { ok: false, refusal: 'own-key-missing' };
  const proof = writeCanonical(writeProof(createCardProof(device.group, fingerprint, key.value, device.random)));
  return untilAnswered<typeof proveCardOperation>(device, () =>
    call(connection, proveCardOperation, { params, body: { proof } }),
  );
}
