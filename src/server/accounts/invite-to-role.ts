import type { z } from 'zod';
import type * as contract from '../../contract/account/invitations.ts';
import type { OneTimeLink } from '../../contract/account/invitations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { isPersonName } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { newLink } from './new-link.ts';
import { hasEnded } from './usable-link.ts';

/** A link for somebody who gets a role with the account. */
export function inviteToRole(deps: Deps, { params, body, about }: Call<typeof contract.inviteToRole>) {
  about({ personId: body.personId, role: body.role });
  return invite(deps, params.committeeId, body);
}

async function invite(
  deps: Deps,
  committeeId: CommitteeId,
  { role, personId, name }: z.infer<typeof contract.inviteToRole.body>,
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
