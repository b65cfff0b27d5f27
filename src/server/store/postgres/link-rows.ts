import { and, eq } from 'drizzle-orm';
import type { SessionId, VoterId } from '../../../domain/session/session.ts';
import type { LinkChange } from '../link-change.ts';
import type { LinkKeys } from '../link-keys.ts';
import { type LinkSealer, linkSealer } from '../sealed-links.ts';
import { AlteredSession } from '../session-locks.ts';
import { anyOf } from './any-of.ts';
import type { Database } from './connection.ts';
import { rowsAtOnce } from './rows-at-once.ts';
import { sealedPhoneLinkTable } from './sessions-schema.ts';

/**
 * The links of a session by voter, sorted; none where their key is not at hand. Throws `AlteredSession` where it does
 * not open them.
 */
export async function loadLinks(
  database: Database,
  keys: LinkKeys,
  id: SessionId,
): Promise<ReadonlyMap<VoterId, string>> {
  const key = keys.find(id);
  if (key === undefined) return new Map();
  const sealer = linkSealer(id, key);
  const { sessionId } = sealedPhoneLinkTable;
  const rows = await database.select().from(sealedPhoneLinkTable).where(eq(sessionId, id));
  return new Map(rows.map((row) => sealer.open(row)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Writes what changed, while the session's row is locked: two nodes would make two keys otherwise. */
export async function writeLinks(
  transaction: Database,
  keys: LinkKeys,
  id: SessionId,
  change: LinkChange,
): Promise<void> {
  if (change.kind === 'none') return;
  const { sessionId, voterHash } = sealedPhoneLinkTable;
  if (change.kind === 'anew') {
    await transaction.delete(sealedPhoneLinkTable).where(eq(sessionId, id));
    if (change.links.size > 0) await insertLinks(transaction, id, linkSealer(id, keys.make(id)), [...change.links]);
    return;
  }
  const sealer = await sealerOf(transaction, keys, id);
  if (change.gone.length > 0) {
    const its = and(eq(sessionId, id), anyOf(voterHash, change.gone.map(sealer.voterHash)));
    await transaction.delete(sealedPhoneLinkTable).where(its);
  }
  await insertLinks(transaction, id, sealer, change.added);
}

async function insertLinks(
  transaction: Database,
  id: SessionId,
  sealer: LinkSealer,
  links: readonly (readonly [VoterId, string])[],
): Promise<void> {
  const rows = links.map(([voter, credential]) => ({ sessionId: id, ...sealer.seal(voter, credential) }));
  for (const some of rowsAtOnce(rows)) await transaction.insert(sealedPhoneLinkTable).values(some);
}

/**
 * Under the key that has sealed what is there, or a new one where nothing is. Throws `AlteredSession` where what is there
 * has lost its key or has another one: nobody could tell rows of two keys apart.
 */
async function sealerOf(transaction: Database, keys: LinkKeys, id: SessionId): Promise<LinkSealer> {
  const { sessionId } = sealedPhoneLinkTable;
  const [row] = await transaction.select().from(sealedPhoneLinkTable).where(eq(sessionId, id)).limit(1);
  const key = row === undefined ? keys.make(id) : keys.find(id);
  if (key === undefined) throw new AlteredSession(id, 'its links have lost their key');
  const sealer = linkSealer(id, key);
  if (row !== undefined) sealer.open(row);
  return sealer;
}
