import { describe, expect, test } from 'vitest';
import { accept } from '../../../src/domain/ruling.ts';
import type { Session, SessionState } from '../../../src/domain/session/session.ts';
import type { BoxRenewal } from '../../../src/server/store/renewal-store.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aSessionId, aStoredSession } from '../../support/build/stored-sessions.ts';
import { bothStores } from '../../support/service/stores.ts';

const id = aSessionId(1);

function aRenewal(name: string, change: Partial<BoxRenewal> = {}): BoxRenewal {
  const counts = { summoned: 15, present: 14, issued: 14, collected: 9, channels: null };
  return { id: name, at: '2026-12-01T01:00:15.000Z', isTaking: true, height: 9, counts, ...change };
}

async function withSession(open: () => Promise<Store>, state: SessionState = 'open'): Promise<Store> {
  const store = await open();
  await store.sessions.create(aStoredSession(1, { state }));
  return store;
}

describe.each(bothStores)('renewals of boxes in %s', (_name, open) => {
  test('of many nodes that counted at once all show what one of them counted', async () => {
    const { renewals } = await withSession(open);
    const counted = Array.from({ length: 8 }, (_, node) => aRenewal(`node ${node}`, { height: 9 + node }));
    const shown = await Promise.all(counted.map((one) => renewals.replace(id, null, one)));
    expect(new Set(shown.map((one) => one?.id)).size).toBe(1);
    expect(counted).toContainEqual(shown[0]);
    expect(await renewals.find(id)).toEqual(shown[0]);
  });

  test('who counted beside a renewal that is gone does not overwrite the one that came', async () => {
    const { renewals } = await withSession(open);
    await renewals.replace(id, null, aRenewal('first'));
    const channels = { phone: 6, sheet: 5 };
    const second = aRenewal('second', { counts: { ...aRenewal('').counts, channels } });
    expect(await renewals.replace(id, 'first', second)).toEqual(second);
    expect(await renewals.replace(id, 'first', aRenewal('late'))).toEqual(second);
    expect(await renewals.find(id)).toEqual(second);
  });

  test('before its setup a record is shown up to nothing', async () => {
    const { renewals } = await withSession(open, 'issued');
    const unopened = aRenewal('unopened', { isTaking: false, height: null });
    expect(await renewals.replace(id, null, unopened)).toEqual(unopened);
    expect(await renewals.find(id)).toEqual(unopened);
  });

  test.each(['closed', 'cancelled'] as const)(
    'a session that is %s keeps none, and gets none any more',
    async (state) => {
      const { sessions, renewals } = await withSession(open, 'counting');
      await renewals.replace(id, null, aRenewal('last'));
      await sessions.update(id, withAllPapers, (known) =>
        accept({ after: { ...known, session: { ...known.session, state } } }),
      );
      expect(await renewals.find(id)).toBeUndefined();
      expect(await renewals.replace(id, null, aRenewal('slow'))).toBeUndefined();
      expect(await renewals.find(id)).toBeUndefined();
    },
  );

  test('phone voting that counts down is known to every node until it has ended', async () => {
    const { sessions, countdowns } = await withSession(open);
    const change = (to: Partial<Session>) =>
      sessions.update(id, withAllPapers, (known) =>
        accept({ after: { ...known, session: { ...known.session, ...to } } }),
      );
    expect(await countdowns.running()).toEqual([]);
    await change({ phoneVotingEndsAt: '2026-12-01T01:01:00.000Z' });
    expect(await countdowns.running()).toEqual([id]);
    await change({ state: 'counting' });
    expect(await countdowns.running()).toEqual([]);
  });

  test('who watches learns of each change of a session and of its renewal', async () => {
    const { sessions, renewals } = await withSession(open);
    await sessions.create(aStoredSession(2));
    const watched = async () => (await renewals.watched([id, aSessionId(2), aSessionId(3)])).get(id);
    const before = await watched();
    expect(before).toEqual({ revision: expect.any(Number), renewal: undefined });
    await sessions.update(id, withAllPapers, (known) =>
      accept({ after: { ...known, session: { ...known.session, state: 'counting' } } }),
    );
    await renewals.replace(id, null, aRenewal('first'));
    const after = await watched();
    expect(after?.renewal).toEqual(aRenewal('first'));
    expect(after?.revision).not.toBe(before?.revision);
    expect((await renewals.watched([id, aSessionId(2), aSessionId(3)])).size).toBe(2);
  });
});
