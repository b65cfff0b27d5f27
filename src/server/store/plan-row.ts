import type { Plan } from '../../domain/plan/plan.ts';
import { readRow } from './damaged-row.ts';

/** The shape of the body that this version writes and reads; a migration lifts older ones to it. */
const format = 2;

export interface PlanRow {
  readonly id: string;
  readonly issuerId: string;
  readonly date: string;
  readonly issued: boolean;
  readonly format: number;
  readonly body: string;
}

export function toPlan(row: PlanRow): Plan {
  return readRow({ table: 'plan', row: row.id }, () => {
    if (row.format !== format) throw new TypeError(`kept in format ${row.format}, not ${format}`);
    return JSON.parse(row.body) as Plan;
  });
}

export function rowOfPlan(plan: Plan): PlanRow {
  const { id, issuerId, provisions, issued } = plan;
  return { id, issuerId, date: provisions.date, issued: issued !== null, format, body: JSON.stringify(plan) };
}
