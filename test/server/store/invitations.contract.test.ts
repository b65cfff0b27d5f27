import { describe, expect, test } from 'vitest';
import { type Account, accountId, signInId } from '../../../src/domain/account/account.ts';
import { type Invitation, invitationId } from '../../../src/domain/account/invitation.ts';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { aSignIn } from '../../support/service/service.ts';
import { bothStores } from '../../support/service/stores.ts';

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

describe.each(bothStores)('invitations in %s', (_name, open) => {
  test('a link makes an account once; of uses side by side only one counts', async () => {
    const { invitations, accounts } = await open();
    const invitation = anInvitation('one');
    await invitations.add([invitation]);
    expect(await invitations.find('one')).toEqual(invitation);
    expect(await invitations.liveFor([aPersonId(1)])).toEqual([invitation]);
    const use = () =>
      invitations.use('one', (found) =>
        found?.status === 'live' ? accept(anAccount({ personId: aPersonId(1) })) : refuse('used'),
      );
    const uses = await Promise.all([use(), use(), use()]);
    expect(uses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await accounts.list()).toHaveLength(1);
    expect((await invitations.find('one'))?.status).toBe('used');
    expect(await invitations.liveFor([aPersonId(1)])).toEqual([]);
  });

  test('a later link for the same person replaces the one before, and only that', async () => {
    const { invitations } = await open();
    await invitations.add([anInvitation('first'), anInvitation('other', { personId: aPersonId(2) })]);
    await invitations.add([anInvitation('second')]);
    expect((await invitations.find('first'))?.status).toBe('replaced');
    expect((await invitations.find('other'))?.status).toBe('live');
    expect((await invitations.find('second'))?.status).toBe('live');
  });

  test('a committee takes back its own live links only', async () => {
    const { invitations } = await open();
    const mine = anInvitation('mine', { committeeId: aCommittee(2).id });
    const other = anInvitation('other', { committeeId: aCommittee(3).id, personId: aPersonId(2) });
    await invitations.add([mine, other]);
    expect(await invitations.liveOf(aCommittee(2).id)).toEqual([mine]);
    expect(await invitations.withdraw(aCommittee(2).id, other.id)).toBe(false);
    expect(await invitations.withdraw(aCommittee(2).id, mine.id)).toBe(true);
    expect(await invitations.withdraw(aCommittee(2).id, mine.id)).toBe(false);
    expect((await invitations.find('mine'))?.status).toBe('withdrawn');
    expect((await invitations.find('other'))?.status).toBe('live');
    expect(await invitations.liveFor([aPersonId(1)])).toEqual([]);
  });

  test('a recovery changes the account and ends all of its sign-ins', async () => {
    const { invitations, accounts } = await open();
    const account = anAccount();
    await accounts.create(account);
    const signIn = { id: signInId.parse(crypto.randomUUID()), accountId: account.id, ...aSignIn };
    await accounts.addSignIn(signIn);
    await invitations.add([anInvitation('again', { personId: null, accountId: account.id })]);
    const used = await invitations.use<never>('again', (_found, present) =>
      accept({ ...(present ?? account), passwordHash: 'another' }),
    );
    expect(used.ok).toBe(true);
    expect((await accounts.find(account.id))?.passwordHash).toBe('another');
    expect(await accounts.signInsOf(account.id, new Date('2026-12-01'))).toEqual([]);
  });

  test('a taken name, a second account of a person and a refusal leave link and accounts as they were', async () => {
    const { invitations, accounts } = await open();
    const present = anAccount({ username: 'Bí thư', personId: aPersonId(1) });
    await accounts.create(present);
    await invitations.add([anInvitation('one', { personId: aPersonId(2) })]);
    const use = (account: Account) => invitations.use<never>('one', () => accept(account));
    expect(await use(anAccount({ username: 'BÍ THƯ' }))).toEqual({ ok: false, refusal: 'username-taken' });
    expect(await use(anAccount({ personId: aPersonId(1) }))).toEqual({ ok: false, refusal: 'has-account' });
    expect(await invitations.use('one', () => refuse('no'))).toEqual({ ok: false, refusal: 'no' });
    expect((await invitations.find('one'))?.status).toBe('live');
    expect(await accounts.list()).toEqual([present]);
  });
});

describe.each(bothStores)('accounts in %s', (_name, open) => {
  test('a person has one account, whoever asks at the same moment', async () => {
    const { accounts } = await open();
    const create = (username: string) => accounts.create(anAccount({ username, personId: aPersonId(1) }));
    const made = await Promise.all([create('một'), create('hai')]);
    expect(made.map((one) => (one.ok ? 'made' : one.refusal))).toEqual(['made', 'has-account']);
    const nobodys = await accounts.create(anAccount({ username: 'ba', personId: null }));
    if (!nobodys.ok) throw new Error(nobodys.refusal);
    const given = accounts.update<never>(nobodys.value.id, (one) => accept({ ...one, personId: aPersonId(1) }));
    await expect(given).rejects.toThrow();
    expect((await accounts.findByPeople([aPersonId(1)])).map(({ username }) => username)).toEqual(['một']);
  });
});

describe.each(bothStores)('sign-ins in %s', (_name, open) => {
  test('they are listed, marked by day, and end one by one or all at once', async () => {
    const { accounts } = await open();
    const account = anAccount({ secondFactor: { secret: 's', confirmed: true, lastStep: 7, recovery: ['a'] } });
    await accounts.create(account);
    expect(await accounts.find(account.id)).toEqual(account);
    const [first, second, third] = [1, 2, 3].map(() => signInId.parse(crypto.randomUUID()));
    if (!(first && second && third)) throw new Error('three sign-ins');
    for (const id of [first, second, third]) await accounts.addSignIn({ id, accountId: account.id, ...aSignIn });
    await accounts.markUsed(first, '2026-12-09');
    // By a clock that was put back meanwhile.
    await accounts.markUsed(first, '2026-12-02');
    const listed = async () => (await accounts.signInsOf(account.id, new Date('2026-12-01'))).map(({ id }) => id);
    const [used] = (await accounts.signInsOf(account.id, new Date('2026-12-01'))).filter(({ id }) => id === first);
    expect(used).toMatchObject({ lastUsedOn: '2026-12-02', begunOn: '2026-12-01', device: null });
    await accounts.endSignIn(second);
    expect(await listed()).toEqual([first, third].sort());
    await accounts.endSignIns(account.id, third);
    expect(await listed()).toEqual([third]);
    await accounts.endSignIns(account.id);
    expect(await listed()).toEqual([]);
    expect(await accounts.signInsOf(account.id, new Date('2101-01-01'))).toEqual([]);
  });

  test('accounts are found by name, by person and by role', async () => {
    const { accounts } = await open();
    const one = anAccount({ username: 'van-phong-xa', personId: aPersonId(1) });
    const other = anAccount({ username: '100%' });
    for (const account of [one, other]) await accounts.create(account);
    const search = (text: string, limit = 10) => accounts.search({ text, words: [], limit });
    expect(await search('phong')).toEqual([one]);
    expect(await search('%')).toEqual([other]);
    expect(await search('', 1)).toHaveLength(1);
    expect(await accounts.findByPeople([aPersonId(1), aPersonId(2)])).toEqual([one]);
  });
});

describe.each(bothStores)('accounts of people in %s', (_name, open) => {
  test('accounts come by their people’s names, those of nobody last by user name', async () => {
    const { accounts, committees } = await open();
    const names = ['Trần Thị Hoà', 'Lê Văn Đức', 'Nguyễn Thị Hoa', 'Phạm Dũng'];
    const people = names.map((fullName, at) => ({
      id: aPersonId(at + 1),
      name: fullName,
      code: null,
      birthYear: null,
    }));
    await committees.importRoster(null, () => ({ ok: true, people }));
    for (const [at, { id: personId }] of people.entries())
      await accounts.create(anAccount({ username: `a${at}`, personId }));
    for (const username of ['b', 'a']) await accounts.create(anAccount({ username }));
    const search = async (words: readonly string[], limit = 10) =>
      (await accounts.search({ text: words.join(' '), words, limit })).map(({ username }) => username);
    expect(await search([])).toEqual(['a3', 'a1', 'a2', 'a0', 'a', 'b']);
    expect(await search([], 2)).toEqual(['a3', 'a1']);
    expect(await search(['hoa']), 'by the names of people').toEqual(['a2', 'a0']);
    expect(await search(['thi', 'hoa'], 1)).toEqual(['a2']);
  });
});
