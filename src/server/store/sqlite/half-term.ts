import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { ReportPlace } from '../../../domain/half-term/report.ts';
import type { HalfTermReview } from '../../../domain/half-term/review.ts';
import { type Ruling, refuse } from '../../../domain/ruling.ts';
import { readableRows } from '../damaged-row.ts';
import type { DecideReview, HalfTermStore } from '../half-term-store.ts';
import { ruled, unwritten, written } from '../outcome.ts';
import { toReview } from '../term-rows.ts';
import type { Database } from './connection.ts';
import { halfTermReportTable, halfTermTable } from './half-term-schema.ts';
import { inChunks } from './in-chunks.ts';
import { prepared } from './prepared.ts';
import type { Atomically } from './steps.ts';

const termOfSession = prepared((database) => {
  const { committeeId, term, body } = halfTermTable;
  const session = sql`CASE WHEN json_valid(${body}) THEN ${body} ->> '$.sessionId' = ${sql.placeholder('session')} END`;
  return database
    .select({ term })
    .from(halfTermTable)
    .where(and(eq(committeeId, sql.placeholder('committee')), session))
    .orderBy(desc(term))
    .limit(1)
    .prepare();
});

export function sqliteHalfTerm(database: Database, atomically: Atomically): HalfTermStore {
  const { committeeId, term } = halfTermTable;
  return {
    list: async (committee) => {
      const rows = database.select().from(halfTermTable).where(eq(committeeId, committee)).orderBy(desc(term)).all();
      return readableRows(rows, toReview);
    },
    find: async (committee, wanted) => findReview(database, committee, wanted),
    termOf: async (committee, session) => termOfSession(database).get({ committee, session })?.term,
    ofTerm: async (committees, wanted) =>
      readableRows(
        inChunks(committees, (some) =>
          database
            .select()
            .from(halfTermTable)
            .where(and(inArray(committeeId, some), eq(term, wanted)))
            .all(),
        ),
        toReview,
      ),
    change: async (committee, wanted, decide) =>
      atomically((transaction) => ruled(changeReview(transaction, committee, wanted, decide))),
    ...reportStore(database, atomically),
  };
}

function findReview(database: Database, committee: CommitteeId, wanted: string): HalfTermReview | undefined {
  const { committeeId, term } = halfTermTable;
  const own = and(eq(committeeId, committee), eq(term, wanted));
  return database.select().from(halfTermTable).where(own).all().map(toReview)[0];
}

/** Only inside a step. */
function changeReview<Refusal extends string>(
  transaction: Database,
  committee: CommitteeId,
  wanted: string,
  decide: DecideReview<Refusal>,
): Ruling<HalfTermReview, Refusal> {
  const { committeeId, term } = halfTermTable;
  const decision = decide(findReview(transaction, committee, wanted));
  if (!decision.ok) return decision;
  const row = { committeeId: committee, term: wanted, body: JSON.stringify(decision.value) };
  const target = [committeeId, term];
  transaction.insert(halfTermTable).values(row).onConflictDoUpdate({ target, set: row }).run();
  return decision;
}

type Reports = Pick<HalfTermStore, 'reports' | 'putReport' | 'readReport' | 'removeReport'>;

function reportStore(database: Database, atomically: Atomically): Reports {
  const { committeeId, term, period, kind, bytes } = halfTermReportTable;
  const ofReview = (committee: CommitteeId, wanted: string) => and(eq(committeeId, committee), eq(term, wanted));
  const one = (committee: CommitteeId, wanted: string, place: ReportPlace) =>
    and(ofReview(committee, wanted), eq(period, place.period), eq(kind, place.kind));
  return {
    reports: async (committee, wanted) =>
      database
        .select({ period, kind, size: sql<number>`length(${bytes})` })
        .from(halfTermReportTable)
        .where(ofReview(committee, wanted))
        .orderBy(period, kind)
        .all(),
    putReport: async (committee, wanted, { bytes: file, ...place }, decide) =>
      atomically((transaction) => {
        const decision = changeReview(transaction, committee, wanted, decide);
        if (!decision.ok) return unwritten(decision);
        const key = { committeeId: committee, term: wanted, period: place.period, kind: place.kind };
        const row = { ...key, bytes: Buffer.from(file) };
        const target = [committeeId, term, period, kind];
        transaction.insert(halfTermReportTable).values(row).onConflictDoUpdate({ target, set: row }).run();
        return written(decision);
      }),
    readReport: async (committee, wanted, place) => {
      const [row] = database
        .select()
        .from(halfTermReportTable)
        .where(one(committee, wanted, place))
        .all();
      return row === undefined ? undefined : Uint8Array.from(row.bytes);
    },
    removeReport: async (committee, wanted, place, decide) =>
      atomically((transaction) => {
        const found = one(committee, wanted, place);
        const [known] = transaction.select({ kind }).from(halfTermReportTable).where(found).all();
        if (known === undefined) return unwritten(refuse('unknown-report'));
        const decision = changeReview(transaction, committee, wanted, decide);
        if (decision.ok) transaction.delete(halfTermReportTable).where(found).run();
        return ruled(decision);
      }),
  };
}
