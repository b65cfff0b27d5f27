import { describe, expect, test } from 'vitest';
import { bothStores } from '../../support/service/stores.ts';

const at = (seconds: number) => new Date(Date.parse('2026-12-01T01:00:00Z') + seconds * 1000).toISOString();
/** A minute from so many seconds on. */
const minuteFrom = (seconds: number) => ({ now: at(seconds), until: at(seconds + 60) });

describe.each(bothStores)('leases in %s', (_name, open) => {
  test('of many nodes one has a piece of work, and keeps it as long as it asks in time', async () => {
    const { leases } = await open();
    const owners = Array.from({ length: 8 }, (_, node) => `node ${node}`);
    const taken = await Promise.all(owners.map((owner) => leases.take('reminders', owner, minuteFrom(0))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const owner = owners[taken.indexOf(true)] ?? '';
    expect(await leases.take('reminders', owner, minuteFrom(50))).toBe(true);
    expect(await leases.take('reminders', 'another', minuteFrom(70))).toBe(false);
  });

  test('a node that is gone keeps nobody from its work for longer than its lease', async () => {
    const { leases } = await open();
    await leases.take('reminders', 'one', minuteFrom(0));
    expect(await leases.take('reminders', 'another', minuteFrom(59))).toBe(false);
    expect(await leases.take('reminders', 'another', minuteFrom(60))).toBe(true);
    expect(await leases.take('reminders', 'one', minuteFrom(61))).toBe(false);
  });

  test('each piece of work is apart, and what a node gives back another has at once', async () => {
    const { leases } = await open();
    await leases.take('reminders', 'one', minuteFrom(0));
    expect(await leases.take('digests', 'another', minuteFrom(0))).toBe(true);
    await leases.giveBack('reminders', 'another');
    expect(await leases.take('reminders', 'another', minuteFrom(1))).toBe(false);
    await leases.giveBack('reminders', 'one');
    expect(await leases.take('reminders', 'another', minuteFrom(1))).toBe(true);
  });

  test('a lease that was taken before the clock was put back by hours does not hold for hours', async () => {
    const { leases } = await open();
    await leases.take('reminders', 'one', minuteFrom(7 * 3600));
    expect(await leases.take('reminders', 'another', minuteFrom(0))).toBe(true);
  });
});

describe.each(bothStores)('the link of the first administrator in %s', (_name, open) => {
  test('is one for all nodes: a new one voids the one before, and after use there is none', async () => {
    const { setupLink } = await open();
    expect(await setupLink.hash()).toBeNull();
    await setupLink.renew('aa');
    await setupLink.renew('bb');
    expect(await setupLink.hash()).toBe('bb');
    await setupLink.end();
    expect(await setupLink.hash()).toBeNull();
  });
});
