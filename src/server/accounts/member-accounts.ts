import type { MemberAccount } from '../../contract/account/invitations.ts';
import type { Account } from '../../domain/account/account.ts';
import { type Invitation, isInTime } from '../../domain/account/invitation.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { compareNames } from '../../domain/roster/name-order-key.ts';
import { shownBirthYears } from '../../domain/roster/namesakes.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { hasDutyBeyond, seatedBeyond } from './outside-committee.ts';
import { factorOf, lockedUntil } from './views.ts';

/**
 * A committee's members in order of precedence, then others with a role in it, then those who were invited to a role;
 * each with account or link.
 */
export async function memberAccounts(deps: Deps, committeeId: CommitteeId): Promise<MemberAccount[]> {
  const { accounts, committees, invitations } = deps.store;
  const held = await committees.heldSeats(committeeId, localDay(deps.clock()));
  const people = held.map(({ person }) => person.id);
  const owned = new Map((await accounts.findByPeople(people)).map((account) => [account.personId, account]));
  const elsewhere = await seatedBeyond(deps, committeeId, people);
  const isLive = (invitation: Invitation) => isInTime(invitation, deps.clock());
  const own = (await invitations.liveOf(committeeId)).filter(isLive);
  const invited = new Map((await invitations.liveFor(people)).filter(isLive).map((one) => [one.personId, one]));
  const linkOf = (account: Account | undefined) => own.find(({ accountId }) => account && accountId === account.id);
  const show = async (
    who: Pick<MemberAccount, 'personId' | 'name' | 'birthYear' | 'position'>,
    account: Account | undefined,
    link: Invitation | undefined,
  ): Promise<MemberAccount> => ({
    ...who,
    account: await stateOf(deps, account, committeeId),
    invitedUntil: link?.expiresAt ?? null,
    invitationId: link?.committeeId === committeeId ? link.id : null,
    invitedTo: link?.grants.map(({ role }) => role) ?? [],
    beyond:
      (who.personId !== null && elsewhere.has(who.personId)) ||
      (account !== undefined && hasDutyBeyond(account, committeeId)),
  });
  const years = shownBirthYears(held.map(({ person }) => person));
  const members = held.map(({ person: { id, name }, seat: { position } }) => {
    const birthYear = years.get(id);
    const account = owned.get(id);
    const who = { personId: id, name, position, ...(birthYear === undefined ? {} : { birthYear }) };
    return show(who, account, account ? linkOf(account) : invited.get(id));
  });
  const isOther = ({ personId }: Pick<Account, 'personId'>) => personId === null || !people.includes(personId);
  const others = (await accounts.withRoleIn(committeeId)).filter(isOther).map(async (account) => {
    const person = account.personId === null ? undefined : await committees.findPerson(account.personId);
    const fullName = person?.name ?? account.username;
    return show({ personId: account.personId, name: fullName, position: null }, account, linkOf(account));
  });
  const toRoles = own
    .filter((link) => link.accountId === null && link.grants.length > 0 && isOther(link))
    .map((link) => show({ personId: link.personId, name: link.name, position: null }, undefined, link));
  return [...(await Promise.all(members)), ...byName(await Promise.all(others)), ...byName(await Promise.all(toRoles))];
}

function byName(members: readonly MemberAccount[]): MemberAccount[] {
  return members.toSorted((a, b) => compareNames(a.name, b.name));
}

async function stateOf(
  deps: Deps,
  account: Account | undefined,
  committeeId: CommitteeId,
): Promise<MemberAccount['account']> {
  if (account === undefined) return null;
  const roles = account.grants.filter((grant) => grant.committeeId === committeeId).map(({ role }) => role);
  return {
    id: account.id,
    username: account.username,
    roles,
    secondFactor: factorOf(account, deps.config),
    lockedUntil: await lockedUntil(deps, account),
  };
}
