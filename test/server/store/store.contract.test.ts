import { describe, expect, test } from 'vitest';
import { type Account, accountId, decideAttempt, signInId, withGrant } from '../../../src/domain/account/account.ts';
import { committeeId as committeeIdSchema } from '../../../src/domain/committee/committee.ts';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { bothStores, keep, newFolder } from '../../support/service/stores.ts';

const now = new Date('2026-12-01T01:00:00Z');
const committeeId = committeeIdSchema.parse('7d44e1f2-6f24-4d7c-9a69-0f6f4a5a9a11');

function anAccount(username = 'Bí thư', changes: Partial<Account> = {}): Account {
  const id = accountId.parse(crypto.randomUUID());
  const nothing = { personId: null, administrator: false, grants: [], secondFactor: null };
  return { id, username, passwordHash: 'hash', ...nothing, ...changes };
}

describe.each(bothStores)('accounts in %s', (_name, open) => {
  test('an account comes back as it was kept, by id and by name', async () => {
    const { accounts } = await open();
    const account = anAccount('Bí thư', { administrator: true, grants: [{ role: 'chair', committeeId }] });
    expect(await accounts.any()).toBe(false);
    expect(await accounts.create(account)).toEqual({ ok: true, value: account });
    expect(await accounts.find(account.id)).toEqual(account);
    expect(await accounts.findByName('bí thư')).toEqual(account);
    expect(await accounts.findByName('Bí thư')).toBeUndefined();
    expect(await accounts.any()).toBe(true);
  });

  test('a name is taken once, whatever its case', async () => {
    const { accounts } = await open();
    await accounts.create(anAccount('Bí thư'));
    expect(await accounts.create(anAccount('BÍ THƯ'))).toEqual({ ok: false, refusal: 'username-taken' });
    expect(await accounts.list()).toHaveLength(1);
  });

  test('of many first administrators at once only one is made', async () => {
    const { accounts } = await open();
    const attempts = ['a', 'b', 'c'].map((name) => accounts.createFirst(anAccount(name)));
    const made = (await Promise.all(attempts)).filter((decision) => decision.ok);
    expect(made).toHaveLength(1);
    expect(await accounts.list()).toHaveLength(1);
  });

  test('updates side by side all count', async () => {
    const { accounts } = await open();
    const account = anAccount();
    await accounts.create(account);
    await Promise.all(
      (['chair', 'secretary', 'office'] as const).map((role) =>
        accounts.update<never>(account.id, (current) => accept(withGrant(current, { role, committeeId }, true))),
      ),
    );
    expect((await accounts.find(account.id))?.grants).toHaveLength(3);
  });

  test('a refused update changes nothing, and an unknown account is refused', async () => {
    const { accounts } = await open();
    const account = anAccount();
    await accounts.create(account);
    expect(await accounts.update(account.id, () => refuse('no'))).toEqual({ ok: false, refusal: 'no' });
    expect(await accounts.find(account.id)).toEqual(account);
    const unknown = await accounts.update<never>(anAccount().id, accept);
    expect(unknown).toEqual({ ok: false, refusal: 'unknown-account' });
  });

  test('accounts are listed by name', async () => {
    const { accounts } = await open();
    for (const name of ['c', 'A', 'b']) await accounts.create(anAccount(name));
    expect((await accounts.list()).map((account) => account.username)).toEqual(['A', 'b', 'c']);
  });

  test('a sign-in ends when it is ended and when it expires', async () => {
    const { accounts } = await open();
    const account = anAccount();
    await accounts.create(account);
    const signIn = {
      id: signInId.parse(crypto.randomUUID()),
      accountId: account.id,
      expiresAt: new Date(now.getTime() + 1000).toISOString(),
      ...{ device: 'Chrome · Android', begunOn: '2026-12-01', lastUsedOn: '2026-12-01' },
    };
    await accounts.addSignIn(signIn);
    expect(await accounts.findSignedIn(signIn.id, now)).toEqual(account);
    expect(await accounts.findSignedIn(signIn.id, new Date(now.getTime() + 1000))).toBeUndefined();
    await accounts.endSignIn(signIn.id);
    expect(await accounts.findSignedIn(signIn.id, now)).toBeUndefined();
  });

  test('the standing of a sign-in is another after each change of what its owner may do, and gone when it is ended', async () => {
    const { accounts } = await open();
    const account = anAccount();
    await accounts.create(account);
    const id = signInId.parse(crypto.randomUUID());
    const another = signInId.parse(crypto.randomUUID());
    const begun = { expiresAt: now.toISOString(), device: null, begunOn: '2026-12-01', lastUsedOn: '2026-12-01' };
    for (const one of [id, another]) await accounts.addSignIn({ id: one, accountId: account.id, ...begun });
    const standing = async () => (await accounts.standings([id])).get(id);
    const seen = [await standing()];
    expect(await standing()).toBe(seen[0]);
    const grant = { role: 'chair', committeeId } as const;
    const changes: Partial<Account>[] = [
      { grants: [grant] },
      { grants: [] },
      { administrator: !account.administrator },
    ];
    for (const change of changes) {
      await accounts.update<never>(account.id, (known) => accept({ ...known, ...change }));
      expect(await standing()).not.toBe(seen.at(-1));
      seen.push(await standing());
    }
    await accounts.endSignIn(id);
    expect([...(await accounts.standings([id, another])).keys()]).toEqual([another]);
  });

  test('failures count per name, side by side, until they are cleared', async () => {
    const { accounts } = await open();
    const fail = (name: string) => accounts.updateFailures(name, (failures) => decideAttempt(failures, now));
    const decisions = await Promise.all(Array.from({ length: 7 }, () => fail('bí thư')));
    expect(decisions.filter((decision) => decision.ok)).toHaveLength(5);
    expect((await fail('another')).ok).toBe(true);
    await accounts.clearFailures('bí thư');
    expect(await fail('bí thư')).toMatchObject({ ok: true, value: { count: 1 } });
  });
});

test('what SQLite acknowledged is there after it is opened again', async () => {
  const folder = newFolder();
  const account = anAccount('Bí thư', { grants: [{ role: 'office', committeeId }] });
  const first = sqliteStore(folder);
  await first.accounts.create(account);
  await first.close();
  expect(await keep(sqliteStore(folder)).accounts.find(account.id)).toEqual(account);
});
