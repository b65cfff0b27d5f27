import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import { refuse } from '../../../domain/ruling.ts';
import { readableRows } from '../damaged-row.ts';
import { ruled, unwritten } from '../outcome.ts';
import { rowOfPlan, toPlan } from '../plan-row.ts';
import type { PlanStore } from '../plan-store.ts';
import type { Database } from './connection.ts';
import { planTable } from './plans-schema.ts';
import type { Atomically } from './steps.ts';

export function sqlitePlans(database: Database, atomically: Atomically): PlanStore {
  return {
    find: async (id) => findOne(database, id),
    of: async (issuers) => (issuers.length === 0 ? [] : fitting(database, inArray(planTable.issuerId, [...issuers]))),
    change: async (issuer, decide) =>
      atomically((transaction) => {
        const decision = decide(fitting(transaction, eq(planTable.issuerId, issuer)));
        if (decision.ok) write(transaction, decision.value);
        return ruled(decision);
      }),
    discard: async (id, decide) =>
      atomically((transaction) => {
        const plan = findOne(transaction, id);
        if (plan === undefined) return unwritten(refuse('not-found'));
        const decision = decide(plan);
        if (decision.ok) transaction.delete(planTable).where(eq(planTable.id, id)).run();
        return ruled(decision);
      }),
  };
}

export function allPlans(database: Database): Plan[] {
  return fitting(database, sql`true`);
}

function fitting(database: Database, condition: SQL): Plan[] {
  const order = [desc(planTable.date), asc(planTable.id)];
  const rows = database
    .select()
    .from(planTable)
    .where(condition)
    .orderBy(...order)
    .all();
  return readableRows(rows, toPlan);
}

/** One that must not be taken for one that is not there. */
function findOne(database: Database, id: PlanId): Plan | undefined {
  return database.select().from(planTable).where(eq(planTable.id, id)).all().map(toPlan)[0];
}

function write(database: Database, plan: Plan): void {
  const row = rowOfPlan(plan);
  const own = eq(planTable.issuerId, plan.issuerId);
  const written = database
    .insert(planTable)
    .values(row)
    .onConflictDoUpdate({ target: planTable.id, set: row, setWhere: own });
  if (written.run().changes === 0) throw new Error(`plan ${plan.id} is of another issuer`);
}
