import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm';
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
import { ruled, type StepOutcome } from '../outcome.ts';
import { standingsOf } from '../standing.ts';
import { findAccount } from './account-rows.ts';
import { accountTable, grantTable, signInFailureTable, signInTable } from './accounts-schema.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { prepared } from './prepared.ts';
import type { Atomically } from './steps.ts';

const signInById = prepared((database) =>
  database
    .select()
    .from(signInTable)
    .where(eq(signInTable.id, sql.placeholder('id')))
    .prepare(),
);

export function signIns(database: Database, atomically: Atomically) {
  return {
    addSignIn: async <Refusal extends string>(
      signIn: SignIn,
      check: (account: Account | undefined) => Ruling<undefined, Refusal> = () => accept(undefined),
    ) =>
      atomically((transaction) => {
        const checked = check(findAccount(transaction, signIn.accountId));
        if (checked.ok) transaction.insert(signInTable).values(signIn).run();
        return ruled(checked);
      }),
    findSignedIn: async (id, now) => {
      const signIn = signInById(database).get({ id });
      return signIn && isInForce(signIn, now) ? findAccount(database, signIn.accountId) : undefined;
    },
    signInsOf: async (account, now) =>
      database
        .select()
        .from(signInTable)
        .where(eq(signInTable.accountId, account))
        .orderBy(signInTable.id)
        .all()
        .filter((signIn) => isInForce(signIn, now))
        .map((row) => ({ ...row, id: row.id as SignInId, accountId: row.accountId as AccountId })),
    standings: async (ids) => {
      const rows = inChunks([...ids], (some) =>
        database
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
          .where(inArray(signInTable.id, [...some]))
          .all(),
      );
      return standingsOf(rows);
    },
    markUsed: async (id, day) => {
      const due = and(eq(signInTable.id, id), ne(signInTable.lastUsedOn, day));
      await atomically((transaction) => {
        const { changes } = transaction.update(signInTable).set({ lastUsedOn: day }).where(due).run();
        return { value: undefined, wrote: changes > 0 };
      });
    },
    endSignIn: async (id) => {
      await atomically((transaction) => removed(transaction.delete(signInTable).where(eq(signInTable.id, id)).run()));
    },
    endSignIns: async (account, except) => {
      const ended = and(eq(signInTable.accountId, account), except && ne(signInTable.id, except));
      await atomically((transaction) => removed(transaction.delete(signInTable).where(ended).run()));
    },
  } satisfies Partial<AccountStore>;
}

function removed({ changes }: { readonly changes: number }): StepOutcome<undefined> {
  return { value: undefined, wrote: changes > 0 };
}

export function failureRecords(database: Database, atomically: Atomically) {
  const find = (from: Database, key: string): SignInFailures | undefined => {
    const [row] = from.select().from(signInFailureTable).where(eq(signInFailureTable.usernameKey, key)).all();
    return row && { count: row.count, lastAt: row.lastAt, lockedUntil: row.lockedUntil };
  };
  return {
    findFailures: async (key) => find(database, key),
    updateFailures: async (key, decide) =>
      atomically((transaction) => {
        const decision = decide(find(transaction, key));
        if (decision.ok) writeFailures(transaction, key, decision.value);
        return ruled(decision);
      }),
    clearFailures: async (key) => {
      await atomically((transaction) =>
        removed(transaction.delete(signInFailureTable).where(eq(signInFailureTable.usernameKey, key)).run()),
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
