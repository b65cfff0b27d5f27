import { and, desc, eq, sql } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { ReportPlace } from '../../../domain/half-term/report.ts';
import type { HalfTermReview } from '../../../domain/half-term/review.ts';
import { type Ruling, refuse } from '../../../domain/ruling.ts';
import { readableRows } from '../damaged-row.ts';
import type { DecideReview, HalfTermStore } from '../half-term-store.ts';
import { ruled, unwritten, written } from '../outcome.ts';
import { toReview } from '../term-rows.ts';
import { anyOf } from './any-of.ts';
import { lockPapersOf } from './committee-lock.ts';
import type { Database } from './connection.ts';
import { refuseKnownGone } from './gone.ts';
import { halfTermReportTable, halfTermTable } from './half-term-schema.ts';
import type { Atomically } from './steps.ts';

export function postgresHalfTerm(database: Database, atomically: Atomically): HalfTermStore {
  const { committeeId, term } = halfTermTable;
  return {
    list: async (committee) => readableRows(await reviewsOf(database, committee), toReview),
    find: async (committee, wanted) => findReview(database, committee, wanted),
    // A committee has a few, and a text that is no JSON must not keep the others from being read.
    termOf: async (committee, session) =>
      readableRows(await reviewsOf(database, committee), toReview).find(({ sessionId }) => sessionId === session)?.term,
    ofTerm: async (committees, wanted) => {
      if (committees.length === 0) return [];
      const own = and(anyOf(committeeId, committees), eq(term, wanted));
      return readableRows(await database.select().from(halfTermTable).where(own).orderBy(committeeId), toReview);
    },
    change: async (committee, wanted, decide) =>
      atomically(async (transaction) => ruled(await changeReview(transaction, committee, wanted, decide))),
    ...reportStore(database, atomically),
  };
}

function reviewsOf(database: Database, committee: CommitteeId) {
  const { committeeId, term } = halfTermTable;
  return database.select().from(halfTermTable).where(eq(committeeId, committee)).orderBy(desc(term));
}

async function findReview(
  database: Database,
  committee: CommitteeId,
  wanted: string,
): Promise<HalfTermReview | undefined> {
  const { committeeId, term } = halfTermTable;
  const own = and(eq(committeeId, committee), eq(term, wanted));
  return (await database.select().from(halfTermTable).where(own)).map(toReview)[0];
}

/** Only inside a step. */
async function changeReview<Refusal extends string>(
  transaction: Database,
  committee: CommitteeId,
  wanted: string,
  decide: DecideReview<Refusal>,
): Promise<Ruling<HalfTermReview, Refusal>> {
  await lockPapersOf(transaction, committee);
  const { committeeId, term } = halfTermTable;
  const decision = decide(await findReview(transaction, committee, wanted));
  if (!decision.ok) return decision;
  await refuseKnownGone(transaction, [committee]);
  const body = JSON.stringify(decision.value);
  const target = [committeeId, term];
  await transaction
    .insert(halfTermTable)
    .values({ committeeId: committee, term: wanted, body })
    .onConflictDoUpdate({ target, set: { body } });
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
        .orderBy(period, kind),
    putReport: async (committee, wanted, { bytes: file, ...place }, decide) =>
      atomically(async (transaction) => {
        const decision = await changeReview(transaction, committee, wanted, decide);
        if (!decision.ok) return unwritten(decision);
        const key = { committeeId: committee, term: wanted, period: place.period, kind: place.kind };
        const set = { bytes: Buffer.from(file) };
        const target = [committeeId, term, period, kind];
        await transaction
          .insert(halfTermReportTable)
          .values({ ...key, ...set })
          .onConflictDoUpdate({ target, set });
        return written(decision);
      }),
    readReport: async (committee, wanted, place) => {
      const [row] = await database
        .select()
        .from(halfTermReportTable)
        .where(one(committee, wanted, place));
      return row === undefined ? undefined : Uint8Array.from(row.bytes);
    },
    removeReport: async (committee, wanted, place, decide) =>
      atomically(async (transaction) => {
        await lockPapersOf(transaction, committee);
        const found = one(committee, wanted, place);
        const [known] = await transaction.select({ kind }).from(halfTermReportTable).where(found);
        if (known === undefined) return unwritten(refuse('unknown-report'));
        const decision = await changeReview(transaction, committee, wanted, decide);
        if (decision.ok) await transaction.delete(halfTermReportTable).where(found);
        return ruled(decision);
      }),
  };
}
