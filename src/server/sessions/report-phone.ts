import type { FastifyRequest } from 'fastify';
import type * as contract from '../../contract/session/phone-test.ts';
import { reachOf } from '../../domain/address.ts';
import { accept } from '../../domain/ruling.ts';
import { decidePhoneSeen } from '../../domain/session/phone-test.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { comesFromOwnMachine } from '../http/own-machine.ts';
import { servedAt } from '../http/public-origin.ts';
import type { Call } from '../http/route.ts';
import { changeSession, findSession } from '../meeting/session-call.ts';

/**
 * Notes that a phone has opened the address to which papers lead. A session that knows it already is not touched: when
 * hundreds of phones come, one of them writes.
 */
export async function reportPhone(deps: Deps, { params, body, request }: Call<typeof contract.reportPhone>) {
  if (comesFromOwnMachine(request)) return accept({ came: 'this-computer' as const });
  const address = openedAddress(deps, request);
  if (address === undefined) return accept({ came: 'elsewhere' as const });
  const decide = (session: Session) => decidePhoneSeen(session, { address, by: body.by });
  const found = await findSession(deps, params.sessionId);
  if (!found.ok) return found;
  const changed = decide(found.value);
  if (changed.ok && changed.value !== found.value) {
    const noted = await changeSession(deps, params.sessionId, decide);
    if (!noted.ok) return noted;
  }
  return accept({ came: 'phone' as const });
}

/**
 * Under which of its addresses the service was opened, by the browser's own word: a page can change it as little as its
 * reader can. Undefined where it is none to which papers lead, or one that no phone reaches: behind a proxy on this machine
 * anybody can call it by names of its own without end.
 */
function openedAddress(deps: Deps, request: FastifyRequest): string | undefined {
  const { papers, signIn } = servedAt(deps, request);
  const opened = [papers, signIn].find((origin) => origin === request.headers.origin);
  return opened === undefined || reachOf(opened) === 'this-computer' ? undefined : opened;
}
