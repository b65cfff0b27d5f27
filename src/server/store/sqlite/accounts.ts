import { and, asc, eq, gt, inArray, lt } from 'drizzle-orm';
import { type Account, accountId, type SignInFailures, signInRules, usernameKey } from '../../../domain/account.ts';
import { committeeId } from '../../../domain/committee.ts';
import { accept, refuse } from '../../../domain/decision.ts';
import { personId } from '../../../domain/person.ts';
import type { AccountStore } from '../account-store.ts';
import { accountTable, grantTable, signInFailureTable, signInTable } from './accounts-schema.ts';
import { atomically, type Database } from './database.ts';
import { inChunks } from './in-chunks.ts';

export function sqliteAccounts(database: Database): AccountStore {
  return { ...accountRecords(database), ...signIns(database), ...failureRecords(database) };
}

type AccountRow = typeof accountTable.$inferSelect;
type GrantRow = typeof grantTable.$inferSelect;

function toAccount(row: AccountRow, grants: readonly GrantRow[]): Account {
  return {
    id: accountId.parse(row.id),
    username: row.username,
    passwordHash: row.passwordHash,
    personId: personId.nullable().parse(row.personId),
    administrator: row.administrator,
    grants: grants
      .filter((grant) => grant.accountId === row.id)
      .map((grant) => ({ role: grant.role, committeeId: committeeId.parse(grant.committeeId) })),
  };
}

function withGrants(database: Database, rows: readonly AccountRow[]): Account[] {
  const ids = rows.map((row) => row.id);
  const grants = database.select().from(grantTable).where(inArray(grantTable.accountId, ids)).all();
  return rows.map((row) => toAccount(row, grants));
}

function findAccount(database: Database, id: string): Account | undefined {
  return withGrants(database, database.select().from(accountTable).where(eq(accountTable.id, id)).all())[0];
}

function write(database: Database, account: Account): void {
  const { id, username, passwordHash, personId, administrator } = account;
  const row = { id, username, usernameKey: usernameKey(username), passwordHash, personId, administrator };
  database.insert(accountTable).values(row).onConflictDoUpdate({ target: accountTable.id, set: row }).run();
  database.delete(grantTable).where(eq(grantTable.accountId, id)).run();
  for (const grant of account.grants) {
    database.insert(grantTable).values({ accountId: id, role: grant.role, committeeId: grant.committeeId }).run();
  }
}

function accountRecords(database: Database) {
  const byName = (key: string) =>
    withGrants(database, database.select().from(accountTable).where(eq(accountTable.usernameKey, key)).all())[0];
  const any = () => database.select({ id: accountTable.id }).from(accountTable).limit(1).all().length > 0;
  const created = (transaction: Database, account: Account) => {
    write(transaction, account);
    return accept(account);
  };

  return {
    any: async () => any(),
    list: async () => {
      const rows = database.select().from(accountTable).orderBy(asc(accountTable.usernameKey)).all();
      const grants = Map.groupBy(database.select().from(grantTable).all(), (grant) => grant.accountId);
      return rows.map((row) => toAccount(row, grants.get(row.id) ?? []));
    },
    find: async (id) => findAccount(database, id),
    findByName: async (key) => byName(key),
    idsOf: async (committee, people) => {
      const held = inChunks([...people], (some) =>
        database
          .select({ id: accountTable.id })
          .from(accountTable)
          .where(inArray(accountTable.personId, [...some]))
          .all(),
      );
      const granted = database
        .select({ id: grantTable.accountId })
        .from(grantTable)
        .where(eq(grantTable.committeeId, committee))
        .all();
      return [...new Set([...held, ...granted].map(({ id }) => accountId.parse(id)))];
    },
    create: async (account) =>
      atomically(database, (transaction) =>
        byName(usernameKey(account.username)) ? refuse('username-taken') : created(transaction, account),
      ),
    createFirst: async (account) =>
      atomically(database, (transaction) => (any() ? refuse('already-set-up') : created(transaction, account))),
    update: async (id, decide) =>
      atomically(database, (transaction) => {
        const account = findAccount(transaction, id);
        if (account === undefined) return refuse('unknown-account');
        const decision = decide(account);
        if (decision.ok) write(transaction, decision.value);
        return decision;
      }),
  } satisfies Partial<AccountStore>;
}

function signIns(database: Database) {
  return {
    addSignIn: async (signIn) => {
      atomically(database, (transaction) => transaction.insert(signInTable).values(signIn).run());
    },
    findSignedIn: async (id, now) => {
      const [signIn] = database
        .select()
        .from(signInTable)
        .where(and(eq(signInTable.id, id), gt(signInTable.expiresAt, now.toISOString())))
        .all();
      return signIn && findAccount(database, signIn.accountId);
    },
    endSignIn: async (id) => {
      atomically(database, (transaction) => transaction.delete(signInTable).where(eq(signInTable.id, id)).run());
    },
  } satisfies Partial<AccountStore>;
}

function failureRecords(database: Database) {
  const find = (from: Database, key: string): SignInFailures | undefined => {
    const [row] = from.select().from(signInFailureTable).where(eq(signInFailureTable.usernameKey, key)).all();
    return row && { count: row.count, lastAt: row.lastAt, lockedUntil: row.lockedUntil };
  };
  return {
    updateFailures: async (key, decide) =>
      atomically(database, (transaction) => {
        const decision = decide(find(transaction, key));
        if (decision.ok) writeFailures(transaction, key, decision.value);
        return decision;
      }),
    clearFailures: async (key) => {
      atomically(database, (transaction) =>
        transaction.delete(signInFailureTable).where(eq(signInFailureTable.usernameKey, key)).run(),
      );
    },
  } satisfies Partial<AccountStore>;
}

/** Failures long past go with the next one, so that invented names do not pile up. */
function writeFailures(database: Database, key: string, failures: SignInFailures): void {
  const forgotten = Date.parse(failures.lastAt) - signInRules.forgottenAfterSeconds * 1000;
  const before = lt(signInFailureTable.lastAt, new Date(forgotten).toISOString());
  database.delete(signInFailureTable).where(before).run();
  database
    .insert(signInFailureTable)
    .values({ usernameKey: key, ...failures })
    .onConflictDoUpdate({ target: signInFailureTable.usernameKey, set: failures })
    .run();
}
