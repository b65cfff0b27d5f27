import type { OneTimeLink } from '../../contract/account/invitations.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { namesToldApart } from '../../domain/roster/namesakes.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { newLink } from './new-link.ts';
import { actsBeyond, seatedBeyond } from './outside-committee.ts';
import { hasEnded } from './usable-link.ts';
import { opensAsChair, tellersWithoutSeat } from './without-seat.ts';

/** Who invites: an office, or an administrator, whose links are good for anybody. */
interface Inviting {
  readonly committeeId: CommitteeId;
  readonly byAdministrator: boolean;
  readonly by: Principal;
}

type InviteRefusal = 'not-in-committee' | 'has-account' | 'account-of-others' | 'committee-ended' | 'not-by-a-chair';

/**
 * Links for members of a committee who have no account, in order of precedence, then for tellers of its sessions who
 * hold no seat; those are never made by somebody who chairs.
 */
export async function inviteMembers(
  deps: Deps,
  { committeeId, byAdministrator, by }: Inviting,
  personIds: readonly PersonId[],
): Promise<Ruling<OneTimeLink[], InviteRefusal>> {
  const { accounts, committees, invitations } = deps.store;
  if (await hasEnded(deps, committeeId)) return refuse('committee-ended');
  const wanted = new Set(personIds);
  const seats = await committees.heldSeats(committeeId, localDay(deps.clock()));
  const held = seats.filter(({ person }) => wanted.has(person.id));
  const members = new Set(held.map(({ person }) => person.id));
  const others = [...wanted].filter((id) => !members.has(id));
  const tellers = others.length === 0 ? [] : await tellersWithoutSeat(deps, committeeId);
  if (!others.every((id) => tellers.some(({ personId }) => personId === id))) return refuse('not-in-committee');
  if (await opensAsChair(deps, by, others)) return refuse('not-by-a-chair');
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
  for (const { personId, name } of tellers.filter((one) => wanted.has(one.personId))) {
    const asked = { name, personId, accountId: null, committeeId, grants: [], byAdministrator };
    // Whose link it is stays known: it is void once they chair (usableLink).
    made.push(newLink(deps, asked, null, { id: uuid(deps.random), by: by.accountId }));
  }
  await invitations.add(made.map(({ invitation }) => invitation));
  return accept(made.map(({ link }) => link));
}

async function anyBeyond(deps: Deps, committeeId: CommitteeId, people: readonly PersonId[]): Promise<boolean> {
  if ((await seatedBeyond(deps, committeeId, people)).size > 0) return true;
  for (const personId of people) if (await actsBeyond(deps, committeeId, personId, 'new')) return true;
  return false;
}
