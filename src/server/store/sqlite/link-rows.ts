import { and, eq, sql } from 'drizzle-orm';
import type { SessionId, SessionState, VoterId } from '../../../domain/session/session.ts';
import type { LinkChange } from '../link-change.ts';
import type { LinkKeys } from '../link-keys.ts';
import { type LinkSealer, linkSealer } from '../sealed-links.ts';
import { AlteredSession } from '../session-locks.ts';
import { isShut } from '../session-seal.ts';
import type { Database } from './connection.ts';
import { paperTable, phoneLinkTable, sealedPhoneLinkTable } from './sessions-schema.ts';

/**
 * The links of a session by voter, sorted; none where their key is not at hand. Throws `AlteredSession` where it does
 * not open them.
 */
export function loadLinks(database: Database, keys: LinkKeys, id: SessionId): ReadonlyMap<VoterId, string> {
  const rows = database.select().from(sealedPhoneLinkTable).where(eq(sealedPhoneLinkTable.sessionId, id)).all();
  const key = rows.length === 0 ? undefined : keys.find(id);
  if (key === undefined) return new Map();
  const sealer = linkSealer(id, key);
  return new Map(rows.map((row) => sealer.open(row)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Writes what changed; says whether a link was erased. */
export function writeLinks(database: Database, keys: LinkKeys, id: SessionId, change: LinkChange): boolean {
  if (change.kind === 'none') return false;
  const { sessionId, voterHash } = sealedPhoneLinkTable;
  if (change.kind === 'anew') {
    const { changes } = database.delete(sealedPhoneLinkTable).where(eq(sessionId, id)).run();
    if (change.links.size > 0) insertLinks(database, id, linkSealer(id, keys.make(id)), change.links);
    return changes > 0;
  }
  const sealer = sealerOf(database, keys, id);
  for (const voter of change.gone) {
    const its = and(eq(sessionId, id), eq(voterHash, sealer.voterHash(voter)));
    database.delete(sealedPhoneLinkTable).where(its).run();
  }
  insertLinks(database, id, sealer, change.added);
  return change.gone.length > 0;
}

function insertLinks(
  database: Database,
  sessionId: SessionId,
  sealer: LinkSealer,
  links: Iterable<readonly [VoterId, string]>,
): void {
  for (const [voter, credential] of links) {
    database
      .insert(sealedPhoneLinkTable)
      .values({ sessionId, ...sealer.seal(voter, credential) })
      .run();
  }
}

/**
 * Under the key that has sealed what is there, or a new one where nothing is. Throws `AlteredSession` where what is there
 * has lost its key or has another one: nobody could tell rows of two keys apart.
 */
function sealerOf(database: Database, keys: LinkKeys, id: SessionId): LinkSealer {
  const { sessionId } = sealedPhoneLinkTable;
  const [row] = database.select().from(sealedPhoneLinkTable).where(eq(sessionId, id)).limit(1).all();
  const key = row === undefined ? keys.make(id) : keys.find(id);
  if (key === undefined) throw new AlteredSession(id, 'its links have lost their key');
  const sealer = linkSealer(id, key);
  if (row !== undefined) sealer.open(row);
  return sealer;
}

/**
 * Seals the links that an earlier release left in the clear, inside the transaction of the migrations. A phone paper that
 * has a link is kept by that alone until opening, as new ones are (`papersInTheClear`).
 */
export function sealEarlierLinks(transaction: Database, keys: LinkKeys): void {
  const rows = transaction.select().from(phoneLinkTable).all();
  const states = transaction.all<{ id: SessionId; state: SessionState }>(sql`select id, state from session`);
  const stateOf = new Map(states.map(({ id, state }) => [id, state]));
  for (const id of new Set(rows.map(({ sessionId }) => sessionId as SessionId))) {
    const state = stateOf.get(id);
    if (state === undefined || isShut(state)) continue;
    const links = rows.filter(({ sessionId }) => sessionId === id);
    const own = links.map(({ voterId, credential }) => [voterId as VoterId, credential] as const);
    insertLinks(transaction, id, linkSealer(id, keys.make(id)), own);
    if (state !== 'issued') continue;
    for (const { credential } of links) {
      const its = and(eq(paperTable.sessionId, id), eq(paperTable.credential, credential), eq(paperTable.fate, 'live'));
      transaction.delete(paperTable).where(its).run();
    }
  }
  transaction.delete(phoneLinkTable).run();
}
