import { type Connection, call } from '../../client/api.ts';
import type { SeenHead } from '../../client/teller/memory.ts';
import { listTrackers, readBallotPage } from '../../contract/box/box.ts';
import { readCeremony, readOpening, readRehearsal } from '../../contract/ceremony/ceremony.ts';
import { readResult, readTally } from '../../contract/results/results.ts';
import type { SessionView } from '../../contract/session/sessions.ts';
import { readSession } from '../../contract/session/sessions.ts';
import type { SessionId, SessionState } from '../../domain/session/session.ts';
import { noteAnswer } from '../shared/frame/account.ts';
import type { TellerView } from './teller-state.ts';

/** What one look at the service showed. */
export type FetchedView =
  | { readonly ok: true; readonly seen: TellerView; readonly head: SeenHead | null }
  | { readonly ok: false; readonly reach: 'unreachable' | 'refused' };

const nothing = { ceremony: null, rehearsal: null, opening: null, page: null, tally: null, result: null };

/** Reads all that a teller's page shows in the session's present state. */
export async function fetchTellerView(connection: Connection, sessionId: SessionId): Promise<FetchedView> {
  const params = { sessionId };
  const session = noteAnswer(await call(connection, readSession, { params }));
  if (!session.ok) {
    const away = session.refusal === 'not-found' || session.refusal === 'not-allowed';
    return { ok: false, reach: away ? 'refused' : 'unreachable' };
  }
  const ceremony = await call(connection, readCeremony, { params });
  const lost = !ceremony.ok && ceremony.refusal !== 'ceremony-not-running';
  const isDone = ceremony.ok && ceremony.value.round === 'done';
  const more = await readMore(connection, sessionId, session.value, isDone);
  if (lost || more === undefined) return { ok: false, reach: 'unreachable' };
  const { head, ...seen } = more;
  const found = ceremony.ok ? ceremony.value : null;
  return { ok: true, head, seen: { ...nothing, session: session.value, ceremony: found, ...seen } };
}

type More = Partial<TellerView> & { readonly head: SeenHead | null };

/** Undefined where an answer did not come. */
async function readMore(
  connection: Connection,
  sessionId: SessionId,
  { state }: SessionView,
  isCeremonyDone: boolean,
): Promise<More | undefined> {
  const params = { sessionId };
  if (state === 'issued') {
    if (!isCeremonyDone) return { head: null };
    const rehearsal = await call(connection, readRehearsal, { params });
    const opening = await call(connection, readOpening, { params });
    return {
      head: null,
      rehearsal: rehearsal.ok ? rehearsal.value : null,
      opening: opening.ok ? opening.value : null,
    };
  }
  if (!hasBox.has(state)) return { head: null };
  const page = await call(connection, readBallotPage, { params });
  const trackers = await call(connection, listTrackers, { params });
  if (!page.ok || !trackers.ok) return undefined;
  const box = { page: page.value, head: trackers.value.head };
  if (state === 'open' || state === 'counting') return box;
  const tally = await call(connection, readTally, { params });
  const result = state === 'closed' ? undefined : await call(connection, readResult, { params });
  return { ...box, tally: tally.ok ? tally.value : null, result: result?.ok ? result.value : null };
}

const hasBox: ReadonlySet<SessionState> = new Set(['open', 'counting', 'closed', 'tallied', 'published']);
