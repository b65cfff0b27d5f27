import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Account } from '../../../domain/account/account.ts';
import type { Invitation } from '../../../domain/account/invitation.ts';
import { accept, refuse } from '../../../domain/ruling.ts';
import type { InvitationStore } from '../invitation-store.ts';
import { toInvitation, toInvitationRow } from '../invitation-values.ts';
import { unwritten, written } from '../outcome.ts';
import { findAccount, findAccountOf, isNameTaken, personHasAccount, writeAccount } from './account-rows.ts';
import { invitationTable, signInTable } from './accounts-schema.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import type { Atomically } from './steps.ts';

export function sqliteInvitations(database: Database, atomically: Atomically): InvitationStore {
  return {
    add: async (invitations) =>
      atomically((transaction) => {
        for (const invitation of invitations) insert(transaction, invitation);
        return { value: undefined, wrote: invitations.length > 0 };
      }),
    make: async (invitation, decide) =>
      atomically((transaction) => {
        const under = eq(invitationTable.id, invitation.id);
        const [row] = transaction.select().from(invitationTable).where(under).all();
        const decision = decide(row && toInvitation(row));
        if (!decision.ok) return unwritten(decision);
        const { tokenHash, expiresAt } = invitation;
        if (row === undefined) insert(transaction, invitation);
        else transaction.update(invitationTable).set({ tokenHash, expiresAt }).where(under).run();
        return written(accept(invitation));
      }),
    find: async (tokenHash) => find(database, tokenHash),
    liveFor: async (people) =>
      inChunks([...people], (some) =>
        database
          .select()
          .from(invitationTable)
          .where(
            and(
              eq(invitationTable.status, 'live'),
              isNull(invitationTable.accountId),
              inArray(invitationTable.personId, [...some]),
            ),
          )
          .all(),
      ).map(toInvitation),
    liveOf: async (committee) =>
      database
        .select()
        .from(invitationTable)
        .where(and(eq(invitationTable.status, 'live'), eq(invitationTable.committeeId, committee)))
        .all()
        .map(toInvitation),
    withdraw: async (committee, id) =>
      atomically((transaction) => {
        const live = and(
          ...[eq(invitationTable.id, id), eq(invitationTable.committeeId, committee)],
          eq(invitationTable.status, 'live'),
        );
        const { changes } = transaction.update(invitationTable).set({ status: 'withdrawn' }).where(live).run();
        return { value: changes > 0, wrote: changes > 0 };
      }),
    use: async (tokenHash, decide) =>
      atomically((transaction) => {
        const invitation = find(transaction, tokenHash);
        const before = invitation && accountBehind(transaction, invitation);
        const decision = decide(invitation, before);
        if (!decision.ok) return unwritten(decision);
        const account = decision.value;
        if (isNameTaken(transaction, account)) return unwritten(refuse('username-taken'));
        if (personHasAccount(transaction, account)) return unwritten(refuse('has-account'));
        writeAccount(transaction, account);
        transaction
          .update(invitationTable)
          .set({ status: 'used' })
          .where(eq(invitationTable.tokenHash, tokenHash))
          .run();
        if (before?.passwordHash !== account.passwordHash) {
          transaction.delete(signInTable).where(eq(signInTable.accountId, account.id)).run();
        }
        return written(decision);
      }),
  };
}

function insert(database: Database, invitation: Invitation): void {
  replaceLive(database, invitation);
  database.insert(invitationTable).values(toInvitationRow(invitation)).run();
}

/** The account that a link recovers, or that its person has by now where it gives roles. */
function accountBehind(database: Database, { accountId, personId, grants }: Invitation): Account | undefined {
  if (accountId !== null) return findAccount(database, accountId);
  return personId === null || grants.length === 0 ? undefined : findAccountOf(database, personId);
}

/** A later link makes those before it void that lead to the same: a slip for a duty takes none away that was printed. */
function replaceLive(database: Database, { accountId, personId, grants }: Invitation): void {
  const table = invitationTable;
  const same =
    accountId !== null
      ? eq(table.accountId, accountId)
      : personId !== null
        ? and(eq(table.personId, personId), isNull(table.accountId), eq(table.grants, [...grants]))
        : undefined;
  if (same === undefined) return;
  database
    .update(table)
    .set({ status: 'replaced' })
    .where(and(eq(table.status, 'live'), same))
    .run();
}

function find(database: Database, tokenHash: string): Invitation | undefined {
  const [row] = database.select().from(invitationTable).where(eq(invitationTable.tokenHash, tokenHash)).all();
  return row && toInvitation(row);
}
