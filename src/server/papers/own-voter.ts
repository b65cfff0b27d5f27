import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionId, VoterId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { findSession } from '../meeting/session-call.ts';

/** The caller on the roll of this session. */
export async function findOwnVoter(
  deps: Deps,
  id: SessionId,
  caller: Principal,
): Promise<Ruling<VoterId, 'unknown-voter' | 'not-found'>> {
  const found = await findSession(deps, id);
  if (!found.ok) return found;
  const voter = found.value.roll.find(({ personId }) => personId !== null && personId === caller.personId);
  return voter === undefined ? refuse('unknown-voter') : accept(voter.id);
}
