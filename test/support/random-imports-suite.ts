import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importId } from '../../src/domain/roster/import-id.ts';
import { tablesXlsx } from '../../src/server/spreadsheets/tables-xlsx.ts';
import type { Store } from '../../src/server/store/store.ts';
import { exportFile, importFile, previewFile } from '../../src/server/workers/office/province-work.ts';
import { importedAt, importer, rosterText, tryTakeBack } from './build/imports.ts';
import { files, laterChanges, rosters } from './build/random-import.ts';
import { bothStores } from './service/stores.ts';

const today = '2026-12-01';
type File = typeof files extends fc.Arbitrary<infer Value> ? Value : never;

/** Undefined where the file is refused, or changes nothing. */
async function bring({ committees }: Store, { worksheets, missing }: File) {
  if (worksheets.length === 0) return undefined;
  const asked = { file: await tablesXlsx(worksheets), missing, today, capitals: 'keep' as const };
  const seen = await previewFile(committees, { ...asked, on: '2026-07-01' });
  if (!seen.ok) return undefined;
  const made = { accountId: importer, at: importedAt };
  const agreed = { ...asked, on: seen.value.on, diff: seen.value.diff, personId: null, made };
  const done = await importFile(committees, agreed, () => {}, randomUUID);
  if (!done.ok) throw new Error(done.refusal);
  return done.value.importId ?? undefined;
}

const exported = async ({ committees }: Store) =>
  Promise.all(
    (['committees', 'seats'] as const).map(async (list) =>
      Buffer.from(await exportFile(committees, { format: 'csv', list, today, language: 'vi' })).toString(),
    ),
  );

type Rows = Map<string, object>;
async function rowsOf({ committees }: Store): Promise<Rows> {
  const { committees: places, people, seats } = await committees.wholeRoster();
  return new Map([...places, ...people, ...seats].map((one) => [one.id, one]));
}

/** @param runs of each property, by store: few show that a store does it, many that nothing breaks it */
export function testRandomImports(runs: Readonly<Record<string, number>>): void {
  describe.each(bothStores)('random imports into random rosters, in %s', (name, open) => {
    const numRuns = runs[name] ?? 0;

    test('taken back leave exactly what was there before', { timeout: 300_000 }, async () => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(rosters, files, async (roster, file) => {
          const store = await open();
          await store.committees.importRoster(null, () => ({ ok: true, ...roster }));
          const before = [await rosterText(store), ...(await exported(store))];
          const id = await bring(store, file);
          if (id === undefined) return;
          count += 1;
          expect(await tryTakeBack(store, importId.parse(id))).toBe('taken back');
          expect([await rosterText(store), ...(await exported(store))]).toEqual(before);
        }),
        { numRuns },
      );
      expect(count).toBeGreaterThan(0);
    });

    test('with a change in between are refused, or leave that change alone', { timeout: 300_000 }, async () => {
      const outcomes = { refused: 0, taken: 0 };
      await fc.assert(
        fc.asyncProperty(rosters, files, laterChanges, async (roster, file, later) => {
          const store = await open();
          await store.committees.importRoster(null, () => ({ ok: true, ...roster }));
          const before = await rowsOf(store);
          const id = await bring(store, file);
          if (id === undefined) return;
          const between = await rowsOf(store);
          const isTouched = (one: object & { id: string }) =>
            JSON.stringify(between.get(one.id)) !== JSON.stringify(before.get(one.id));
          const first = <Row extends { id: string }>(rows: readonly Row[]) =>
            rows.toSorted((a, b) => Number(isTouched(b)) - Number(isTouched(a)));
          await store.committees.importRoster(null, ({ committees, people, seats }) => ({
            ...{ ok: true, ...later({ committees: first(committees), people: first(people), seats: first(seats) }) },
          }));
          const after = await rowsOf(store);
          const taken = await tryTakeBack(store, importId.parse(id));
          const now = await rowsOf(store);
          if (taken !== 'taken back') {
            outcomes.refused += 1;
            expect(now).toEqual(after);
            return;
          }
          outcomes.taken += 1;
          const changed = [...after].filter(([key, row]) => JSON.stringify(row) !== JSON.stringify(between.get(key)));
          expect(new Map([...now].sort())).toEqual(new Map([...new Map([...before, ...changed])].sort()));
          expect(dangling(now)).toEqual([]);
        }),
        { numRuns },
      );
      // Of many some end so, and some so.
      if (name !== 'memory') return;
      expect(outcomes.refused).toBeGreaterThan(0);
      expect(outcomes.taken).toBeGreaterThan(0);
    });
  });
}

/** Ids that a row goes by and that nothing has. */
function dangling(rows: Rows): unknown[] {
  return [...rows.values()].flatMap((row) =>
    Object.entries(row).filter(([field, id]) => field.endsWith('Id') && id !== null && !rows.has(id)),
  );
}
