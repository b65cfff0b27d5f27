import { describe, expect, test } from 'vitest';
import { accountId } from '../../../src/domain/account/account.ts';
import { accept } from '../../../src/domain/ruling.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId } from '../../support/build/ids.ts';
import { anIssuedPlan } from '../../support/build/plans.ts';
import { stores } from '../../support/service/stores.ts';

const plan = anIssuedPlan(1);
const account = accountId.parse('00000009-0000-4000-8000-000000000005');

async function withAccount(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  await store.committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(1) }));
  await store.plans.change(plan.issuerId, () => accept(plan));
  const nobody = { personId: null, administrator: false, grants: [], secondFactor: null };
  await store.accounts.create({ id: account, username: 'văn phòng', passwordHash: '', ...nobody });
  return store;
}

describe.each(stores)('reminders in %s', (_name, open) => {
  test('one that was sent is remembered once, apart for each deadline', async () => {
    const store = await withAccount(open);
    const sent = { committeeId: aCommitteeId(2), accountId: account, dueOn: '2027-03-31', kind: 'late' };
    for (const one of [sent, sent, { ...sent, dueOn: '2027-04-15' }]) await store.reminders.keepSent(plan.id, one);
    const kept = (await store.reminders.sent([plan.id])).get(plan.id) ?? [];
    expect(kept.map(({ dueOn }) => dueOn).sort()).toEqual(['2027-03-31', '2027-04-15']);
    expect(kept).toContainEqual(sent);
  });

  test('an account has one address, changes it, and takes it away', async () => {
    const { reminders } = await withAccount(open);
    expect(await reminders.address(account)).toBeNull();
    await reminders.setAddress(account, 'vanphong@xa.example');
    await reminders.setAddress(account, 'vp@xa.example');
    expect(await reminders.addresses()).toEqual(new Map([[account, 'vp@xa.example']]));
    await reminders.setAddress(account, null);
    expect(await reminders.address(account)).toBeNull();
    expect((await reminders.addresses()).size).toBe(0);
  });
});
