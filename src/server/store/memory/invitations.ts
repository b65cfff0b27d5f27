import { type Account, type AccountId, usernameKey } from '../../../domain/account/account.ts';
import type { Invitation } from '../../../domain/account/invitation.ts';
import { refuse } from '../../../domain/ruling.ts';
import type { AccountStore } from '../account-store.ts';
import type { InvitationStore } from '../invitation-store.ts';
import { refuseGone } from './gone.ts';
import type { Data } from './imports.ts';

export function memoryInvitations(
  accounts: AccountStore,
  { invitations, gone }: Pick<Data, 'invitations' | 'gone'>,
  keep: (account: Account) => void,
): InvitationStore {
  const isFor = (one: Invitation, other: Invitation) =>
    (other.accountId !== null && one.accountId === other.accountId) ||
    (other.personId !== null && other.accountId === null && one.accountId === null && one.personId === other.personId);

  return {
    add: async (added) => {
      for (const { personId, committeeId, grants } of added)
        refuseGone(gone, [personId, committeeId, ...grants.map((one) => one.committeeId)]);
      for (const invitation of added) {
        for (const [hash, one] of invitations) {
          if (one.status === 'live' && isFor(one, invitation)) invitations.set(hash, { ...one, status: 'replaced' });
        }
        invitations.set(invitation.tokenHash, invitation);
      }
    },
    find: async (tokenHash) => invitations.get(tokenHash),
    liveFor: async (people) =>
      [...invitations.values()].filter(
        ({ status, accountId, personId }) =>
          status === 'live' && accountId === null && personId !== null && people.includes(personId),
      ),
    liveOf: async (committee) =>
      [...invitations.values()].filter(({ status, committeeId }) => status === 'live' && committeeId === committee),
    withdraw: async (committee, id) => {
      const found = [...invitations].find(
        ([, one]) => one.id === id && one.committeeId === committee && one.status === 'live',
      );
      if (found) invitations.set(found[0], { ...found[1], status: 'withdrawn' });
      return found !== undefined;
    },
    use: async (tokenHash, decide) => {
      const known = await accounts.list();
      // From here to the end of the change nothing waits: it is one step.
      const invitation = invitations.get(tokenHash);
      const present = known.find(({ id }) => id === invitation?.accountId);
      const decision = decide(invitation, present);
      if (!decision.ok) return decision;
      const account = decision.value;
      const others = known.filter(({ id }) => id !== account.id);
      if (others.some(({ username }) => usernameKey(username) === usernameKey(account.username))) {
        return refuse('username-taken');
      }
      const { personId } = account;
      if (personId !== null && others.some((one) => one.personId === personId)) return refuse('has-account');
      keep(account);
      if (invitation) invitations.set(tokenHash, { ...invitation, status: 'used' });
      await accounts.endSignIns(account.id as AccountId);
      return decision;
    },
  };
}
