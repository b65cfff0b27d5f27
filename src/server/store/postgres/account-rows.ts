import { and, asc, eq, getTableColumns, ne, type SQL } from 'drizzle-orm';
import { type Account, usernameKey } from '../../../domain/account/account.ts';
import { toAccount, toAccountRow } from '../account-values.ts';
import { readableRows } from '../damaged-row.ts';
import { accountTable, grantTable } from './accounts-schema.ts';
import { anyOf } from './any-of.ts';
import type { Database } from './connection.ts';
import { refuseGone } from './gone.ts';
import { lockNamed } from './named-locks.ts';

type AccountRow = typeof accountTable.$inferSelect;

/** Rows with their grants; those that cannot be read are left out. */
export async function withGrants(database: Database, rows: readonly AccountRow[]): Promise<Account[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const { accountId, role, committeeId } = grantTable;
  const grants = await database
    .select()
    .from(grantTable)
    .where(anyOf(accountId, ids))
    .orderBy(accountId, role, committeeId);
  const byAccount = Map.groupBy(grants, (grant) => grant.accountId);
  return readableRows(rows, (row) => toAccount(row, byAccount.get(row.id) ?? []));
}

/** The one account that fits, read in one go with its grants. */
export async function readAccount(database: Database, fits: SQL): Promise<Account | undefined> {
  const { role, committeeId } = grantTable;
  const rows = await database
    .select({ account: getTableColumns(accountTable), grant: getTableColumns(grantTable) })
    .from(accountTable)
    .leftJoin(grantTable, eq(grantTable.accountId, accountTable.id))
    .where(fits)
    .orderBy(asc(accountTable.id), asc(role), asc(committeeId));
  const [first] = rows;
  return (
    first &&
    toAccount(
      first.account,
      rows.flatMap(({ grant }) => (grant === null ? [] : [grant])),
    )
  );
}

export function findAccount(database: Database, id: string): Promise<Account | undefined> {
  return readAccount(database, eq(accountTable.id, id));
}

/** The one account of a person. */
export function findAccountOf(database: Database, personId: string): Promise<Account | undefined> {
  return readAccount(database, eq(accountTable.personId, personId));
}

/**
 * Nobody else changes the account before the transaction ends; whoever reads it after that reads what it is then.
 * `share`: others may look at it in the same way meanwhile.
 */
export async function lockAccount(
  transaction: Database,
  id: string,
  strength: 'share' | 'no key update',
): Promise<void> {
  await transaction.select({ id: accountTable.id }).from(accountTable).where(eq(accountTable.id, id)).for(strength);
}

/**
 * Holds what has to hold still for an account to become this one: those whom it newly names are not taken back, and
 * where it is new, or its name or person are, nobody else decides about names and people of accounts. To be called
 * before the account is locked, and before what is decided on is read.
 */
export async function holdFor(transaction: Database, account: Account, before: Account | undefined): Promise<void> {
  await refuseGone(transaction, newlyNamed(account, before));
  const isSame =
    before !== undefined &&
    before.personId === account.personId &&
    usernameKey(before.username) === usernameKey(account.username);
  if (!isSame) await lockNamed(transaction, 'accounts');
}

/** Whom the account names that it did not before: a person, committees. */
function newlyNamed(account: Account, before: Account | undefined): string[] {
  const known = new Set(before && namedIn(before));
  return namedIn(account).filter((id) => !known.has(id));
}

function namedIn({ personId, grants }: Account): string[] {
  return [...(personId === null ? [] : [personId]), ...grants.map(({ committeeId }) => committeeId)];
}

/** @param before as it is in the database, under a lock; undefined where it is new */
export async function writeAccount(
  transaction: Database,
  account: Account,
  before: Account | undefined,
): Promise<void> {
  const row = toAccountRow(account);
  const { id } = account;
  if (before === undefined) await transaction.insert(accountTable).values(row);
  else await transaction.update(accountTable).set(row).where(eq(accountTable.id, id));
  const grants = account.grants.map(({ role, committeeId }) => ({ accountId: id, role, committeeId }));
  if (before !== undefined && JSON.stringify(before.grants) === JSON.stringify(account.grants)) return;
  if (before !== undefined) await transaction.delete(grantTable).where(eq(grantTable.accountId, id));
  if (grants.length > 0) await transaction.insert(grantTable).values(grants);
}

/** Whether another account has this name. */
export async function isNameTaken(transaction: Database, { id, username }: Account): Promise<boolean> {
  return await isThere(transaction, and(eq(accountTable.usernameKey, usernameKey(username)), ne(accountTable.id, id)));
}

/** Whether another account is this person's. */
export async function personHasAccount(transaction: Database, { id, personId }: Account): Promise<boolean> {
  if (personId === null) return false;
  return await isThere(transaction, and(eq(accountTable.personId, personId), ne(accountTable.id, id)));
}

async function isThere(transaction: Database, fits: SQL | undefined): Promise<boolean> {
  const found = await transaction.select({ id: accountTable.id }).from(accountTable).where(fits).limit(1);
  return found.length > 0;
}
