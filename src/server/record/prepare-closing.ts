import type { SessionId, Tally } from '../../domain/session/session.ts';
import { sha256Hex } from '../../protocol/hash.ts';
import type { RecordEvent } from '../../protocol/record.ts';
import { encryptedTallyEvent, endBallotsEvent } from '../../protocol/record-events.ts';
import { utf8Bytes } from '../../protocol/utf8.ts';
import type { Deps } from '../deps.ts';
import { joinParts } from './append-part.ts';

/** What closing appends to a box that still stands at this head. */
export interface PreparedClosing {
  readonly head: string;
  readonly events: readonly RecordEvent[];
  readonly tally: Tally;
}

/** Computes the encrypted tally of all ballots in the box, in a worker. */
export async function prepareClosing({ store, pool }: Deps, electionId: SessionId): Promise<PreparedClosing> {
  const parts = await store.sessions.record(electionId);
  const last = parts.at(-1);
  if (last === undefined) throw new TypeError('a box that was never opened');
  const { text, counted } = await pool.run('computeTally', { record: joinParts(parts) });
  const bytes = utf8Bytes(text);
  return {
    head: last.hash,
    events: [endBallotsEvent(), encryptedTallyEvent(bytes, counted)],
    tally: {
      ...{ encryptedTally: sha256Hex(bytes), counted, sharesOf: [], proofs: [], missing: [] },
      ...{ result: null, resultAt: null },
    },
  };
}
