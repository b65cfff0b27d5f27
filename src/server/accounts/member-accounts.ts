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
import { tellersWithoutSeat } from './without-seat.ts';

/**
 * A committee's members in order of precedence, then others with a role in it, then those who were invited to a role,
 * then tellers of its sessions who hold no seat; each with account or link.
 */
export async function memberAccounts(
  deps: Deps,
  committeeId: CommitteeId,
  { byAdministrator }: { readonly byAdministrator: boolean },
): Promise<MemberAccount[]> {
  const { accounts, committees, invitations } = deps.store;
  const held = await committees.heldSeats(committeeId, localDay(deps.clock()));
  const people = held.map(({ person }) => person.id);
  const owned = new Map((await accounts.findByPeople(people)).map((account) => [account.personId, account]));
  const elsewhere = await seatedBeyond(deps, committeeId, people);
  const telling = (await tellersWithoutSeat(deps, committeeId)).filter(({ personId }) => !people.includes(personId));
  const tellers = telling.map(({ personId }) => personId);
  for (const account of await accounts.findByPeople(tellers)) owned.set(account.personId, account);
  const isLive = (invitation: Invitation) => isInTime(invitation, deps.clock());
  const own = (await invitations.liveOf(committeeId)).filter(isLive);
  // A slip to an account stands before one to a duty, which is listed as such.
  const live = (await invitations.liveFor([...people, ...tellers])).filter(isLive);
  const invited = new Map(live.toSorted((a, b) => b.grants.length - a.grants.length).map((one) => [one.personId, one]));
  const linkOf = (account: Account | undefined) => own.find(({ accountId }) => account && accountId === account.id);
  const isShown = ({ tellerIn }: { readonly tellerIn?: string }, account: Account | undefined) =>
    tellerIn === undefined || byAdministrator || (account !== undefined && hasRoleIn(account, committeeId));
  const show = async (
    who: Pick<MemberAccount, 'personId' | 'name' | 'birthYear' | 'position'> & { readonly tellerIn?: string },
    account: Account | undefined,
    link: Invitation | undefined,
  ): Promise<MemberAccount> => ({
    tellerIn: null,
    ...who,
    hasAccount: account !== undefined,
    account: isShown(who, account) ? await stateOf(deps, account, committeeId) : null,
    invitedUntil: link?.expiresAt ?? null,
    invitationId: link?.committeeId === committeeId ? link.id : null,
    invitedTo: link?.grants.map(({ role }) => role) ?? [],
    pendingRoles: own.filter((one) => one === link || isFor(one, who.personId)).flatMap(rolesOfSlip),
    beyond:
      (who.personId !== null && elsewhere.has(who.personId)) ||
      // An office recovers its members; whoever only tells here is none.
      (account !== undefined && (who.tellerIn !== undefined || hasDutyBeyond(account, committeeId))),
  });
  const years = shownBirthYears(held.map(({ person }) => person));
  const members = held.map(({ person: { id, name }, seat: { position } }) => {
    const birthYear = years.get(id);
    const account = owned.get(id);
    const who = { personId: id, name, position, ...(birthYear === undefined ? {} : { birthYear }) };
    return show(who, account, account ? linkOf(account) : invited.get(id));
  });
  const listed = [...people, ...tellers];
  const isOther = ({ personId }: Pick<Account, 'personId'>) => personId === null || !listed.includes(personId);
  const others = (await accounts.withRoleIn(committeeId)).filter(isOther).map(async (account) => {
    const person = account.personId === null ? undefined : await committees.findPerson(account.personId);
    const fullName = person?.name ?? account.username;
    return show({ personId: account.personId, name: fullName, position: null }, account, linkOf(account));
  });
  const toRoles = own
    .filter((link) => link.accountId === null && link.grants.length > 0 && isOther(link))
    .map((link) => show({ personId: link.personId, name: link.name, position: null }, undefined, link));
  const byNameAlone = telling.map(({ personId, name, title }) => {
    const account = owned.get(personId);
    const who = { personId, name, position: null, tellerIn: title };
    return show(who, account, account ? linkOf(account) : invited.get(personId));
  });
  const groups = await Promise.all([others, toRoles, byNameAlone].map((some) => Promise.all(some)));
  return [...(await Promise.all(members)), ...groups.flatMap(byName)];
}

/** A slip that gives somebody a role here, whether they have an account by now or not. */
function isFor({ accountId, personId }: Invitation, person: MemberAccount['personId']): boolean {
  return accountId === null && person !== null && personId === person;
}

function rolesOfSlip({ id, grants, expiresAt }: Invitation): MemberAccount['pendingRoles'] {
  return grants.map(({ role }) => ({ role, invitationId: id, until: expiresAt }));
}

function byName(members: readonly MemberAccount[]): MemberAccount[] {
  return members.toSorted((a, b) => compareNames(a.name, b.name));
}

function hasRoleIn({ grants }: Account, committeeId: CommitteeId): boolean {
  return grants.some((grant) => grant.committeeId === committeeId);
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
