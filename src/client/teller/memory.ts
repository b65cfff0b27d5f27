import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import { createCardSeed } from './key-card.ts';

/** A state of the record that was seen: the hash of its last event and that event's height (PROTOCOL §12). */
export interface SeenHead {
  readonly hash: string;
  readonly height: number;
}

/**
 * What a teller's program keeps for one session. Only the seed is secret, and only the seed is needed: it is what the
 * key card says. The rest guards against a server that shows different things at different times.
 */
export interface TellerMemory {
  /** 22 characters, from which everything secret of this teller follows (PROTOCOL §5.2). */
  readonly seed: string;
  /** The code that was read aloud, while the ceremony runs. */
  readonly confirmedCode: string | null;
  readonly heads: readonly SeenHead[];
  /** HEX of the one encrypted tally of each election that was decrypted, by the election's uuid. */
  readonly decrypted: ReadonlyMap<string, string>;
}

/** The memory of a teller who begins. */
export function newTellerMemory(random: RandomBytes): TellerMemory {
  return memoryOfSeed(createCardSeed(random));
}

/** The memory of a teller whose phone is gone and who has typed the key card. */
export function memoryOfSeed(seed: string): TellerMemory {
  return { seed, confirmedCode: null, heads: [], decrypted: new Map() };
}

/**
 * Remembers a head that a page or the projector showed. A record that does not hold it is not the same record: `makeShare`
 * refuses it (check V10 of `protocol/verify/verify-record.ts`).
 */
export function withHead(memory: TellerMemory, head: SeenHead): TellerMemory {
  const known = memory.heads.some(({ hash, height }) => hash === head.hash && height === head.height);
  return known ? memory : { ...memory, heads: [...memory.heads, head] };
}
