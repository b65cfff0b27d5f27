import type { OneTimeLink } from '../../contract/account/invitations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { namesToldApart } from '../../domain/roster/namesakes.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { newLink } from './new-link.ts';
import { actsBeyond, seatedBeyond } from './outside-committee.ts';
import { hasEnded } from './usable-link.ts';

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
