import { and, asc, eq, getTableColumns, lt, ne, sql } from 'drizzle-orm';
import {
  type Account,
  type AccountId,
  isInForce,
  type SignIn,
  type SignInFailures,
  type SignInId,
  signInRules,
} from '../../../domain/account/account.ts';
import { accept, type Ruling } from '../../../domain/ruling.ts';
import type { AccountStore } from '../account-store.ts';
import { toAccount } from '../account-values.ts';
import { ruled, type StepOutcome, unwritten, written } from '../outcome.ts';
import { standingsOf } from '../standing.ts';
import { findAccount, lockAccount } from './account-rows.ts';
import { accountTable, grantTable, signInFailureTable, signInTable } from './accounts-schema.ts';
import { anyOf } from './any-of.ts';
import type { Database } from './connection.ts';
import type { Atomically } from './steps.ts';

export function signIns(database: Database, atomically: Atomically) {
  return {
    addSignIn: async <Refusal extends string>(
      signIn: SignIn,
      check: (account: Account | undefined) => Ruling<undefined, Refusal> = () => accept(undefined),
    ) =>
      atomically(async (transaction) => {
        // Whoever changes the account comes before this or after it, and ends this sign-in with the others.
        await lockAccount(transaction, signIn.accountId, 'share');
        const checked = check(await findAccount(transaction, signIn.accountId));
        if (checked.ok) await transaction.insert(signInTable).values(signIn);
        return ruled(checked);
      }),
    findSignedIn: async (id, now) => {
      const found = await signedIn(database, id);
      const [first] = found;
      if (first === undefined || !isInForce(first.signIn, now)) return undefined;
      return toAccount(
        first.account,
        found.flatMap(({ grant }) => (grant === null ? [] : [grant])),
      );
    },
    signInsOf: async (account, now) => {
      const own = eq(signInTable.accountId, account);
      const rows = await database.select().from(signInTable).where(own).orderBy(signInTable.id);
      return rows
        .filter((signIn) => isInForce(signIn, now))
        .map((row) => ({ ...row, id: row.id as SignInId, accountId: row.accountId as AccountId }));
    },
    standings: async (ids) => {
      const rows = await database
        .select({
          id: signInTable.id,
          accountId: accountTable.id,
          personId: accountTable.personId,
          administrator: accountTable.administrator,
          hasSecondFactor: sql<boolean>`${accountTable.secondFactor} IS NOT NULL`,
          grant: { role: grantTable.role, committeeId: grantTable.committeeId },
        })
        .from(signInTable)
        .innerJoin(accountTable, eq(accountTable.id, signInTable.accountId))
        .leftJoin(grantTable, eq(grantTable.accountId, signInTable.accountId))
        .where(anyOf(signInTable.id, ids));
      return standingsOf(rows);
    },
    markUsed: async (id, day) => {
      const due = and(eq(signInTable.id, id), ne(signInTable.lastUsedOn, day));
      await atomically(async (transaction) =>
        removed(await transaction.update(signInTable).set({ lastUsedOn: day }).where(due)),
      );
    },
    endSignIn: async (id) => {
      await atomically(async (transaction) =>
        removed(await transaction.delete(signInTable).where(eq(signInTable.id, id))),
      );
    },
    endSignIns: async (account, except) => {
      const ended = and(eq(signInTable.accountId, account), except && ne(signInTable.id, except));
      await atomically(async (transaction) => removed(await transaction.delete(signInTable).where(ended)));
    },
  } satisfies Partial<AccountStore>;
}

/** What nearly every request asks, in one go: the sign-in and its account, once for each grant. */
function signedIn(database: Database, id: SignInId) {
  const { role, committeeId } = grantTable;
  return database
    .select({
      signIn: getTableColumns(signInTable),
      account: getTableColumns(accountTable),
      grant: getTableColumns(grantTable),
    })
    .from(signInTable)
    .innerJoin(accountTable, eq(accountTable.id, signInTable.accountId))
    .leftJoin(grantTable, eq(grantTable.accountId, accountTable.id))
    .where(eq(signInTable.id, id))
    .orderBy(asc(role), asc(committeeId));
}

function removed({ rowCount }: { readonly rowCount: number | null }): StepOutcome<undefined> {
  return { value: undefined, wrote: rowCount !== 0 };
}

export function failureRecords(database: Database, atomically: Atomically) {
  const { usernameKey } = signInFailureTable;
  return {
    findFailures: async (key) => {
      const [row] = await database.select().from(signInFailureTable).where(eq(usernameKey, key));
      return row && toFailures(row);
    },
    updateFailures: async (key, decide) =>
      atomically(async (transaction) => {
        for (;;) {
          const [row] = await transaction.select().from(signInFailureTable).where(eq(usernameKey, key)).for('update');
          const decision = decide(row && toFailures(row));
          if (!decision.ok) return unwritten(decision);
          const failures = decision.value;
          if (row !== undefined) {
            await transaction.update(signInFailureTable).set(failures).where(eq(usernameKey, key));
          } else if (!(await beginFailures(transaction, key, failures))) continue;
          await forgetLongPast(transaction, key, failures);
          return written(decision);
        }
      }),
    clearFailures: async (key) => {
      await atomically(async (transaction) =>
        removed(await transaction.delete(signInFailureTable).where(eq(usernameKey, key))),
      );
    },
  } satisfies Partial<AccountStore>;
}

function toFailures({ count, lastAt, lockedUntil }: typeof signInFailureTable.$inferSelect): SignInFailures {
  return { count, lastAt, lockedUntil };
}

/** False where another attempt was first: then it is to be counted on from that. */
async function beginFailures(transaction: Database, key: string, failures: SignInFailures): Promise<boolean> {
  const row = { usernameKey: key, ...failures };
  const { rowCount } = await transaction.insert(signInFailureTable).values(row).onConflictDoNothing();
  return rowCount === 1;
}

/**
 * Failures long past go with the next one, so that invented names do not pile up. Not those that somebody else has in
 * hand: two who clear up after each other would wait for each other.
 */
async function forgetLongPast(transaction: Database, key: string, { lastAt }: SignInFailures): Promise<void> {
  const forgotten = new Date(Date.parse(lastAt) - signInRules.forgottenAfterSeconds * 1000).toISOString();
  const { usernameKey } = signInFailureTable;
  const past = transaction
    .select({ usernameKey })
    .from(signInFailureTable)
    .where(and(lt(signInFailureTable.lastAt, forgotten), ne(usernameKey, key)))
    .for('update', { skipLocked: true });
  await transaction.delete(signInFailureTable).where(sql`${usernameKey} IN ${past}`);
}
