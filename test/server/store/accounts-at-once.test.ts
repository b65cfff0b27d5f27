import { expect, test } from 'vitest';
import { type Account, accountId, decideAttempt, signInId } from '../../../src/domain/account/account.ts';
import { type Invitation, invitationId } from '../../../src/domain/account/invitation.ts';
import { noObject } from '../../../src/domain/audit.ts';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import { auditIntent } from '../../../src/server/store/audit-intent.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { TakenBackMeanwhile } from '../../../src/server/store/taken-back-meanwhile.ts';
import { aCommitteeId, aPersonId } from '../../support/build/ids.ts';
import { inPostgres, newPostgresDatabase, openPostgresStore } from '../../support/service/new-postgres-store.ts';
import { aSignIn } from '../../support/service/service.ts';
import { keep } from '../../support/service/stores.ts';

/** Two nodes on one database. */
async function twoNodes(): Promise<readonly [Store, Store, string]> {
  const url = await newPostgresDatabase();
  const [one, other] = await Promise.all([openPostgresStore(url), openPostgresStore(url)]);
  return [keep(one), keep(other), url];
}

function anAccount(change: Partial<Account> = {}): Account {
  const id = accountId.parse(crypto.randomUUID());
  const nothing = { personId: null, administrator: false, grants: [], secondFactor: null };
  return { id, username: `tài khoản ${id}`, passwordHash: 'hash', ...nothing, ...change };
}

function anInvitation(token: string, change: Partial<Invitation> = {}): Invitation {
  return {
    ...{ id: invitationId.parse(crypto.randomUUID()), tokenHash: token, name: 'Đồng chí A', grants: [] },
    ...{ personId: aPersonId(1), accountId: null, committeeId: null, byAdministrator: false, drawnBy: null },
    ...{ expiresAt: '2026-12-15T00:00:00.000Z', status: 'live', ...change },
  };
}

const now = new Date('2026-12-01T01:00:00Z');

test('two first administrators, one name, one person: each once, whatever node is asked', async () => {
  const [one, other] = await twoNodes();
  const made = await Promise.all([one, other, one, other].map(({ accounts }) => accounts.createFirst(anAccount())));
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  const named = await Promise.all(
    [one, other, one, other].map(({ accounts }, at) => accounts.create(anAccount({ username: at % 2 ? 'Ba' : 'BA' }))),
  );
  expect(named.map((ruling) => (ruling.ok ? 'made' : ruling.refusal)).sort()).toEqual([
    ...['made', 'username-taken', 'username-taken', 'username-taken'],
  ]);
  const persons = await Promise.all(
    [one, other, one, other].map(({ accounts }) => accounts.create(anAccount({ personId: aPersonId(1) }))),
  );
  expect(persons.map((ruling) => (ruling.ok ? 'made' : ruling.refusal)).sort()).toEqual([
    ...['has-account', 'has-account', 'has-account', 'made'],
  ]);
});

test('a link is used once on two nodes, beside a new account of the same person', async () => {
  const [one, other] = await twoNodes();
  await one.invitations.add([anInvitation('token')]);
  const use = ({ invitations }: Store) =>
    invitations.use('token', (found) =>
      found?.status === 'live' ? accept(anAccount({ personId: aPersonId(1) })) : refuse('used'),
    );
  const uses = await Promise.all([use(one), use(other), one.accounts.create(anAccount({ personId: aPersonId(1) }))]);
  expect(uses.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await other.accounts.findByPeople([aPersonId(1)])).toHaveLength(1);
});

test('of links to the same that are made on two nodes at once one is live', async () => {
  const [one, other] = await twoNodes();
  await Promise.all([one.invitations.add([anInvitation('a')]), other.invitations.add([anInvitation('b')])]);
  expect(await one.invitations.liveFor([aPersonId(1)])).toHaveLength(1);
});

test('guesses that are spread over two nodes all count, of a name that had none and of one that had', async () => {
  const [one, other] = await twoNodes();
  for (const later of [0, 30 * 60_000]) {
    const at = new Date(now.getTime() + later);
    const guess = ({ accounts }: Store) => accounts.updateFailures('tên', (known) => decideAttempt(known, at));
    const guesses = await Promise.all(Array.from({ length: 8 }, (_, turn) => guess(turn % 2 ? one : other)));
    expect(guesses.filter(({ ok }) => ok)).toHaveLength(5);
    await one.accounts.clearFailures('tên');
  }
});

test('changes of one account on two nodes do not undo each other, and each has its note', async () => {
  const [one, other] = await twoNodes();
  const account = anAccount();
  await one.accounts.create(account);
  const roles = ['chair', 'secretary', 'office'] as const;
  const notes = roles.map((role) =>
    auditIntent({ ...noObject, at: now.toISOString(), event: 'giveGrant', accountId: account.id, role }),
  );
  await Promise.all(
    roles.map((role, at) =>
      (at % 2 ? one : other).noting(notes[at]).accounts.update<never>(account.id, (found) => {
        const grants = [...found.grants, { role, committeeId: aCommitteeId(1) }];
        return accept({ ...found, grants });
      }),
    ),
  );
  expect((await one.accounts.find(account.id))?.grants).toHaveLength(3);
  expect(await other.audit.check()).toMatchObject({ count: 3, brokenAt: null });
});

test('a sign-in with a password that is changed on another node at that moment does not stay', async () => {
  const [one, other] = await twoNodes();
  const account = anAccount();
  await one.accounts.create(account);
  const signIn = { id: signInId.parse(crypto.randomUUID()), accountId: account.id, ...aSignIn };
  const begin = () =>
    one.accounts.addSignIn(signIn, (found) =>
      found?.passwordHash === 'hash' ? accept(undefined) : refuse('wrong-password'),
    );
  const change = async () => {
    await other.accounts.update<never>(account.id, (found) => accept({ ...found, passwordHash: 'another' }));
    await other.accounts.endSignIns(account.id);
  };
  await Promise.all([begin(), change()]);
  expect(await one.accounts.findSignedIn(signIn.id, now)).toBeUndefined();
});

test('who was taken back meanwhile is named by no new account, grant or link; who was named before stays', async () => {
  const [one, , url] = await twoNodes();
  const [gone, committee] = [aPersonId(1), aCommitteeId(1)];
  const before = anAccount({ personId: gone, grants: [{ role: 'office', committeeId: committee }] });
  const nobodys = anAccount();
  for (const account of [before, nobodys]) await one.accounts.create(account);
  await inPostgres(url, `INSERT INTO gone_id VALUES ('${gone}'), ('${committee}')`);
  const refused = [
    one.accounts.create(anAccount({ personId: gone })),
    one.accounts.createFirst(anAccount({ personId: gone })),
    one.accounts.update<never>(nobodys.id, (found) =>
      accept({ ...found, grants: [{ role: 'chair', committeeId: committee }] }),
    ),
    one.invitations.add([anInvitation('person', { personId: gone })]),
    one.invitations.add([anInvitation('committee', { personId: null, committeeId: committee })]),
    one.invitations.make(
      anInvitation('grant', { personId: null, grants: [{ role: 'chair', committeeId: committee }] }),
      accept,
    ),
  ];
  for (const step of await Promise.allSettled(refused)) {
    expect(step).toMatchObject({ status: 'rejected', reason: expect.any(TakenBackMeanwhile) });
  }
  expect((await one.accounts.list()).map(({ id }) => id).sort()).toEqual([before.id, nobodys.id].sort());
  const changed = await one.accounts.update<never>(before.id, (found) => accept({ ...found, passwordHash: 'new' }));
  expect(changed.ok).toBe(true);
});
