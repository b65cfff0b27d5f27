import { randomUUID } from 'node:crypto';
import { accountId } from '../../../src/domain/account/account.ts';
import { type ImportId, importId } from '../../../src/domain/roster/import-id.ts';
import { rosterImport } from '../../../src/domain/roster/kept-import.ts';
import type { RosterChanges } from '../../../src/domain/roster/roster-changes.ts';
import { digest } from '../../../src/server/store/digest.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { takeBack } from '../../../src/server/workers/office/taking-back.ts';

export const importer = accountId.parse('00000009-0000-4000-8000-000000000009');
export const importedAt = '2026-12-01T01:00:00.000Z';

/** Keeps changes as an import. */
export async function imported(
  { committees }: Store,
  changes: RosterChanges,
  at = importedAt,
  kind: 'province' | 'roster' = 'roster',
): Promise<ImportId> {
  const id = importId.parse(randomUUID());
  const answer = await committees.importRoster(null, (known) => ({
    ...{ ok: true, ...changes },
    kept: rosterImport(known, changes, { id, accountId: importer, at, kind, committeeId: null }, digest),
  }));
  if (answer.kept === undefined) throw new Error('an import that changes nothing');
  return id;
}

/** Takes an import back; what stood in the way, or the refusal. */
export async function tryTakeBack({ imports }: Store, id: ImportId, at = '2026-12-01T02:00:00.000Z') {
  const work = { id, place: null, accountId: importer, personId: null, at };
  const done = await takeBack(imports, work, () => {});
  if (done.ok) return 'taken back';
  if (done.refusal !== 'import-built-on') return done.refusal;
  return done.obstacles
    .map(({ code, names }) => (names.length === 0 ? code : `${code}: ${names.join('; ')}`))
    .join(' | ');
}

/** Everything of the roster in one text, in the order in which the store gives it. */
export async function rosterText({ committees }: Store): Promise<string> {
  const { committees: places, people, seats } = await committees.wholeRoster();
  const histories = await Promise.all(places.map(({ id }) => committees.history(id)));
  return JSON.stringify({ places, people, seats, histories }, null, 1);
}
