import { type Connection, call } from '../../client/api.ts';
import { readTellerView, type TellerView } from '../../contract/session/teller-view.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { noteAnswer } from '../shared/frame/account.ts';

/** What one look at the service showed. */
export type FetchedView =
  | { readonly ok: true; readonly view: TellerView }
  | { readonly ok: false; readonly reach: 'unreachable' | 'refused' };

/** One look: one question, so that all of the answer is of one moment. */
export async function fetchTellerView(connection: Connection, sessionId: SessionId): Promise<FetchedView> {
  const reply = noteAnswer(await call(connection, readTellerView, { params: { sessionId } }));
  if (reply.ok) return { ok: true, view: reply.value };
  const away = reply.refusal === 'not-found' || reply.refusal === 'not-allowed';
  return { ok: false, reach: away ? 'refused' : 'unreachable' };
}
