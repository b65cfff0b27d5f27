import type * as contract from '../../contract/session/phone-test.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { servedAt } from '../http/public-origin.ts';
import type { Call } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';
import { votingPath } from '../meeting/voting-path.ts';

export async function readPhoneTest(deps: Deps, { params, request }: Call<typeof contract.readPhoneTest>) {
  const found = await findSession(deps, params.sessionId);
  if (!found.ok) return found;
  const { readKey, phonesSeen = [] } = found.value;
  const { papers, signIn } = servedAt(deps, request);
  const votingAddresses = [...new Set([papers, signIn])].map((origin) => `${origin}${votingPath}`);
  return accept({ readKey, votingAddresses, seen: [...phonesSeen] });
}
