import { and, asc, eq, getTableColumns, gte, isNull, lte, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { CommitteeStore, PageOf, SearchPage } from '../committee-store.ts';
import { keptByRevision } from '../kept-by-revision.ts';
import { toCommittee, toPastSuperior, toPerson } from '../roster-rows.ts';
import { anyOf } from './any-of.ts';
import { committeesWhere, rosterRevision, termsWhere } from './committee-rows.ts';
import { committeeTable, pastSuperiorTable, personTable, termTable } from './committees-schema.ts';
import type { Database } from './connection.ts';

/** What the tree is read by: indexed keys, one part of a list at a time. */
export function committeeTree(database: Database) {
  return { ...searches(database), ...relatives(database) } satisfies Partial<CommitteeStore>;
}

/** Behind the last one that was shown; the pair is compared by the index. */
function behind(key: SQLWrapper, id: SQLWrapper, { after }: PageOf): SQL | undefined {
  return after === undefined ? undefined : sql`(${key}, ${id}) > (${after.key}, ${after.id})`;
}

function holds(key: SQLWrapper, word: string): SQL {
  return sql`strpos(' ' || ${key}, ${` ${word}`}) > 0`;
}

function matching(key: SQLWrapper, { words }: SearchPage): SQL | undefined {
  return and(...words.map((word) => holds(key, word)));
}

/** As `placeInSearch` (domain/text/search-key.ts). Without words the index is read in order until the part is full. */
function place(key: AnyPgColumn, name: SQLWrapper, { words }: SearchPage, order = key): SQLWrapper {
  if (words.length === 0) return order;
  const typed = words.join(' ');
  const held = sql.join(
    words.map((word) => sql`(${holds(key, word)})::int`),
    sql` + `,
  );
  return sql`lpad((CASE WHEN NOT starts_with(${key}, ${typed}) THEN ${2 + words.length}::int - (${held})
    WHEN ${name} = ${typed} THEN 0 ELSE 1 END)::text, 3, '0') || ' ' || ${order}`;
}

/** Each committee's key and those of all above it: put together when asked, as a superior may be named anew or change. */
const way = sql`(WITH RECURSIVE way(id, key) AS (
  SELECT id, search_key FROM committee WHERE superior_id IS NULL
  UNION ALL SELECT below.id, below.search_key || ' ' || way.key FROM committee AS below
    JOIN way ON below.superior_id = way.id
) SELECT id, key FROM way) AS way`;

function searches(database: Database) {
  const { searchKey, nameKey, id } = committeeTable;
  return {
    search: async ({ among: only, ...page }) => {
      const at = place(searchKey, nameKey, page);
      const fitting = and(behind(at, id, page), matching(sql`way.key`, page));
      const query = database.select(getTableColumns(committeeTable)).from(committeeTable).$dynamic();
      const found = page.words.length === 0 ? query : query.innerJoin(way, sql`way.id = ${id}`);
      const rows = await found
        .where(and(fitting, only === undefined ? undefined : anyOf(id, only)))
        .orderBy(sql`${at}`, asc(id))
        .limit(page.limit);
      return rows.map(toCommittee);
    },
    searchFollowers: async (issuer, page) => {
      const director = alias(committeeTable, 'director');
      const at = place(searchKey, nameKey, page);
      const both = sql`(${searchKey} || ' ' || coalesce(${director.searchKey}, ''))`;
      const rows = await database
        .select({ row: getTableColumns(committeeTable), directorName: director.name })
        .from(committeeTable)
        .leftJoin(director, sql`${director.id} = ${directorOf}`)
        .where(and(isNull(committeeTable.to), sql`${id} IN (${followersOf(issuer)})`, matching(both, page)))
        .orderBy(sql`${at}`, asc(searchKey), asc(id))
        .limit(page.limit);
      return rows.map(({ row, directorName }) => ({ committee: toCommittee(row), directorName }));
    },
    subordinates: async (superiorId, page) => {
      const rows = await database
        .select()
        .from(committeeTable)
        .where(and(stoodBelow(superiorId, page.on), behind(searchKey, id, page)))
        .orderBy(asc(searchKey), asc(id))
        .limit(page.limit);
      const found = rows.map(toCommittee);
      const ids = found.map((one) => one.id);
      const counts = await countBelow(database, ids, page.on);
      return found.map((committee) => ({ committee, subordinates: counts.get(committee.id) ?? 0 }));
    },
    countSubordinates: async (ids, on) => countBelow(database, ids, on),
    searchPeople: async ({ within, ...page }) => {
      const { searchKey: key, orderKey, id: personId } = personTable;
      const at = place(key, key, page, orderKey);
      const fitting = and(behind(at, personId, page), matching(key, page));
      const only = within === undefined ? undefined : sitsWithin(within);
      const query = database.select().from(personTable).where(and(fitting, only));
      return (await query.orderBy(sql`${at}`, asc(personId)).limit(page.limit)).map(toPerson);
    },
  } satisfies Partial<CommitteeStore>;
}

/** As `directorOf` (domain/committee/committee.ts). */
const directorOf = sql`coalesce(${committeeTable.directedById}, ${committeeTable.superiorId})`;

/** As `followersOf` (domain/plan/plan-scope.ts), by the indexes on both columns. */
function followersOf(issuer: CommitteeId): SQL {
  return sql`WITH RECURSIVE follower(id) AS (
    SELECT ${issuer}::text COLLATE "C"
    UNION SELECT one.id FROM committee AS one JOIN follower
      ON one.directed_by_id = follower.id OR (one.superior_id = follower.id AND one.directed_by_id IS NULL)
  ) SELECT id FROM follower`;
}

/** Who stands below a committee, or at the top: now, or by the superiors of a day. */
function stoodBelow(superiorId: string | null, on: string | undefined): SQL | undefined {
  const { id, superiorSince, from, to } = committeeTable;
  const now = superiorId === null ? isNull(committeeTable.superiorId) : eq(committeeTable.superiorId, superiorId);
  if (on === undefined) return and(now, isNull(to));
  const began = (day: AnyPgColumn) => or(isNull(day), lte(day, on));
  const past = pastSuperiorTable;
  const same = superiorId === null ? isNull(past.superiorId) : eq(past.superiorId, superiorId);
  const before = sql`${id} IN (SELECT ${past.committeeId} FROM ${past}
    WHERE ${and(same, began(past.from), gte(past.to, on))})`;
  return and(began(from), or(isNull(to), gte(to, on)), or(and(now, began(superiorSince)), before));
}

type CountRow = { readonly superiorId: CommitteeId; readonly count: number };

/** As `stoodBelow`, for many at once. */
async function countBelow(
  database: Database,
  ids: readonly CommitteeId[],
  on: string | undefined,
): Promise<ReadonlyMap<CommitteeId, number>> {
  if (ids.length === 0) return new Map();
  const asked = sql.param(ids);
  const { rows } = await database.execute<CountRow>(
    on === undefined
      ? sql`SELECT superior_id AS "superiorId", count(*)::int AS count FROM committee
          WHERE superior_id = ANY(${asked}) AND to_day IS NULL GROUP BY superior_id`
      : sql`WITH place(superior_id, committee_id) AS (
          SELECT superior_id, id FROM committee WHERE superior_id = ANY(${asked})
            AND (superior_since IS NULL OR superior_since <= ${on})
          UNION SELECT superior_id, committee_id FROM past_superior WHERE superior_id = ANY(${asked})
            AND (from_day IS NULL OR from_day <= ${on}) AND to_day >= ${on}
        )
        SELECT place.superior_id AS "superiorId", count(*)::int AS count
        FROM place JOIN committee ON committee.id = place.committee_id
        WHERE (committee.from_day IS NULL OR committee.from_day <= ${on})
          AND (committee.to_day IS NULL OR committee.to_day >= ${on})
        GROUP BY place.superior_id`,
  );
  return new Map(rows.map(({ superiorId, count }) => [superiorId, count]));
}

function sitsWithin(top: CommitteeId): SQL {
  return sql`EXISTS (SELECT 1 FROM seat WHERE seat.person_id = ${personTable.id} AND seat.committee_id IN (
    WITH RECURSIVE within(id) AS (
      SELECT ${top}::text COLLATE "C"
      UNION SELECT committee.id FROM committee JOIN within ON committee.superior_id = within.id
    ) SELECT id FROM within))`;
}

/** Committees whose people are at work at one time; a province asks for all of its own together. */
const heritagesKept = 200;

type HeirRow = { readonly id: CommitteeId; readonly heir: CommitteeId };

async function readHeirs(
  database: Database,
  ids: readonly CommitteeId[],
): Promise<ReadonlyMap<CommitteeId, CommitteeId>> {
  const { rows } = await database.execute<HeirRow>(sql`WITH RECURSIVE heritage(id, heir) AS (
      SELECT id, id FROM committee WHERE id = ANY(${sql.param(ids)})
      UNION SELECT committee.id, heritage.heir FROM committee JOIN heritage ON committee.successor_id = heritage.id
    ) SELECT id, heir FROM heritage`);
  const own = new Set(ids);
  // One that was asked for itself is its own heir, even where it was merged into another of them.
  return new Map(rows.filter(({ id, heir }) => id === heir || !own.has(id)).map(({ id, heir }) => [id, heir]));
}

function relatives(database: Database) {
  const heirs = keptByRevision<string, ReadonlyMap<CommitteeId, CommitteeId>>(heritagesKept);
  return {
    above: async (ids) =>
      ids.length === 0
        ? []
        : await committeesWhere(
            database,
            sql`${committeeTable.id} IN (WITH RECURSIVE way(id) AS (
              SELECT superior_id FROM committee WHERE id = ANY(${sql.param(ids)}) AND superior_id IS NOT NULL
              UNION SELECT committee.superior_id FROM committee JOIN way ON committee.id = way.id
                WHERE committee.superior_id IS NOT NULL
            ) SELECT id FROM way)`,
          ),
    history: async (id) => {
      const past = async (where: SQL) => {
        const order = [asc(pastSuperiorTable.to), asc(pastSuperiorTable.committeeId)];
        const rows = await database
          .select()
          .from(pastSuperiorTable)
          .where(where)
          .orderBy(...order);
        return rows.map(toPastSuperior);
      };
      const merged = database.select().from(committeeTable).where(eq(committeeTable.successorId, id));
      const order = [sql`${committeeTable.to} DESC NULLS LAST`, asc(committeeTable.searchKey), asc(committeeTable.id)];
      return {
        superiors: await past(eq(pastSuperiorTable.committeeId, id)),
        subordinates: await past(eq(pastSuperiorTable.superiorId, id)),
        predecessors: (await merged.orderBy(...order)).map(toCommittee),
      };
    },
    heirs: async (ids) => {
      // Before what is read: what is newer than its revision is only read once more.
      const revision = await rosterRevision(database);
      const asked = ids.join();
      const found = heirs.get(asked, revision) ?? (await readHeirs(database, ids));
      heirs.set(asked, revision, found);
      return found;
    },
    followers: async (issuer) =>
      committeesWhere(
        database,
        sql`${committeeTable.id} IN (${followersOf(issuer)}) OR ${committeeTable.id} IN
          (SELECT coalesce(one.directed_by_id, one.superior_id) FROM committee AS one WHERE one.id = ${issuer})`,
      ),
    terms: async (id) =>
      (await termsWhere(database, eq(termTable.committeeId, id))).sort((a, b) => (a.from < b.from ? 1 : -1)),
  } satisfies Partial<CommitteeStore>;
}
