import type * as z from 'zod/mini';
import { readChain } from '../contract/box/chain.ts';
import type { headView } from '../contract/kit/session-values.ts';
import type { SessionId } from '../domain/session/session.ts';
import { hexToBase64 } from '../protocol/encoding/hash.ts';
import { headsOfChain } from '../protocol/record/event-chain.ts';
import { type Connection, call } from './api.ts';

type Head = z.infer<typeof headView>;

/** What a phone was given and told. */
export interface Given {
  /** With its acknowledgements, while the box was open. */
  readonly heads: readonly Head[];
  /** Of its own ballot. */
  readonly tracker: string;
  /** The list of trackers, as the phone was shown it now. */
  readonly trackers: readonly string[];
}

export type Comparison =
  /** `head`: where the closed box ends, for whoever compares it with others. */
  | { readonly ok: true; readonly fits: true; readonly head: Head }
  /** `missing`: the head that was given and that this record has never had; null when the lists differ. */
  | { readonly ok: true; readonly fits: false; readonly missing: Head | null }
  | { readonly ok: false };

/**
 * Whether the closed record goes on from every head that this phone was given, and holds what the list of trackers says.
 * A server that showed different boxes to different people has to show this phone another one now, or an end of the
 * record that the others do not have. Nothing is believed: the heads are computed from the events.
 */
export async function compareHeads(
  connection: Connection,
  sessionId: SessionId,
  { heads, tracker, trackers }: Given,
): Promise<Comparison> {
  const reply = await call(connection, readChain, { params: { sessionId } });
  if (!reply.ok) return { ok: false };
  const { events } = reply.value;
  const computed = headsOfChain(events) ?? [];
  const missing = heads.find(({ hash, height }) => computed[height] !== hash);
  if (missing !== undefined) return { ok: true, fits: false, missing };
  const ballots = new Set(
    events.flatMap(({ type, payload }) => (type === 'Ballot' && payload !== null ? [hexToBase64(payload)] : [])),
  );
  const isClosed = events.at(-1)?.type === 'EncryptedTally';
  const hash = computed.at(-1);
  const holds = [tracker, ...trackers].every((one) => ballots.has(one));
  if (!isClosed || hash === undefined || !holds) return { ok: true, fits: false, missing: null };
  return { ok: true, fits: true, head: { hash, height: computed.length - 1 } };
}
