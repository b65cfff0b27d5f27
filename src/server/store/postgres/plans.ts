import { asc, desc, eq, type SQL } from 'drizzle-orm';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import { refuse } from '../../../domain/ruling.ts';
import { readableRows } from '../damaged-row.ts';
import { ruled, unwritten } from '../outcome.ts';
import { rowOfPlan, toPlan } from '../plan-row.ts';
import type { PlanStore } from '../plan-store.ts';
import { anyOf } from './any-of.ts';
import { lockPapersOf } from './committee-lock.ts';
import type { Database } from './connection.ts';
import { refuseKnownGone } from './gone.ts';
import { planTable } from './plans-schema.ts';
import type { Atomically } from './steps.ts';

export function postgresPlans(database: Database, atomically: Atomically): PlanStore {
  return {
    find: async (id) => findOne(database, id),
    of: async (issuers) => (issuers.length === 0 ? [] : await fitting(database, anyOf(planTable.issuerId, issuers))),
    change: async (issuer, decide) =>
      atomically(async (transaction) => {
        await lockPapersOf(transaction, issuer);
        const decision = decide(await fitting(transaction, eq(planTable.issuerId, issuer)));
        if (decision.ok) await write(transaction, decision.value);
        return ruled(decision);
      }),
    discard: async (id, decide) =>
      atomically(async (transaction) => {
        const first = await findOne(transaction, id);
        if (first !== undefined) await lockPapersOf(transaction, first.issuerId);
        const plan = first && (await findOne(transaction, id));
        if (plan === undefined) return unwritten(refuse('not-found'));
        const decision = decide(plan);
        if (decision.ok) await transaction.delete(planTable).where(eq(planTable.id, id));
        return ruled(decision);
      }),
  };
}

export async function allPlans(database: Database): Promise<Plan[]> {
  return await fitting(database);
}

async function fitting(database: Database, condition?: SQL): Promise<Plan[]> {
  const order = [desc(planTable.date), asc(planTable.id)];
  const rows = await database
    .select()
    .from(planTable)
    .where(condition)
    .orderBy(...order);
  return readableRows(rows, toPlan);
}

/** One that must not be taken for one that is not there. */
async function findOne(database: Database, id: PlanId): Promise<Plan | undefined> {
  return (await database.select().from(planTable).where(eq(planTable.id, id))).map(toPlan)[0];
}

async function write(transaction: Database, plan: Plan): Promise<void> {
  const row = rowOfPlan(plan);
  await refuseKnownGone(transaction, textsIn(plan));
  const own = eq(planTable.issuerId, plan.issuerId);
  const { rowCount } = await transaction
    .insert(planTable)
    .values(row)
    .onConflictDoUpdate({ target: planTable.id, set: row, setWhere: own });
  if (rowCount === 0) throw new Error(`plan ${plan.id} is of another issuer`);
}

/** Every text of a value: a plan names people and committees in many places. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
