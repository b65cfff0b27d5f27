import { and, asc, eq, getTableColumns, or, sql } from 'drizzle-orm';
import type { Account } from '../../../domain/account/account.ts';
import { accept, refuse } from '../../../domain/ruling.ts';
import type { AccountSearch, AccountStore } from '../account-store.ts';
import { ruled, unwritten, written } from '../outcome.ts';
import {
  findAccount,
  holdFor,
  isNameTaken,
  lockAccount,
  personHasAccount,
  withGrants,
  writeAccount,
} from './account-rows.ts';
import { accountTable, grantTable } from './accounts-schema.ts';
import { anyOf } from './any-of.ts';
import { personTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { failureRecords, signIns } from './sign-ins.ts';
import type { Atomically } from './steps.ts';

export function postgresAccounts(database: Database, atomically: Atomically): AccountStore {
  return {
    ...accountReads(database),
    ...accountWrites(atomically),
    ...signIns(database, atomically),
    ...failureRecords(database, atomically),
  };
}

async function anyAccount(database: Database): Promise<boolean> {
  return (await database.select({ id: accountTable.id }).from(accountTable).limit(1)).length > 0;
}

function accountReads(database: Database) {
  const { usernameKey: key } = accountTable;
  return {
    any: () => anyAccount(database),
    list: async () => withGrants(database, await database.select().from(accountTable).orderBy(asc(key))),
    search: async ({ limit, after, ...search }) => {
      const found: Account[] = [];
      let behind = after;
      // Rows that cannot be read are left out, and do not end the list.
      for (let wanted = limit; wanted > 0; wanted = limit - found.length) {
        const rows = await searched(database, { ...search, after: behind, limit: wanted });
        const accounts = await withGrants(
          database,
          rows.map(({ row }) => row),
        );
        found.push(...accounts);
        const last = rows.at(-1);
        if (last === undefined || rows.length < wanted) break;
        behind = { key: last.place, id: last.row.id };
      }
      return found;
    },
    find: (id) => findAccount(database, id),
    findByName: async (name) => {
      const rows = await database.select().from(accountTable).where(eq(key, name));
      return (await withGrants(database, rows))[0];
    },
    findByPeople: async (people) =>
      withGrants(database, await database.select().from(accountTable).where(anyOf(accountTable.personId, people))),
    withRoleIn: async (committee) => {
      const { accountId, committeeId } = grantTable;
      const holders = database.select({ id: accountId }).from(grantTable).where(eq(committeeId, committee));
      const rows = database.select().from(accountTable).where(sql`${accountTable.id} IN ${holders}`);
      return withGrants(database, await rows);
    },
  } satisfies Partial<AccountStore>;
}

function searched(database: Database, { text, words, after, limit }: AccountSearch) {
  const { id, usernameKey: key } = accountTable;
  const { searchKey, orderKey } = personTable;
  // A text of a name, not a pattern.
  const named = sql`strpos(${key}, ${text}) > 0`;
  const held = words.map((word) => sql`strpos(' ' || ${searchKey}, ${` ${word}`}) > 0`);
  const fits = held.length === 0 ? named : or(named, and(...held));
  const place = sql<string>`CASE WHEN ${orderKey} IS NULL THEN '1' || ${key} ELSE '0' || ${orderKey} END`;
  return database
    .select({ row: getTableColumns(accountTable), place })
    .from(accountTable)
    .leftJoin(personTable, eq(personTable.id, accountTable.personId))
    .where(and(fits, after && sql`(${place}, ${id}) > (${after.key}, ${after.id})`))
    .orderBy(place, asc(id))
    .limit(limit);
}

function accountWrites(atomically: Atomically) {
  const created = async (transaction: Database, account: Account) => {
    await writeAccount(transaction, account, undefined);
    return written(accept(account));
  };
  return {
    create: async (account) =>
      atomically(async (transaction) => {
        await holdFor(transaction, account, undefined);
        if ((await findAccount(transaction, account.id)) !== undefined) return unwritten(refuse('id-in-use'));
        if (await isNameTaken(transaction, account)) return unwritten(refuse('username-taken'));
        if (await personHasAccount(transaction, account)) return unwritten(refuse('has-account'));
        return await created(transaction, account);
      }),
    createFirst: async (account) =>
      atomically(async (transaction) => {
        await holdFor(transaction, account, undefined);
        return (await anyAccount(transaction))
          ? unwritten(refuse('already-set-up'))
          : await created(transaction, account);
      }),
    update: async (id, decide) =>
      atomically(async (transaction) => {
        // What is to be held follows from the decision, and comes before the account's row in the order of locks.
        const seen = await findAccount(transaction, id);
        if (seen === undefined) return unwritten(refuse('unknown-account'));
        const first = decide(seen);
        if (!first.ok) return unwritten(first);
        await holdFor(transaction, first.value, seen);
        await lockAccount(transaction, id, 'no key update');
        const account = await findAccount(transaction, id);
        if (account === undefined) return unwritten(refuse('unknown-account'));
        const decision = decide(account);
        if (!decision.ok) return unwritten(decision);
        await holdFor(transaction, decision.value, account);
        await writeAccount(transaction, decision.value, account);
        return ruled(decision);
      }),
  } satisfies Partial<AccountStore>;
}
