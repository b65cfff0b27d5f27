import * as z from 'zod/mini';
import { type TellerMemory, withHead } from '../../client/teller/memory.ts';
import { headView } from '../../contract/kit/session-values.ts';
import type { DeviceStorage } from '../shared/device/device-storage.ts';

/** What a teller's phone keeps of one session (docs/decisions/what-a-phone-keeps.md). */
const keptMemory = z.object({
  /** Run of the ceremony that all this belongs to. */
  run: z.int(),
  /** What the teller confirmed to have been agreed in the hall (K1). */
  agreed: z.object({ size: z.int(), threshold: z.int() }),
  /** Only until the key card was read back. */
  seed: z.nullable(z.string()),
  confirmedCode: z.nullable(z.string()),
  /** HEX of the trustees in which this phone found its key when the ceremony ended. */
  trustees: z.nullable(z.string()),
  /** The key card is on paper, as the teller says. */
  written: z.optional(z.boolean()),
  /** The key card was read back. */
  proven: z.boolean(),
  /** How many ballots this phone cast in the rehearsal. */
  rehearsed: z.nullable(z.int()),
  /** Which rehearsal that was; absent where an earlier release kept it. */
  rehearsal: z.optional(z.string()),
  /** Of the election in the setup that was confirmed at opening. */
  fingerprint: z.nullable(z.string()),
  heads: z.array(headView),
  decrypted: z.array(z.tuple([z.string(), z.string()])),
});
export type Kept = z.infer<typeof keptMemory>;

const prefix = 'phieu.teller.';

/** By session and account: another teller who signs in on the same phone finds nothing. */
function nameOf(sessionId: string, accountId: string): string {
  return `${prefix}${sessionId}.${accountId}`;
}

export function readKept(keeping: DeviceStorage, sessionId: string, accountId: string): Kept | null {
  try {
    return keptMemory.safeParse(JSON.parse(keeping.read(nameOf(sessionId, accountId)) ?? '')).data ?? null;
  } catch {
    // Not JSON: there was nothing, or another program wrote it.
    return null;
  }
}

/** @returns whether it will survive the page */
export function writeKept(keeping: DeviceStorage, sessionId: string, accountId: string, kept: Kept): boolean {
  return keeping.write(nameOf(sessionId, accountId), JSON.stringify(kept));
}

export function forgetKept(keeping: DeviceStorage, sessionId: string, accountId: string): void {
  keeping.remove(nameOf(sessionId, accountId));
}

/** A phone that begins with a ceremony, or that got to know of it by a key card (`seed` is null then). */
export function newKept(run: number, agreed: Kept['agreed'], seed: string | null): Kept {
  return {
    run,
    agreed: { size: agreed.size, threshold: agreed.threshold },
    seed,
    confirmedCode: null,
    trustees: null,
    proven: false,
    rehearsed: null,
    fingerprint: null,
    heads: [],
    decrypted: [],
  };
}

/** The memory that the teller's programs work with, together with the seed from the phone or from the card. */
export function memoryWith({ confirmedCode, heads, decrypted }: Kept, seed: string): TellerMemory {
  return { seed, confirmedCode, heads, decrypted: new Map(decrypted) };
}

/** What a program has learned. The seed stays where it was. */
export function learned(kept: Kept, { heads, decrypted }: Pick<TellerMemory, 'heads' | 'decrypted'>): Kept {
  const all = kept.heads.map((head) => ({ ...head }));
  const before: TellerMemory = { seed: '', confirmedCode: null, heads: all, decrypted: new Map() };
  const after = heads.reduce(withHead, before).heads;
  return { ...kept, heads: [...after], decrypted: [...new Map([...kept.decrypted, ...decrypted])] };
}
