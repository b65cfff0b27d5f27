import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNull,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { type AnySQLiteColumn, alias } from 'drizzle-orm/sqlite-core';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { CommitteeStore, PageOf, SearchPage } from '../committee-store.ts';
import { keptByRevision } from '../kept-by-revision.ts';
import { toCommittee, toPastSuperior, toPerson } from '../roster-rows.ts';
import { termsOf } from './committee-rows.ts';
import { committeeTable, pastSuperiorTable, personTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { rosterRevision } from './revisions.ts';

/** What the tree is read by: indexed keys, one part of a list at a time. */
export function committeeTree(database: Database) {
  return { ...searches(database), ...relatives(database) } satisfies Partial<CommitteeStore>;
}

/** Behind the last one that was shown; SQLite compares the pair by the index. */
function behind(key: SQLWrapper, id: SQLWrapper, { after }: PageOf): SQL | undefined {
  return after === undefined ? undefined : sql`(${key}, ${id}) > (${after.key}, ${after.id})`;
}

function holds(key: SQLWrapper, word: string): SQL {
  return sql`instr(' ' || ${key}, ${` ${word}`}) > 0`;
}

function matching(key: SQLWrapper, { words }: SearchPage): SQL | undefined {
  return and(...words.map((word) => holds(key, word)));
}

/** As `placeInSearch` (domain/text/search-key.ts). Without words the index is read in order until the part is full. */
function place(key: AnySQLiteColumn, name: SQL, { words }: SearchPage, order = key): SQLWrapper {
  if (words.length === 0) return order;
  const typed = words.join(' ');
  const held = sql.join(
    words.map((word) => sql`(${holds(key, word)})`),
    sql` + `,
  );
  return sql`printf('%03d ', CASE WHEN substr(${key}, 1, ${typed.length}) <> ${typed} THEN ${2 + words.length} - (${held})
    WHEN ${name} = ${typed} THEN 0 ELSE 1 END) || ${order}`;
}

/** Each committee's key and those of all above it: put together when asked, as a superior may be named anew or change. */
const way = sql`(WITH RECURSIVE way(id, key) AS (
  SELECT id, search_key FROM committee WHERE superior_id IS NULL
  UNION ALL SELECT below.id, below.search_key || ' ' || way.key FROM committee AS below
    JOIN way ON below.superior_id = way.id
) SELECT id, key FROM way) AS way`;

function searches(database: Database) {
  const { searchKey, id } = committeeTable;
  return {
    search: async ({ among, ...page }) => {
      const at = place(searchKey, sql`search_key(${committeeTable.name})`, page);
      const fitting = and(behind(at, id, page), matching(sql`way.key`, page));
      const only = among === undefined ? undefined : inArray(id, [...among]);
      const query = database.select(getTableColumns(committeeTable)).from(committeeTable).$dynamic();
      const found = page.words.length === 0 ? query : query.innerJoin(way, sql`way.id = ${id}`);
      return found.where(and(fitting, only)).orderBy(sql`${at}`, asc(id)).limit(page.limit).all().map(toCommittee);
    },
    searchFollowers: async (issuer, page) => {
      const director = alias(committeeTable, 'director');
      const at = place(searchKey, sql`search_key(${committeeTable.name})`, page);
      const both = sql`(${searchKey} || ' ' || coalesce(${director.searchKey}, ''))`;
      const rows = database
        .select({ row: getTableColumns(committeeTable), directorName: director.name })
        .from(committeeTable)
        .leftJoin(director, sql`${director.id} = ${directorOf}`)
        .where(and(isNull(committeeTable.to), sql`${id} IN (${followersOf(issuer)})`, matching(both, page)))
        .orderBy(sql`${at}`, asc(searchKey), asc(id))
        .limit(page.limit)
        .all();
      return rows.map(({ row, directorName }) => ({ committee: toCommittee(row), directorName }));
    },
    subordinates: async (superiorId, page) => {
      const rows = database
        .select()
        .from(committeeTable)
        .where(and(stoodBelow(superiorId, page.on), behind(searchKey, id, page)))
        .orderBy(asc(searchKey), asc(id))
        .limit(page.limit)
        .all();
      const found = rows.map(toCommittee);
      const ids = found.map((one) => one.id);
      const counts = countBelow(database, ids, page.on);
      return found.map((committee) => ({ committee, subordinates: counts.get(committee.id) ?? 0 }));
    },
    countSubordinates: async (ids, on) => countBelow(database, ids, on),
    searchPeople: async ({ within, ...page }) => {
      const { searchKey: key, orderKey, id: personId } = personTable;
      const at = place(key, sql`${key}`, page, orderKey);
      const fitting = and(behind(at, personId, page), matching(key, page));
      const only = within === undefined ? undefined : sitsWithin(within);
      const query = database.select().from(personTable).where(and(fitting, only));
      return query.orderBy(sql`${at}`, asc(personId)).limit(page.limit).all().map(toPerson);
    },
  } satisfies Partial<CommitteeStore>;
}

/** As `directorOf` (domain/committee/committee.ts). */
const directorOf = sql`coalesce(${committeeTable.directedById}, ${committeeTable.superiorId})`;

/** As `followersOf` (domain/plan/plan-scope.ts), by the indexes on both columns. */
function followersOf(issuer: CommitteeId): SQL {
  return sql`WITH RECURSIVE follower(id) AS (
    SELECT ${issuer}
    UNION SELECT one.id FROM committee AS one JOIN follower ON one.directed_by_id = follower.id
    UNION SELECT one.id FROM committee AS one JOIN follower ON one.superior_id = follower.id AND one.directed_by_id IS NULL
  ) SELECT id FROM follower`;
}

/** Who stands below a committee, or at the top: now, or by the superiors of a day. */
function stoodBelow(superiorId: string | null, on: string | undefined): SQL | undefined {
  const { id, superiorSince, from, to } = committeeTable;
  const now = superiorId === null ? isNull(committeeTable.superiorId) : eq(committeeTable.superiorId, superiorId);
  if (on === undefined) return and(now, isNull(to));
  const began = (day: AnySQLiteColumn) => or(isNull(day), lte(day, on));
  const past = pastSuperiorTable;
  const same = superiorId === null ? isNull(past.superiorId) : eq(past.superiorId, superiorId);
  const before = sql`${id} IN (SELECT ${past.committeeId} FROM ${past}
    WHERE ${and(same, began(past.from), gte(past.to, on))})`;
  return and(began(from), or(isNull(to), gte(to, on)), or(and(now, began(superiorSince)), before));
}

/** As `stoodBelow`, for many at once. */
function countBelowOn(database: Database, ids: readonly CommitteeId[], on: string): ReadonlyMap<CommitteeId, number> {
  const rows = database.all<{ superiorId: CommitteeId; count: number }>(sql`
    WITH asked(id) AS (SELECT value FROM json_each(${JSON.stringify(ids)})),
    place(superior_id, committee_id) AS (
      SELECT superior_id, id FROM committee WHERE superior_id IN (SELECT id FROM asked)
        AND (superior_since IS NULL OR superior_since <= ${on})
      UNION SELECT superior_id, committee_id FROM past_superior WHERE superior_id IN (SELECT id FROM asked)
        AND (from_day IS NULL OR from_day <= ${on}) AND to_day >= ${on}
    )
    SELECT place.superior_id AS superiorId, count(*) AS count FROM place JOIN committee ON committee.id = place.committee_id
    WHERE (committee.from_day IS NULL OR committee.from_day <= ${on})
      AND (committee.to_day IS NULL OR committee.to_day >= ${on})
    GROUP BY place.superior_id`);
  return new Map(rows.map(({ superiorId, count }) => [superiorId, count]));
}

function countBelow(
  database: Database,
  ids: readonly CommitteeId[],
  on: string | undefined,
): ReadonlyMap<CommitteeId, number> {
  if (ids.length === 0) return new Map();
  if (on !== undefined) return countBelowOn(database, ids, on);
  const rows = database
    .select({ superiorId: committeeTable.superiorId, count: sql<number>`count(*)` })
    .from(committeeTable)
    .where(and(inArray(committeeTable.superiorId, [...ids]), isNull(committeeTable.to)))
    .groupBy(committeeTable.superiorId)
    .all();
  return new Map(rows.map(({ superiorId, count }) => [superiorId as CommitteeId, count]));
}

function sitsWithin(top: CommitteeId): SQL {
  return sql`EXISTS (SELECT 1 FROM seat WHERE seat.person_id = ${personTable.id} AND seat.committee_id IN (
    WITH RECURSIVE within(id) AS (
      VALUES (${top}) UNION SELECT committee.id FROM committee JOIN within ON committee.superior_id = within.id
    ) SELECT id FROM within))`;
}

/** Committees whose people are at work at one time; a province asks for all of its own together. */
const heritagesKept = 200;

function readHeirs(database: Database, ids: readonly CommitteeId[]): ReadonlyMap<CommitteeId, CommitteeId> {
  const rows = database.all<{ id: CommitteeId; heir: CommitteeId }>(sql`WITH RECURSIVE heritage(id, heir) AS (
      SELECT id, id FROM committee WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
      UNION SELECT committee.id, heritage.heir FROM committee JOIN heritage ON committee.successor_id = heritage.id
    ) SELECT id, heir FROM heritage`);
  const own = new Set(ids);
  // One that was asked for itself is its own heir, even where it was merged into another of them.
  return new Map(rows.filter(({ id, heir }) => id === heir || !own.has(id)).map(({ id, heir }) => [id, heir]));
}

function relatives(database: Database) {
  const heirs = keptByRevision<string, ReadonlyMap<CommitteeId, CommitteeId>>(heritagesKept);
  return {
    above: async (ids) => {
      const found = inChunks([...new Set(ids)], (some) =>
        database.all<{ id: string }>(sql`WITH RECURSIVE way(id) AS (
          SELECT superior_id FROM committee WHERE id IN ${[...some]} AND superior_id IS NOT NULL
          UNION SELECT committee.superior_id FROM committee JOIN way ON committee.id = way.id
            WHERE committee.superior_id IS NOT NULL
        ) SELECT id FROM way`),
      );
      return inChunks([...new Set(found.map(({ id }) => id))], (some) =>
        database
          .select()
          .from(committeeTable)
          .where(inArray(committeeTable.id, [...some]))
          .all(),
      ).map(toCommittee);
    },
    history: async (id) => {
      const past = (where: SQL) =>
        database.select().from(pastSuperiorTable).where(where).orderBy(asc(pastSuperiorTable.to)).all();
      const merged = database.select().from(committeeTable).where(eq(committeeTable.successorId, id));
      return {
        superiors: past(eq(pastSuperiorTable.committeeId, id)).map(toPastSuperior),
        subordinates: past(eq(pastSuperiorTable.superiorId, id)).map(toPastSuperior),
        predecessors: merged.orderBy(desc(committeeTable.to), asc(committeeTable.searchKey)).all().map(toCommittee),
      };
    },
    heirs: async (ids) => {
      const revision = rosterRevision(database);
      const asked = ids.join();
      const found = heirs.get(asked, revision) ?? readHeirs(database, ids);
      heirs.set(asked, revision, found);
      return found;
    },
    followers: async (issuer) =>
      database
        .select()
        .from(committeeTable)
        .where(
          sql`${committeeTable.id} IN (${followersOf(issuer)}) OR ${committeeTable.id} IN
            (SELECT coalesce(one.directed_by_id, one.superior_id) FROM committee AS one WHERE one.id = ${issuer})`,
        )
        .all()
        .map(toCommittee),
    terms: async (id) => termsOf(database, id).sort((a, b) => (a.from < b.from ? 1 : -1)),
  } satisfies Partial<CommitteeStore>;
}
