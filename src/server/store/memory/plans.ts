import type { Plan } from '../../../domain/plan/plan.ts';
import { refuse } from '../../../domain/ruling.ts';
import type { PlanStore } from '../plan-store.ts';
import { refuseGone } from './gone.ts';
import type { Data } from './imports.ts';

export function memoryPlans({ plans, gone }: Pick<Data, 'plans' | 'gone'>): PlanStore {
  const fitting = (fits: (plan: Plan) => boolean) => [...plans.values()].filter(fits).sort(latestFirst);
  return {
    find: async (id) => plans.get(id),
    of: async (issuers) => fitting(({ issuerId }) => issuers.includes(issuerId)),
    issued: async () => fitting(({ issued }) => issued !== null),
    change: async (issuer, decide) => {
      const decision = decide(fitting(({ issuerId }) => issuerId === issuer));
      if (decision.ok) refuseGone(gone, textsIn(decision.value));
      if (decision.ok && (plans.get(decision.value.id)?.issuerId ?? issuer) !== issuer) {
        throw new Error(`plan ${decision.value.id} is of another issuer`);
      }
      if (decision.ok) plans.set(decision.value.id, decision.value);
      return decision;
    },
    discard: async (id, decide) => {
      const plan = plans.get(id);
      if (plan === undefined) return refuse('not-found');
      const decision = decide(plan);
      if (decision.ok) plans.delete(id);
      return decision;
    },
  };
}

/** Every text anywhere in it: a plan names people and committees in many places. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function latestFirst(a: Plan, b: Plan): number {
  if (a.terms.date !== b.terms.date) return a.terms.date < b.terms.date ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
