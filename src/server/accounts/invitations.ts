import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { AccountView } from '../../contract/accounts.ts';
import type {
  acceptInvitation as acceptContract,
  OneTimeLink,
  inviteToRole as roleContract,
} from '../../contract/invitations.ts';
import { type Account, accountId } from '../../domain/account.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import {
  decideUse,
  type Invitation,
  type InvitationRefusal,
  invitationExpiry,
  invitationId,
  recovered,
} from '../../domain/invitation.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../local-time.ts';
import { uuid } from '../uuid.ts';
import { ownEvent } from './own-event.ts';
import { hashPassword } from './password.ts';
import { accountView, knownOf } from './views.ts';
import { isWeakPassword } from './weak-password.ts';

/** Makes a link out; its token leaves the service once, here. */
export function newLink(
  deps: Pick<Deps, 'clock' | 'random'>,
  made: Pick<Invitation, 'name' | 'personId' | 'accountId' | 'committeeId' | 'grants'>,
  position: string | null,
): { invitation: Invitation; link: OneTimeLink } {
  const token = Buffer.from(deps.random(24)).toString('base64url');
  const kind = made.accountId === null ? 'invitation' : 'recovery';
  const expiresAt = invitationExpiry(kind, deps.clock());
  const id = invitationId.parse(uuid(deps.random));
  return {
    invitation: { ...made, id, tokenHash: hashToken(token), expiresAt, status: 'live' },
    link: { kind, personId: made.personId, name: made.name, position, token, expiresAt },
  };
}

/** Links for members of a committee who have no account, in order of precedence. */
export async function inviteMembers(
  deps: Deps,
  committeeId: CommitteeId,
  personIds: readonly PersonId[],
): Promise<Decision<OneTimeLink[], 'not-in-committee' | 'has-account'>> {
  const { accounts, committees, invitations } = deps.store;
  const wanted = new Set(personIds);
  const seats = await committees.heldSeats(committeeId, localDay(deps.clock()));
  const held = seats.filter(({ person }) => wanted.has(person.id));
  if (new Set(held.map(({ person }) => person.id)).size < wanted.size) return refuse('not-in-committee');
  if ((await accounts.findByPeople([...wanted])).length > 0) return refuse('has-account');
  const made = held.map(({ person, seat }) =>
    newLink(
      deps,
      { name: person.fullName, personId: person.id, accountId: null, committeeId, grants: [] },
      seat.position,
    ),
  );
  await invitations.add(made.map(({ invitation }) => invitation));
  return accept(made.map(({ link }) => link));
}

/** A link for somebody who gets a role with the account. */
export async function inviteToRole(
  deps: Deps,
  committeeId: CommitteeId,
  { role, personId, name }: z.infer<typeof roleContract.body>,
): Promise<Decision<OneTimeLink, 'unknown-person' | 'has-account'>> {
  const { accounts, committees, invitations } = deps.store;
  if (personId !== null) {
    if (!(await committees.findPerson(personId))) return refuse('unknown-person');
    if ((await accounts.findByPeople([personId])).length > 0) return refuse('has-account');
  }
  const grants = [{ role, committeeId }];
  const made = newLink(deps, { name, personId, accountId: null, committeeId, grants }, null);
  await invitations.add([made.invitation]);
  return accept(made.link);
}

/** What a link is for, as the page shows it before anything is typed. */
export async function readInvitation({ store, clock }: Deps, token: string) {
  const decision = decideUse(await store.invitations.find(hashToken(token)), clock());
  if (!decision.ok) return decision;
  const { name, accountId: id, committeeId, expiresAt } = decision.value;
  const account = id === null ? undefined : await store.accounts.find(id);
  const committee = committeeId === null ? undefined : await store.committees.find(committeeId);
  return accept({
    kind: id === null ? ('invitation' as const) : ('recovery' as const),
    ...{ name, expiresAt, committee: committee?.name ?? null, username: account?.username ?? null },
  });
}

type AcceptRefusal = InvitationRefusal | 'username-needed' | 'username-taken' | 'has-account' | 'weak-password';

/** Uses a link: makes the account, or gives the one that is recovered a new password and no second factor. */
export async function acceptInvitation(
  deps: Deps,
  { token, username, password }: z.infer<typeof acceptContract.body>,
): Promise<Decision<AccountView, AcceptRefusal>> {
  const { accounts, invitations } = deps.store;
  const tokenHash = hashToken(token);
  const found = decideUse(await invitations.find(tokenHash), deps.clock());
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
  const used = await ownEvent(deps, 'acceptInvitation', actor, use);
  return used.ok ? accept(accountView(used.value, deps.config)) : used;
}

function newAccount(
  { personId, grants }: Invitation,
  made: Pick<Account, 'id' | 'username' | 'passwordHash'>,
): Account {
  return { ...made, personId, grants, administrator: false, secondFactor: null };
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
