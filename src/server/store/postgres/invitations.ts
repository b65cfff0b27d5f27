import { and, eq, isNull } from 'drizzle-orm';
import type { Account } from '../../../domain/account/account.ts';
import type { Invitation } from '../../../domain/account/invitation.ts';
import { accept, refuse } from '../../../domain/ruling.ts';
import type { InvitationStore } from '../invitation-store.ts';
import { toInvitation, toInvitationRow } from '../invitation-values.ts';
import { unwritten, written } from '../outcome.ts';
import {
  findAccount,
  findAccountOf,
  holdFor,
  isNameTaken,
  lockAccount,
  personHasAccount,
  writeAccount,
} from './account-rows.ts';
import { invitationTable, signInTable } from './accounts-schema.ts';
import { anyOf } from './any-of.ts';
import type { Database } from './connection.ts';
import { refuseGone } from './gone.ts';
import { lockNamed } from './named-locks.ts';
import type { Atomically } from './steps.ts';

export function postgresInvitations(database: Database, atomically: Atomically): InvitationStore {
  const { id, status, personId, accountId, committeeId } = invitationTable;
  const live = eq(status, 'live');
  return {
    add: async (invitations) =>
      atomically(async (transaction) => {
        await hold(transaction, invitations);
        for (const invitation of invitations) await insert(transaction, invitation);
        return { value: undefined, wrote: invitations.length > 0 };
      }),
    make: async (invitation, decide) =>
      atomically(async (transaction) => {
        await hold(transaction, [invitation]);
        const under = eq(id, invitation.id);
        const [row] = await transaction.select().from(invitationTable).where(under).for('update');
        const decision = decide(row && toInvitation(row));
        if (!decision.ok) return unwritten(decision);
        const { tokenHash, expiresAt } = invitation;
        if (row === undefined) await insert(transaction, invitation);
        else await transaction.update(invitationTable).set({ tokenHash, expiresAt }).where(under);
        return written(accept(invitation));
      }),
    find: (tokenHash) => find(database, tokenHash),
    liveFor: async (people) => {
      const theirs = and(live, isNull(accountId), anyOf(personId, people));
      return (await database.select().from(invitationTable).where(theirs)).map(toInvitation);
    },
    liveOf: async (committee) => {
      const own = and(live, eq(committeeId, committee));
      return (await database.select().from(invitationTable).where(own)).map(toInvitation);
    },
    withdraw: async (committee, invitation) =>
      atomically(async (transaction) => {
        const own = and(eq(id, invitation), eq(committeeId, committee), live);
        const { rowCount } = await transaction.update(invitationTable).set({ status: 'withdrawn' }).where(own);
        return { value: rowCount !== 0, wrote: rowCount !== 0 };
      }),
    use: async (tokenHash, decide) =>
      atomically(async (transaction) => {
        const seen = await look(transaction, tokenHash);
        const first = decide(seen.invitation, seen.account);
        if (!first.ok) return unwritten(first);
        await holdFor(transaction, first.value, seen.account);
        // A link's account may be made meanwhile under the same person.
        await lockNamed(transaction, 'accounts');
        const [row] = await transaction
          .select()
          .from(invitationTable)
          .where(eq(invitationTable.tokenHash, tokenHash))
          .for('update');
        const invitation = row && toInvitation(row);
        const account = await lockedAccountBehind(transaction, invitation);
        const decision = decide(invitation, account);
        if (!decision.ok) return unwritten(decision);
        return await keep(transaction, tokenHash, account, decision.value);
      }),
  };
}

/** Keeps the account that a link yields, uses the link up, and ends sign-ins that began with another password. */
async function keep(transaction: Database, tokenHash: string, before: Account | undefined, account: Account) {
  if (await isNameTaken(transaction, account)) return unwritten(refuse('username-taken'));
  if (await personHasAccount(transaction, account)) return unwritten(refuse('has-account'));
  await holdFor(transaction, account, before);
  await writeAccount(transaction, account, before);
  const used = eq(invitationTable.tokenHash, tokenHash);
  await transaction.update(invitationTable).set({ status: 'used' }).where(used);
  if (before?.passwordHash !== account.passwordHash) {
    await transaction.delete(signInTable).where(eq(signInTable.accountId, account.id));
  }
  return written(accept(account));
}

/**
 * Lets nobody whom these links name be taken back, and nobody else make links or accounts at the same moment: of two
 * links to the same the later one replaces the other.
 */
async function hold(transaction: Database, invitations: readonly Invitation[]): Promise<void> {
  const named = invitations.flatMap(({ personId, committeeId, grants }) => [
    personId,
    committeeId,
    ...grants.map((grant) => grant.committeeId),
  ]);
  await refuseGone(transaction, named);
  if (invitations.length > 0) await lockNamed(transaction, 'accounts');
}

async function insert(transaction: Database, invitation: Invitation): Promise<void> {
  await replaceLive(transaction, invitation);
  await transaction.insert(invitationTable).values(toInvitationRow(invitation));
}

async function look(transaction: Database, tokenHash: string) {
  const invitation = await find(transaction, tokenHash);
  return { invitation, account: invitation && (await accountBehind(transaction, invitation)) };
}

async function lockedAccountBehind(
  transaction: Database,
  invitation: Invitation | undefined,
): Promise<Account | undefined> {
  if (invitation === undefined) return undefined;
  const found = await accountBehind(transaction, invitation);
  if (found === undefined) return undefined;
  await lockAccount(transaction, found.id, 'no key update');
  return await findAccount(transaction, found.id);
}

/** The account that a link recovers, or that its person has by now where it gives roles. */
async function accountBehind(
  transaction: Database,
  { accountId, personId, grants }: Invitation,
): Promise<Account | undefined> {
  if (accountId !== null) return await findAccount(transaction, accountId);
  return personId === null || grants.length === 0 ? undefined : await findAccountOf(transaction, personId);
}

/** A later link makes those before it void that lead to the same: a slip for a duty takes none away that was printed. */
async function replaceLive(transaction: Database, { accountId, personId, grants }: Invitation): Promise<void> {
  const table = invitationTable;
  const same =
    accountId !== null
      ? eq(table.accountId, accountId)
      : personId !== null
        ? and(eq(table.personId, personId), isNull(table.accountId), eq(table.grants, [...grants]))
        : undefined;
  if (same === undefined) return;
  await transaction
    .update(table)
    .set({ status: 'replaced' })
    .where(and(eq(table.status, 'live'), same));
}

async function find(database: Database, tokenHash: string): Promise<Invitation | undefined> {
  const [row] = await database.select().from(invitationTable).where(eq(invitationTable.tokenHash, tokenHash));
  return row && toInvitation(row);
}
