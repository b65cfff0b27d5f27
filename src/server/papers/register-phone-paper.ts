import type { registerPhonePaper as contract } from '../../contract/papers/papers.ts';
import { reachOf } from '../../domain/address.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import { decideRegisterPhonePaper } from '../../domain/session/papers.ts';
import { connectionProblem, standingPhoneUse } from '../../domain/session/phone-use.ts';
import type { SessionId, VoterId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { publicOrigin, signInOrigin } from '../http/public-origin.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers, findSession } from '../meeting/session-call.ts';
import { votingPath } from '../meeting/voting-path.ts';
import { arePoints } from './are-points.ts';
import { findOwnVoter } from './own-voter.ts';

/**
 * A voter's own paper, of which the phone keeps the secret half. It leads where the voter could sign in: that phone opens
 * the address over TLS whatever printed papers have to make do with.
 */
export async function registerPhonePaper(deps: Deps, { params, body, caller, request }: Call<typeof contract>) {
  const voter = await findOwnVoter(deps, params.sessionId, caller);
  if (!voter.ok) return voter;
  const origin = signInOrigin(deps, request);
  const session = await findSession(deps, params.sessionId);
  if (!session.ok) return session;
  const phoneUse = standingPhoneUse(session.value, publicOrigin(deps, request));
  const problem = connectionProblem({ ...session.value, phoneUse }, reachOf(origin));
  if (problem === 'address-for-this-computer') return refuse(problem);
  const registered = await register(deps, params.sessionId, voter.value, body.credential);
  if (!registered.ok) return registered;
  return accept({ votingAddress: `${origin}${votingPath}`, readKey: registered.value });
}

/** Registers the paper that a signed-in voter's own phone made. */
async function register(deps: Deps, session: SessionId, voter: VoterId, credential: string) {
  if (!arePoints([credential])) return refuse('invalid-credential');
  const changed = await changeSessionAndPapers(deps, session, (state) =>
    decideRegisterPhonePaper(state, voter, credential),
  );
  return changed.ok ? accept(changed.value.session.readKey) : changed;
}
