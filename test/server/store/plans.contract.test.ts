import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId } from '../../support/build/ids.ts';
import { anIssuedPlan, aPlan } from '../../support/build/plans.ts';
import { aStoredSession } from '../../support/build/stored-sessions.ts';
import { bothStores } from '../../support/service/stores.ts';

async function withCommittees(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  for (const number of [1, 2])
    await store.committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(number) }));
  return store;
}

const keep = ({ plans }: Store, plan: Plan) => plans.change(plan.issuerId, () => accept(plan));

describe.each(bothStores)('plans in %s', (_name, open) => {
  test('a plan comes back as it was kept, and changed as it was changed', async () => {
    const store = await withCommittees(open);
    await keep(store, aPlan(1));
    expect(await store.plans.find(aPlan(1).id)).toEqual(aPlan(1));
    await keep(store, anIssuedPlan(1));
    expect(await store.plans.of([aCommitteeId(1)])).toEqual([anIssuedPlan(1)]);
    expect(await store.plans.find(aPlan(2).id)).toBeUndefined();
  });

  test('plans of issuers come with the latest date first', async () => {
    const store = await withCommittees(open);
    const first = anIssuedPlan(1, { date: '2026-01-05' });
    const second = anIssuedPlan(2, { date: '2026-06-01' }, aCommittee(2));
    const draft = aPlan(3, { date: '2026-03-01' });
    for (const plan of [first, second, draft]) await keep(store, plan);
    expect(await store.plans.of([aCommitteeId(1)])).toEqual([draft, first]);
    expect(await store.plans.of([aCommitteeId(1), aCommitteeId(2)])).toEqual([second, draft, first]);
    expect(await store.plans.of([])).toEqual([]);
  });

  test('of two changes at once the second sees the first, and a refused one keeps nothing', async () => {
    const store = await withCommittees(open);
    const add = (plan: Plan) =>
      store.plans.change(plan.issuerId, (known) => (known.length > 0 ? refuse('taken') : accept(plan)));
    const answers = await Promise.all([add(aPlan(1)), add(aPlan(2))]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(await store.plans.of([aCommitteeId(1)])).toEqual([aPlan(1)]);
  });

  test('only what the decision lets go is discarded', async () => {
    const store = await withCommittees(open);
    await keep(store, aPlan(1));
    expect(await store.plans.discard(aPlan(1).id, () => refuse('issued'))).toMatchObject({ refusal: 'issued' });
    expect(await store.plans.discard(aPlan(9).id, accept)).toMatchObject({ refusal: 'not-found' });
    expect(await store.plans.discard(aPlan(1).id, accept)).toMatchObject({ ok: true });
    expect(await store.plans.find(aPlan(1).id)).toBeUndefined();
  });

  test('a board reads the states of a plan’s sessions, and of no others', async () => {
    const store = await withCommittees(open);
    const planId = aPlan(1).id;
    const session = aStoredSession(1, { planId });
    await store.sessions.create(session);
    await store.sessions.create(aStoredSession(2));
    const row = { sessionId: session.id, committeeId: session.committeeId, state: 'draft', heldOn: '2026-12-01' };
    const under = await store.sessions.underPlans([planId, aPlan(2).id]);
    expect([...under]).toEqual([
      [planId, [row]],
      [aPlan(2).id, []],
    ]);
    expect((await store.sessions.underPlans([planId], [session.committeeId])).get(planId)).toEqual([row]);
    expect((await store.sessions.underPlans([planId], [aCommitteeId(9)])).get(planId)).toEqual([]);
  });
});
