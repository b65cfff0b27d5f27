import { sha256Hex } from '../encoding/hash.ts';
import { dataFilesOfEvent, type EventType, isEventAllowed, writeEventHeader } from './record-event.ts';

/** What of an event its place in the chain needs. */
export interface ChainLink {
  readonly type: EventType;
  /** HEX; null for the end of ballots, which has none. */
  readonly payload: string | null;
}

/**
 * HEX of the event at every height of a record that has these events (PROTOCOL §10). Each follows from all before it, so
 * that whoever computes them need not believe anybody which head a record has gone through.
 * @returns undefined for events that no record has in this order
 */
export function headsOfChain(links: readonly ChainLink[]): readonly string[] | undefined {
  const heads: string[] = [];
  for (const [height, { type, payload }] of links.entries()) {
    const hasPayload = dataFilesOfEvent[type] > 0;
    if (!isEventAllowed(links[height - 1]?.type, type) || hasPayload !== (payload !== null)) return undefined;
    const parent = heads[height - 1];
    const header = {
      ...(parent === undefined ? {} : { parent }),
      height,
      type,
      ...(payload === null ? {} : { payload }),
    };
    heads.push(sha256Hex(writeEventHeader(header)));
  }
  return heads;
}
