import { describe, expect, test } from 'vitest';
import { accountId } from '../../../src/domain/account/account.ts';
import { accept } from '../../../src/domain/ruling.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId } from '../../support/build/ids.ts';
import { anIssuedPlan } from '../../support/build/plans.ts';
import { bothStores } from '../../support/service/stores.ts';

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

describe.each(bothStores)('reminders in %s', (_name, open) => {
  test('of many that would send a reminder at once one may, apart for each deadline', async () => {
    const { reminders } = await withAccount(open);
    const sent = { committeeId: aCommitteeId(2), accountId: account, dueOn: '2027-03-31', kind: 'late' };
    const claims = Array.from({ length: 8 }, () => reminders.claim(plan.id, sent));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect(await reminders.claim(plan.id, { ...sent, dueOn: '2027-04-15' })).toBe(true);
    const kept = (await reminders.sent([plan.id])).get(plan.id) ?? [];
    expect(kept.map(({ dueOn }) => dueOn).sort()).toEqual(['2027-03-31', '2027-04-15']);
    expect(kept).toContainEqual(sent);
  });

  test('one that could not be sent may be sent again, and no other', async () => {
    const { reminders } = await withAccount(open);
    const sent = { committeeId: aCommitteeId(2), accountId: account, dueOn: '2027-03-31', kind: 'late' };
    for (const kind of ['late', 'before-7']) await reminders.claim(plan.id, { ...sent, kind });
    await reminders.withdraw(plan.id, sent);
    expect(await reminders.claim(plan.id, { ...sent, kind: 'before-7' })).toBe(false);
    expect(await reminders.claim(plan.id, sent)).toBe(true);
  });

  test('an account has one address, changes it, and takes it away', async () => {
    const { reminders } = await withAccount(open);
    expect(await reminders.address(account)).toBeNull();
    await reminders.setAddress(account, 'vanphong@xa.example');
    await reminders.setAddress(account, 'vp@xa.example');
    expect(await reminders.address(account)).toBe('vp@xa.example');
    await reminders.setAddress(account, null);
    expect(await reminders.address(account)).toBeNull();
  });

  test('who has an address is reminded for each committee that they serve, however many roles they have there', async () => {
    const { accounts, reminders } = await withAccount(open);
    await reminders.setAddress(account, 'vanphong@xa.example');
    expect(await reminders.recipients()).toEqual([]);
    const grants = [
      { role: 'office', committeeId: aCommitteeId(2) },
      { role: 'chair', committeeId: aCommitteeId(2) },
      { role: 'office', committeeId: aCommitteeId(3) },
    ] as const;
    await accounts.update(account, (known) => accept({ ...known, grants }));
    const [own, ...others] = await reminders.recipients();
    expect(others).toEqual([]);
    expect(own).toMatchObject({ accountId: account, address: 'vanphong@xa.example' });
    expect(own?.committeeIds.toSorted()).toEqual([aCommitteeId(2), aCommitteeId(3)]);
  });
});
