import { createHash } from 'node:crypto';
import type {
  AuditChain,
  AuditEntry,
  AuditHead,
  AuditNote,
  AuditPlace,
  HeadOfChain,
  LinkedEntry,
} from '../../domain/audit.ts';

/** Before the first entry of a chain. */
export const beginning = { number: 0, hash: '0'.repeat(64) };

/** In which chain the note goes: what is done in a committee in the committee's own, so that committees never wait for each other. */
export function chainOf(note: AuditNote): AuditChain {
  return note.committeeId;
}

/** The note as the entry after `last` in its chain, with what it seals. */
export function nextEntry(
  chain: AuditChain,
  last: AuditHead | undefined,
  note: AuditNote,
  seal: string | null,
): AuditEntry {
  const before = last ?? beginning;
  const numbered = { ...note, chain, number: before.number + 1, seal };
  return { ...numbered, hash: hashOf(before.hash, numbered) };
}

/** Whether the entry is the one that its hash stands for, after the one that `previous` stands for. */
export function isLinked(entry: LinkedEntry): boolean {
  return entry.hash === hashOf(entry.previous, entry);
}

/** The entry of this number in its chain; null where there is none to name. */
export function placeIn(chain: AuditChain, number: number | null | undefined): AuditPlace | null {
  return number === null || number === undefined ? null : { chain, number };
}

/**
 * Number of the first entry that is missing at the end of a chain that holds up to `last`: fewer or more than the
 * service counted. Null when it ends where it should.
 */
export function cutAt(last: AuditHead | undefined, counted: AuditHead | undefined): number | null {
  const [found, known] = [last ?? beginning, counted ?? beginning];
  if (found.number !== known.number) return Math.min(found.number, known.number) + 1;
  return found.hash === known.hash ? null : found.number;
}

/** Says for entries of one chain in order, one by one, whether each follows from the one before it. */
export function chainChecker(): (entry: AuditEntry) => boolean {
  let last: AuditHead = beginning;
  return (entry) => {
    const isNext = entry.number === last.number + 1 && entry.hash === hashOf(last.hash, entry);
    last = entry;
    return isNext;
  };
}

/**
 * What the service's chain says of the ends of committees' chains that have grown since it last did: it stands for all
 * that it said before too.
 * @param before the digest before it; undefined for the first
 * @returns hex, SHA-256
 */
export function digestOf(before: string | undefined, heads: readonly HeadOfChain[]): string {
  const sorted = heads
    .map(({ chain, number, hash }) => [chain, number, hash] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(`phieu audit heads 1|${JSON.stringify([before ?? beginning.hash, ...sorted])}`)
    .digest('hex');
}

/**
 * The fields in a fixed order under the name of what is hashed, so that it stands for nothing else. An entry without a
 * seal is hashed as all were before there were seals, one without a plan, a person and a role as before there were any,
 * one of the service's chain as when there was no other: an older log stays the beginning of this one.
 */
function hashOf(before: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { chain, number, at, event, accountId, committeeId, sessionId, aboutAccountId, planId, personId, role } = entry;
  const first = [before, number, at, event, accountId, committeeId, sessionId, aboutAccountId];
  const since = [planId, personId, role];
  const hasMore = since.some((field) => field !== null);
  const [version, fields] =
    chain !== null
      ? [4, [...first, ...since, entry.seal, chain]]
      : entry.seal !== null
        ? [3, [...first, ...since, entry.seal]]
        : hasMore
          ? [2, [...first, ...since]]
          : [1, first];
  return createHash('sha256')
    .update(`phieu audit entry ${version}|${JSON.stringify(fields)}`)
    .digest('hex');
}
