import { and, asc, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm';
import type { Account } from '../../../domain/account/account.ts';
import { accept, refuse } from '../../../domain/ruling.ts';
import type { AccountSearch, AccountStore } from '../account-store.ts';
import { readableRows } from '../damaged-row.ts';
import { ruled, unwritten, written } from '../outcome.ts';
import { findAccount, isNameTaken, personHasAccount, withGrants, writeAccount } from './account-rows.ts';
import { accountTable, grantTable } from './accounts-schema.ts';
import { personTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { failureRecords, signIns } from './sign-ins.ts';
import type { Atomically } from './steps.ts';

export function sqliteAccounts(database: Database, atomically: Atomically): AccountStore {
  return {
    ...accountReads(database),
    ...accountWrites(atomically),
    ...signIns(database, atomically),
    ...failureRecords(database, atomically),
  };
}

function anyAccount(database: Database): boolean {
  return database.select({ id: accountTable.id }).from(accountTable).limit(1).all().length > 0;
}

function accountReads(database: Database) {
  const { usernameKey: key } = accountTable;
  return {
    any: async () => anyAccount(database),
    list: async () => withGrants(database, database.select().from(accountTable).orderBy(asc(key)).all()),
    search: async ({ limit, after, ...search }) => {
      const found: Account[] = [];
      let behind = after;
      // Rows that cannot be read are left out, and do not end the list.
      for (let wanted = limit; wanted > 0; wanted = limit - found.length) {
        const rows = searched(database, { ...search, after: behind, limit: wanted });
        found.push(
          ...withGrants(
            database,
            rows.map(({ row }) => row),
          ),
        );
        const last = rows.at(-1);
        if (last === undefined || rows.length < wanted) break;
        behind = { key: last.place, id: last.row.id };
      }
      return found;
    },
    find: async (id) => findAccount(database, id),
    findByName: async (name) =>
      withGrants(database, database.select().from(accountTable).where(eq(key, name)).all())[0],
    findByPeople: async (people) =>
      inChunks([...people], (some) =>
        withGrants(
          database,
          database
            .select()
            .from(accountTable)
            .where(inArray(accountTable.personId, [...some]))
            .all(),
        ),
      ),
    withRoleIn: async (committee) => {
      const rows = database
        .select({ id: grantTable.accountId })
        .from(grantTable)
        .where(eq(grantTable.committeeId, committee))
        .all();
      const ids = [...new Set(rows.map(({ id }) => id))];
      return readableRows(ids, (id) => findAccount(database, id)).filter((account) => account !== undefined);
    },
  } satisfies Partial<AccountStore>;
}

function searched(database: Database, { text, words, after, limit }: AccountSearch) {
  const { id, usernameKey: key } = accountTable;
  const { searchKey, orderKey } = personTable;
  // A text of a name, not a pattern.
  const named = sql`instr(${key}, ${text}) > 0`;
  const held = words.map((word) => sql`instr(' ' || ${searchKey}, ${` ${word}`}) > 0`);
  const fits = held.length === 0 ? named : or(named, and(...held));
  const place = sql<string>`CASE WHEN ${orderKey} IS NULL THEN '1' || ${key} ELSE '0' || ${orderKey} END`;
  return database
    .select({ row: getTableColumns(accountTable), place })
    .from(accountTable)
    .leftJoin(personTable, eq(personTable.id, accountTable.personId))
    .where(and(fits, after && sql`(${place}, ${id}) > (${after.key}, ${after.id})`))
    .orderBy(place, asc(id))
    .limit(limit)
    .all();
}

function accountWrites(atomically: Atomically) {
  const created = (transaction: Database, account: Account) => {
    writeAccount(transaction, account);
    return written(accept(account));
  };
  return {
    create: async (account) =>
      atomically((transaction) => {
        if (findAccount(transaction, account.id) !== undefined) return unwritten(refuse('id-in-use'));
        if (isNameTaken(transaction, account)) return unwritten(refuse('username-taken'));
        return personHasAccount(transaction, account)
          ? unwritten(refuse('has-account'))
          : created(transaction, account);
      }),
    createFirst: async (account) =>
      atomically((transaction) =>
        anyAccount(transaction) ? unwritten(refuse('already-set-up')) : created(transaction, account),
      ),
    update: async (id, decide) =>
      atomically((transaction) => {
        const account = findAccount(transaction, id);
        if (account === undefined) return unwritten(refuse('unknown-account'));
        const decision = decide(account);
        if (decision.ok) writeAccount(transaction, decision.value);
        return ruled(decision);
      }),
  } satisfies Partial<AccountStore>;
}
