import type { MemberAccount } from '../../contract/invitations.ts';
import type { Account } from '../../domain/account.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../local-time.ts';
import { factorOf, lockedUntil } from './views.ts';

/** A committee's members in order of precedence, then others with a role in it, each with account or invitation. */
export async function memberAccounts(deps: Deps, committeeId: CommitteeId): Promise<MemberAccount[]> {
  const { accounts, committees, invitations } = deps.store;
  const held = await committees.heldSeats(committeeId, localDay(deps.clock()));
  const people = held.map(({ person }) => person.id);
  const owned = new Map((await accounts.findByPeople(people)).map((account) => [account.personId, account]));
  const invited = new Map((await invitations.liveFor(people)).map((one) => [one.personId, one.expiresAt]));
  const now = deps.clock().toISOString();
  const members = held.map(async ({ person, seat }) => {
    const until = invited.get(person.id);
    return {
      ...{ personId: person.id, fullName: person.fullName, position: seat.position },
      account: await stateOf(deps, owned.get(person.id), committeeId),
      invitedUntil: until !== undefined && until > now ? until : null,
    };
  });
  const others = (await accounts.withRoleIn(committeeId)).filter(
    ({ personId }) => personId === null || !people.includes(personId),
  );
  const named = others.map(async (account) => {
    const person = account.personId === null ? undefined : await committees.findPerson(account.personId);
    return {
      ...{ personId: account.personId, fullName: person?.fullName ?? account.username, position: null },
      account: await stateOf(deps, account, committeeId),
      invitedUntil: null,
    };
  });
  return Promise.all([...members, ...named]);
}

async function stateOf(
  deps: Deps,
  account: Account | undefined,
  committeeId: CommitteeId,
): Promise<MemberAccount['account']> {
  if (account === undefined) return null;
  const roles = account.grants.filter((grant) => grant.committeeId === committeeId).map(({ role }) => role);
  return {
    ...{ id: account.id, username: account.username, roles },
    secondFactor: factorOf(account, deps.config),
    lockedUntil: await lockedUntil(deps, account),
  };
}
