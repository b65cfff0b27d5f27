import type { Plan, PlanProvisions } from '../../../src/domain/plan/plan.ts';
import { planId } from '../../../src/domain/plan/plan-id.ts';
import { aCommittee } from './committees.ts';
import { theChair } from './sessions.ts';

/** What a test's plan says: communes vote by the end of March 2027, and report by 10 May. */
export function someProvisions(change: Partial<PlanProvisions> = {}): PlanProvisions {
  return {
    ...{ number: '12-KH/TU', date: '2026-12-01', term: '2025–2030', title: 'Lấy phiếu tín nhiệm giữa nhiệm kỳ' },
    ...{ formId: 'qd-96-2023', participants: 'seats', purpose: 'Đánh giá cán bộ.', requirements: 'Công tâm.' },
    deadlines: [{ rank: 'commune', by: '2027-03-31', reportBy: '2027-05-10' }],
    ...{ pilots: [], steering: [], attending: [], remindDays: [14, 3] },
    ...change,
  };
}

/** A draft of committee 1, unless told otherwise. */
export function aPlan(number: number, change: Partial<PlanProvisions> = {}, issuer = aCommittee(1)): Plan {
  return {
    id: planId.parse(`00000004-0000-4000-8000-${String(number).padStart(12, '0')}`),
    ...{ issuerId: issuer.id, issuerName: issuer.name, provisions: someProvisions(change) },
    ...{ issued: null, amendments: [], notes: [] },
  };
}

export function anIssuedPlan(number: number, change: Partial<PlanProvisions> = {}, issuer = aCommittee(1)): Plan {
  return { ...aPlan(number, change, issuer), issued: { by: theChair, at: '2026-12-01T01:00:00.000Z' } };
}
