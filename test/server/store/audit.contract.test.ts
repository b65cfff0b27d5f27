import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { accountId } from '../../../src/domain/account/account.ts';
import { type AuditNote, noObject } from '../../../src/domain/audit.ts';
import { planId } from '../../../src/domain/plan/plan-id.ts';
import { personId } from '../../../src/domain/roster/person.ts';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import { sessionId } from '../../../src/domain/session/session.ts';
import { auditIntent } from '../../../src/server/store/audit-intent.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommitteeId } from '../../support/build/ids.ts';
import { inPostgres } from '../../support/service/new-postgres-store.ts';
import { bothStores, folderOf, keep, newFolder } from '../../support/service/stores.ts';

const someone = accountId.parse('00000009-0000-4000-8000-000000000001');
const another = accountId.parse('00000009-0000-4000-8000-000000000002');
const session = sessionId.parse('Dw5xMuS7nSTvZXabcdefgh');
const account = {
  username: 'bí thư',
  passwordHash: '',
  personId: null,
  administrator: false,
  grants: [],
  secondFactor: null,
};

function aNote(change: Partial<AuditNote> = {}): AuditNote {
  return { ...noObject, at: '2026-12-01T01:00:00.000Z', event: 'giveGrant', accountId: someone, ...change };
}

const own = aCommitteeId(1);
const all = { after: null, limit: 100 };

describe.each(bothStores)('the audit log in %s', (_name, open) => {
  test('entries are numbered, chained, and come newest first, page by page', async () => {
    const { audit } = await open();
    for (const event of ['first', 'second', 'third']) await audit.append(aNote({ event }));
    const entries = await audit.list({ kind: 'administration' }, all);
    expect(entries.map(({ number, event }) => [number, event])).toEqual([
      [3, 'third'],
      [2, 'second'],
      [1, 'first'],
    ]);
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(3);
    const earlier = await audit.list({ kind: 'administration' }, { after: entries[0] ?? null, limit: 1 });
    expect(earlier.map(({ event }) => event)).toEqual(['second']);
    const [last, middle] = entries;
    expect([last?.previous, entries.at(-1)?.previous]).toEqual([middle?.hash, '0'.repeat(64)]);
    const head = { number: 3, hash: last?.hash };
    expect(await audit.head()).toEqual(head);
    expect(await audit.check()).toEqual({ count: 3, brokenAt: null, head });
    // As entries were hashed before there were plans, people and roles in them.
    expect(entries.at(-1)?.hash).toBe('bf08464779dba5fe49946ca4d3c96634977c5b09af2cb23e994d6ad04deac83a');
    const more = { planId: planId.parse(someone), personId: personId.parse(someone), role: 'chair' } as const;
    await audit.append(aNote(more));
    expect((await audit.list({ kind: 'administration' }, all))[0]).toMatchObject(more);
    expect((await audit.check()).brokenAt).toBeNull();
  });

  test('administrators read nothing of a session; a committee reads its own entries and those about its accounts', async () => {
    const { audit } = await open();
    const own = { committeeId: aCommitteeId(1) };
    const other = { committeeId: aCommitteeId(2) };
    const notes = [
      { event: 'own session', ...own, sessionId: session },
      { event: 'own committee', ...own },
      { event: 'other committee', ...other, aboutAccountId: someone },
      { event: 'own account', aboutAccountId: someone },
      { event: 'other account', aboutAccountId: another },
    ];
    for (const [second, note] of notes.entries()) {
      await audit.append(aNote({ ...note, at: `2026-12-01T01:00:0${second}.000Z` }));
    }
    const read = async (scope: Parameters<typeof audit.list>[0]) =>
      (await audit.list(scope, all)).map(({ event }) => event).reverse();
    expect(await read({ kind: 'administration' })).toEqual([
      ...['own committee', 'other committee', 'own account', 'other account'],
    ]);
    const committee = { kind: 'committee', committeeId: aCommitteeId(1), accountIds: [someone] } as const;
    expect(await read(committee)).toEqual(['own session', 'own committee', 'own account']);
  });
});

describe.each(bothStores)('chains of committees in %s', (_name, open) => {
  test('each is numbered by itself, and read together by instants, page by page', async () => {
    const { audit } = await open();
    const [one, other] = [{ committeeId: aCommitteeId(1) }, { committeeId: aCommitteeId(2) }];
    const notes = [one, other, {}, one, {}, other];
    for (const [at, note] of notes.entries()) {
      await audit.append(aNote({ ...note, event: `${at}`, at: `2026-12-01T01:00:0${at >> 1}.000Z` }));
    }
    const whole = await audit.list({ kind: 'administration' }, all);
    expect(whole.map(({ event, chain, number }) => [event, chain, number])).toEqual([
      ['4', null, 2],
      ['5', aCommitteeId(2), 2],
      ['2', null, 1],
      ['3', aCommitteeId(1), 2],
      ['0', aCommitteeId(1), 1],
      ['1', aCommitteeId(2), 1],
    ]);
    const events: string[] = [];
    for (let after: (typeof whole)[number] | null = null; ; ) {
      const page: typeof whole = await audit.list({ kind: 'administration' }, { after, limit: 2 });
      events.push(...page.map(({ event }) => event));
      if (page.length < 2) break;
      after = page.at(-1) ?? null;
    }
    expect(events).toEqual(['4', '5', '2', '3', '0', '1']);
    expect(await audit.head(aCommitteeId(1))).toMatchObject({ number: 2 });
    expect(await audit.head(aCommitteeId(3))).toBeNull();
    expect(await audit.check()).toMatchObject({ count: 6, brokenAt: null, head: { number: 2 } });
  });

  test('of several that grow and are put together at the same moment none is lost', async () => {
    const { audit } = await open();
    const appended = Array.from({ length: 12 }, (_, at) =>
      audit.append(aNote(at % 4 === 0 ? {} : { committeeId: aCommitteeId(at % 4) })),
    );
    await Promise.all([
      ...appended,
      audit.digest('2026-12-01T02:00:00.000Z'),
      audit.digest('2026-12-01T02:00:01.000Z'),
    ]);
    await Promise.all([1, 2].map((at) => audit.digest(`2026-12-01T03:00:0${at}.000Z`)));
    const before = await audit.check();
    expect(before.brokenAt).toBeNull();
    expect(await audit.head(aCommitteeId(2))).toMatchObject({ number: 3 });
    await audit.digest('2026-12-01T04:00:00.000Z');
    expect(await audit.check(), 'all ends are in').toEqual(before);
  });

  test('their ends go into the chain of the service, those that have grown', async () => {
    const { audit } = await open();
    await audit.digest('2026-12-01T01:00:00.000Z');
    expect(await audit.head()).toBeNull();
    for (const at of [1, 2, 1]) await audit.append(aNote({ committeeId: aCommitteeId(at) }));
    await audit.digest('2026-12-01T02:00:00.000Z');
    const first = await audit.head();
    await audit.digest('2026-12-01T03:00:00.000Z');
    expect(await audit.head()).toEqual(first);
    await audit.append(aNote({ committeeId: aCommitteeId(1) }));
    await audit.digest('2026-12-01T04:00:00.000Z');
    const digests = await audit.list({ kind: 'administration' }, { after: null, limit: 1 });
    expect(digests[0]).toMatchObject({ number: 2, event: 'logDigest', seal: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await audit.check()).toMatchObject({ count: 6, brokenAt: null });
  });
});

describe.each(bothStores)('in %s a note goes with its change', (_name, open) => {
  test('the first change of an operation keeps the note, later ones none', async () => {
    const store = await open();
    const intent = auditIntent(aNote());
    const { accounts } = store.noting(intent);
    await accounts.create({ id: someone, ...account });
    expect(await store.audit.check()).toMatchObject({ count: 1 });
    await accounts.update<never>(someone, (before) => accept({ ...before, administrator: true }));
    expect(intent.isKept).toBe(true);
    expect(await store.audit.check()).toMatchObject({ count: 1, brokenAt: null, head: { number: 1 } });
  });

  test('a refused or a failed change leaves neither itself nor a note', async () => {
    const store = await open();
    await store.accounts.create({ id: someone, ...account });
    const intent = auditIntent(aNote());
    const { accounts } = store.noting(intent);
    await accounts.update(someone, () => refuse('no'));
    const failed = accounts.create({ id: another, ...account, username: 'x', grants: [undefined as never] });
    await expect(failed).rejects.toThrow();
    expect(intent.isKept).toBe(false);
    expect(await store.audit.check()).toMatchObject({ count: 0 });
    expect(await store.accounts.list()).toHaveLength(1);
  });

  test.each([
    ['changed', 'update audit_entry set account_id = null where number = 2', 2],
    ['given a role', "update audit_entry set role = 'office' where number = 2", 2],
    ['of nobody', 'update audit_entry set person_id = null where number = 2', 2],
    ['deleted', 'delete from audit_entry where number = 2', 3],
    ['moved', 'update audit_entry set number = 9 where number = 1', 2],
    ['cut off at the end', 'delete from audit_entry where number > 1', 2],
    ['uncounted', 'update audit_head set number = 2, hash = (select hash from audit_entry where number = 2)', 3],
    ['no longer counted', 'delete from audit_head', 1],
  ])('an entry %s behind the back of the service is found', async (_how, statement, at) => {
    const store = await open();
    const person = { personId: personId.parse(someone) };
    for (const event of ['first', 'second', 'third']) await store.audit.append(aNote({ event, ...person }));
    await alter(store, statement);
    expect((await store.audit.check()).brokenAt).toEqual({ chain: null, number: at });
    // What is noted later closes no gap.
    await store.audit.append(aNote({ event: 'later' }));
    if (/^(update|delete from) audit_entry/.test(statement))
      expect((await store.audit.check()).brokenAt).not.toBeNull();
  });

  const ofOwn = `committee_id = '${own}'`;
  const last = `(select number, hash from committee_audit_entry where ${ofOwn} and number = 1)`;
  test.each([
    ['changed', `update committee_audit_entry set event = 'signIn' where ${ofOwn} and number = 2`, 2],
    ['moved to another committee', `update committee_audit_entry set committee_id = 'x' where ${ofOwn}`, 'x'],
    ['deleted', `delete from committee_audit_entry where ${ofOwn} and number = 1`, 2],
    ['cut off at the end', `delete from committee_audit_entry where ${ofOwn} and number > 1`, 2],
    ['no longer counted', `delete from committee_audit_head where ${ofOwn}`, 1],
    [
      'cut off with its count',
      `delete from committee_audit_entry where ${ofOwn} and number > 1; update committee_audit_head set (number, hash) = ${last} where ${ofOwn}`,
      2,
    ],
    [
      'left out with its whole chain',
      `delete from committee_audit_entry where ${ofOwn}; delete from committee_audit_head where ${ofOwn}`,
      2,
    ],
  ])("an entry of a committee's chain %s is found", async (_how, statements, at) => {
    const store = await open();
    for (const of of [1, 2, 1]) await store.audit.append(aNote({ committeeId: aCommitteeId(of) }));
    await store.audit.digest('2026-12-01T02:00:00.000Z');
    expect((await store.audit.check()).brokenAt).toBeNull();
    await alter(store, statements);
    expect((await store.audit.check()).brokenAt).toEqual(
      at === 'x' ? { chain: 'x', number: 1 } : { chain: own, number: at },
    );
  });

  test.each([
    ['other ends', `update audit_digest_head set number = 1 where ${ofOwn}`],
    ['one end less', `delete from audit_digest_head where ${ofOwn}`],
  ])('a digest of %s is found', async (_how, statements) => {
    const store = await open();
    for (const of of [1, 2, 1]) await store.audit.append(aNote({ committeeId: aCommitteeId(of) }));
    await store.audit.digest('2026-12-01T02:00:00.000Z');
    await alter(store, statements);
    expect((await store.audit.check()).brokenAt).toEqual({ chain: null, number: 1 });
  });

  test('an end that is said to be in a digest that is not there, so that none takes it in, is found', async () => {
    const store = await open();
    await store.audit.append(aNote({ committeeId: own }));
    await alter(store, `insert into audit_digest_head select committee_id, number, hash, 9 from committee_audit_head`);
    await store.audit.digest('2026-12-01T02:00:00.000Z');
    expect((await store.audit.check()).brokenAt).toEqual({ chain: own, number: 1 });
  });
});

describe('SQLite', () => {
  test('the database itself refuses to change or delete an entry', async () => {
    const folder = newFolder();
    const store = keep(sqliteStore(folder));
    await store.audit.append(aNote());
    const file = new Sqlite(join(folder, 'phieu.sqlite'));
    expect(() => file.exec("update audit_entry set event = 'signIn'")).toThrow('append-only');
    expect(() => file.exec('delete from audit_entry')).toThrow('append-only');
    expect(() => file.exec('update audit_head set number = 0')).toThrow('append-only');
    expect(() => file.exec('delete from audit_head')).toThrow('append-only');
    file.close();
  });

  test('the database refuses to change or delete entries of committees, and what the service says of their ends', async () => {
    const folder = newFolder();
    const store = keep(sqliteStore(folder));
    await store.audit.append(aNote({ committeeId: own }));
    await store.audit.digest('2026-12-01T02:00:00.000Z');
    const file = new Sqlite(join(folder, 'phieu.sqlite'));
    for (const table of ['committee_audit_entry', 'committee_audit_head', 'audit_digest_head']) {
      expect(() => file.exec(`update ${table} set number = 1`)).toThrow('append-only');
      expect(() => file.exec(`delete from ${table}`)).toThrow('append-only');
    }
    file.close();
  });
});

/** Behind the back of the service, by somebody who has taken the triggers away where there are any. */
async function alter(store: Store, statements: string): Promise<void> {
  if (store.address.kind === 'postgres') return await inPostgres(store.address.url, statements);
  const file = new Sqlite(join(folderOf(store), 'phieu.sqlite'));
  const triggers = file
    .prepare("select name from sqlite_master where type = 'trigger' and name like '%audit%'")
    .pluck();
  for (const name of triggers.all()) file.exec(`drop trigger ${name}`);
  file.exec(statements);
  file.close();
}
