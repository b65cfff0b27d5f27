import type * as contract from '../../contract/account/invitations.ts';
import type { OneTimeLink } from '../../contract/account/invitations.ts';
import { type Invitation, isInTime } from '../../domain/account/invitation.ts';
import { sameContent } from '../../domain/creation.ts';
import { isPersonName } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { newLink } from './new-link.ts';
import { hasEnded } from './usable-link.ts';
import { opensAsChair } from './without-seat.ts';

type RoleLinkRefusal =
  | 'unknown-person'
  | 'has-account'
  | 'committee-ended'
  | 'bad-name'
  | 'id-in-use'
  | 'not-by-a-chair';

/** A link for somebody who gets a role with the account. */
export async function inviteToRole(
  deps: Deps,
  { params: { committeeId }, body: { id, role, personId, name }, about, caller }: Call<typeof contract.inviteToRole>,
): Promise<Ruling<OneTimeLink, RoleLinkRefusal>> {
  about({ personId, role });
  if (!isPersonName(name)) return refuse('bad-name');
  const { accounts, committees, invitations } = deps.store;
  if (await hasEnded(deps, committeeId)) return refuse('committee-ended');
  if (personId !== null) {
    if (!(await committees.findPerson(personId))) return refuse('unknown-person');
    if (await opensAsChair(deps, caller, [personId])) return refuse('not-by-a-chair');
    if ((await accounts.findByPeople([personId])).length > 0) return refuse('has-account');
  }
  const grants = [{ role, committeeId }];
  const asked = { name, personId, accountId: null, committeeId, grants, byAdministrator: true };
  const { invitation, link } = newLink(deps, asked, null, { id: id ?? uuid(deps.random), by: caller.accountId });
  const isSame = (there: Invitation) => isSentAgain(invitation, there) && isInTime(there, deps.clock());
  const made = await invitations.make(invitation, (there) => findMade(about, there, isSame));
  return made.ok ? accept(link) : made;
}

/**
 * Only a link that can still be used is the one that was asked for: what became of another is not undone. And only for
 * who made it: other administrators see its id in the list, and must not get a link for which the log names somebody else.
 */
function isSentAgain(asked: Invitation, there: Invitation): boolean {
  const content = ({ name, personId, accountId, committeeId, grants, drawnBy }: Invitation) => [
    ...[name, personId, accountId, committeeId, grants, drawnBy],
  ];
  return there.status === 'live' && there.drawnBy !== null && sameContent(content(there), content(asked));
}
