import type { z } from 'zod';
import type {
  acceptInvitation as acceptContract,
  OneTimeLink,
  inviteToRole as roleContract,
} from '../../contract/account/invitations.ts';
import { type Account, accountId } from '../../domain/account/account.ts';
import {
  decideUse,
  type Invitation,
  type InvitationId,
  type InvitationRefusal,
  recovered,
} from '../../domain/account/invitation.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { namesToldApart } from '../../domain/roster/namesakes.ts';
import { isPersonName, type PersonId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { hashToken, newLink } from './new-link.ts';
import { actsBeyond, reachesBeyond, seatedBeyond } from './outside-committee.ts';
import { ownEvent } from './own-event.ts';
import { hashPassword } from './password.ts';
import { knownOf } from './views.ts';
import { isWeakPassword } from './weak-password.ts';

/** Who invites: an office, or an administrator, whose links are good for anybody. */
interface Inviting {
  readonly committeeId: CommitteeId;
  readonly byAdministrator: boolean;
}

/** Links for members of a committee who have no account, in order of precedence. */
export async function inviteMembers(
  deps: Deps,
  { committeeId, byAdministrator }: Inviting,
  personIds: readonly PersonId[],
): Promise<Ruling<OneTimeLink[], 'not-in-committee' | 'has-account' | 'account-of-others' | 'committee-ended'>> {
  const { accounts, committees, invitations } = deps.store;
  if (await hasEnded(deps, committeeId)) return refuse('committee-ended');
  const wanted = new Set(personIds);
  const seats = await committees.heldSeats(committeeId, localDay(deps.clock()));
  const held = seats.filter(({ person }) => wanted.has(person.id));
  if (new Set(held.map(({ person }) => person.id)).size < wanted.size) return refuse('not-in-committee');
  if ((await accounts.findByPeople([...wanted])).length > 0) return refuse('has-account');
  if (!byAdministrator && (await anyBeyond(deps, committeeId, [...wanted]))) return refuse('account-of-others');
  const names = namesToldApart(held.map(({ person }) => ({ ...person, personId: person.id })));
  const made = held.map(({ person: { id, name }, seat }, index) =>
    newLink(
      deps,
      { name: names[index] ?? name, personId: id, accountId: null, committeeId, grants: [], byAdministrator },
      seat.position,
    ),
  );
  await invitations.add(made.map(({ invitation }) => invitation));
  return accept(made.map(({ link }) => link));
}

async function anyBeyond(deps: Deps, committeeId: CommitteeId, people: readonly PersonId[]): Promise<boolean> {
  if ((await seatedBeyond(deps, committeeId, people)).size > 0) return true;
  for (const personId of people) if (await actsBeyond(deps, committeeId, personId)) return true;
  return false;
}

async function hasEnded({ store }: Deps, committeeId: CommitteeId): Promise<boolean> {
  return (await store.committees.find(committeeId))?.to !== null;
}

/** A link for somebody who gets a role with the account. */
export async function inviteToRole(
  deps: Deps,
  committeeId: CommitteeId,
  { role, personId, name }: z.infer<typeof roleContract.body>,
): Promise<Ruling<OneTimeLink, 'unknown-person' | 'has-account' | 'committee-ended' | 'bad-name'>> {
  if (!isPersonName(name)) return refuse('bad-name');
  const { accounts, committees, invitations } = deps.store;
  if (await hasEnded(deps, committeeId)) return refuse('committee-ended');
  if (personId !== null) {
    if (!(await committees.findPerson(personId))) return refuse('unknown-person');
    if ((await accounts.findByPeople([personId])).length > 0) return refuse('has-account');
  }
  const grants = [{ role, committeeId }];
  const made = newLink(deps, { name, personId, accountId: null, committeeId, grants, byAdministrator: true }, null);
  await invitations.add([made.invitation]);
  return accept(made.link);
}

export async function withdrawInvitation(
  { store }: Deps,
  committeeId: CommitteeId,
  id: InvitationId,
): Promise<Ruling<undefined, 'unknown-invitation'>> {
  return (await store.invitations.withdraw(committeeId, id)) ? accept(undefined) : refuse('unknown-invitation');
}

/**
 * Whether a link can be used now. What an office made out in good order is void once its committee has ended, or its
 * holder has come to reach beyond the committee: a copy of the slip must not open more than its maker may.
 */
async function usableLink(deps: Deps, tokenHash: string): Promise<Ruling<Invitation, LinkRefusal>> {
  const found = decideUse(await deps.store.invitations.find(tokenHash), deps.clock());
  if (!found.ok) return found;
  const { accountId: id, committeeId, personId, byAdministrator } = found.value;
  if (committeeId === null) return found;
  if (id === null && (await hasEnded(deps, committeeId))) return refuse('invitation-void');
  if (byAdministrator) return found;
  const account = id === null ? undefined : await deps.store.accounts.find(id);
  const isBeyond = await reachesBeyond(deps, committeeId, { account, personId });
  return isBeyond ? refuse('invitation-void') : found;
}

/** What a link is for, as the page shows it before anything is typed. */
export async function readInvitation(deps: Deps, token: string) {
  const { store } = deps;
  const decision = await usableLink(deps, hashToken(token));
  if (!decision.ok) return decision;
  const { name, accountId: id, committeeId, expiresAt } = decision.value;
  const account = id === null ? undefined : await store.accounts.find(id);
  const committee = committeeId === null ? undefined : await store.committees.find(committeeId);
  return accept({
    kind: id === null ? ('invitation' as const) : ('recovery' as const),
    name,
    expiresAt,
    committeeName: committee?.name ?? null,
    username: account?.username ?? null,
  });
}

type LinkRefusal = InvitationRefusal | 'invitation-void';
type AcceptRefusal = LinkRefusal | 'username-needed' | 'username-taken' | 'has-account' | 'weak-password';

/** Uses a link: makes the account, or gives the one that is recovered a new password and no second factor. */
export async function acceptInvitation(
  deps: Deps,
  { token, username, password }: z.infer<typeof acceptContract.body>,
): Promise<Ruling<Account, AcceptRefusal>> {
  const { accounts, invitations } = deps.store;
  const tokenHash = hashToken(token);
  const found = await usableLink(deps, tokenHash);
  if (!found.ok) return found;
  const { accountId: id, grants } = found.value;
  const present = id === null ? undefined : await accounts.find(id);
  const name = present?.username ?? username;
  if (name === undefined) return refuse('username-needed');
  const known = await knownOf(deps, { username: name, personId: found.value.personId });
  if (isWeakPassword(password, [...known, found.value.name])) return refuse('weak-password');
  const passwordHash = await hashPassword(password);
  const newId = accountId.parse(uuid(deps.random));
  const use = () =>
    invitations.use<InvitationRefusal>(tokenHash, (invitation, account) => {
      // Looked at again: hashing took time, and another may have used the link meanwhile.
      const decision = decideUse(invitation, deps.clock());
      if (!decision.ok) return decision;
      if (account !== undefined) return accept(recovered(account, passwordHash));
      return accept(newAccount(decision.value, { id: newId, username: name, passwordHash }));
    });
  const actor = present ?? { id: newId, administrator: false, grants };
  return ownEvent(deps, 'acceptInvitation', actor, use);
}

function newAccount(
  { personId, grants }: Invitation,
  made: Pick<Account, 'id' | 'username' | 'passwordHash'>,
): Account {
  return { ...made, personId, grants, administrator: false, secondFactor: null };
}
