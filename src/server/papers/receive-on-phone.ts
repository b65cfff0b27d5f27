import type { registerPhonePaper as registering } from '../../contract/papers/papers.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { publicOrigin } from '../http/public-origin.ts';
import type { Call } from '../http/route.ts';
import { registerPhonePaper } from './add-print-run.ts';
import { voterOf } from './change-papers.ts';
import { votingPath } from './voting-path.ts';

/** A voter's own paper, of which the phone keeps the secret half. */
export async function receiveOnPhone(deps: Deps, { params, body, caller, request }: Call<typeof registering>) {
  const voter = await voterOf(deps, params.sessionId, caller);
  if (!voter.ok) return voter;
  const registered = await registerPhonePaper(deps, params.sessionId, voter.value, body.credential);
  if (!registered.ok) return registered;
  return accept({ votingAddress: `${publicOrigin(deps, request)}${votingPath}`, readKey: registered.value });
}
