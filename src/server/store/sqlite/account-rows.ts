import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { type Account, usernameKey } from '../../../domain/account/account.ts';
import { toAccount, toAccountRow } from '../account-values.ts';
import { readableRows } from '../damaged-row.ts';
import { accountTable, grantTable } from './accounts-schema.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { prepared } from './prepared.ts';

type AccountRow = typeof accountTable.$inferSelect;

export function withGrants(database: Database, rows: readonly AccountRow[]): Account[] {
  const grants = inChunks(rows, (some) =>
    database
      .select()
      .from(grantTable)
      .where(
        inArray(
          grantTable.accountId,
          some.map(({ id }) => id),
        ),
      )
      .all(),
  );
  const byAccount = Map.groupBy(grants, (grant) => grant.accountId);
  return readableRows(rows, (row) => toAccount(row, byAccount.get(row.id) ?? []));
}

const accountById = prepared((database) =>
  database
    .select()
    .from(accountTable)
    .where(eq(accountTable.id, sql.placeholder('id')))
    .prepare(),
);
const grantsOfAccount = prepared((database) =>
  database
    .select()
    .from(grantTable)
    .where(eq(grantTable.accountId, sql.placeholder('id')))
    .prepare(),
);

export function findAccount(database: Database, id: string): Account | undefined {
  const row = accountById(database).get({ id });
  return row && toAccount(row, grantsOfAccount(database).all({ id }));
}

/** The one account of a person. */
export function findAccountOf(database: Database, personId: string): Account | undefined {
  const { id } = accountTable;
  const [row] = database.select({ id }).from(accountTable).where(eq(accountTable.personId, personId)).all();
  return row && findAccount(database, row.id);
}

export function writeAccount(database: Database, account: Account): void {
  const row = toAccountRow(account);
  const { id } = account;
  database.insert(accountTable).values(row).onConflictDoUpdate({ target: accountTable.id, set: row }).run();
  database.delete(grantTable).where(eq(grantTable.accountId, id)).run();
  for (const grant of account.grants) {
    database.insert(grantTable).values({ accountId: id, role: grant.role, committeeId: grant.committeeId }).run();
  }
}

/** Whether another account has this name. */
export function isNameTaken(database: Database, { id, username }: Account): boolean {
  const same = and(eq(accountTable.usernameKey, usernameKey(username)), ne(accountTable.id, id));
  return database.select({ id: accountTable.id }).from(accountTable).where(same).all().length > 0;
}

/** Whether another account is this person's. */
export function personHasAccount(database: Database, { id, personId }: Account): boolean {
  if (personId === null) return false;
  const same = and(eq(accountTable.personId, personId), ne(accountTable.id, id));
  return database.select({ id: accountTable.id }).from(accountTable).where(same).all().length > 0;
}
