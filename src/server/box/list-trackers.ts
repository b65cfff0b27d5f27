import type { Relation } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionId, SessionState } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';
import type { RecordHead } from '../record/record-head.ts';

interface Trackers {
  readonly state: SessionState;
  readonly head: RecordHead | null;
  readonly trackers: string[];
}

/** Who looks with a paper in hand, or runs the session. Others, who sit or vote here, look from closing on. */
const atAnyTime: readonly Relation[] = ['read-key', 'chair', 'secretary', 'office', 'teller'];
const fromClosing: ReadonlySet<SessionState> = new Set(['closed', 'tallied', 'published', 'unopenable']);

/** No ballot comes in any more, and the record's order tells nothing new of who has just voted. */
export function isClosed(state: SessionState): boolean {
  return fromClosing.has(state);
}

/** The trackers of the counted ballots and the record's head. */
export async function listTrackers(
  { store }: Deps,
  boxes: ShownBoxes,
  id: SessionId,
  held: ReadonlySet<Relation>,
): Promise<Ruling<Trackers, 'box-not-closed' | 'not-found'>> {
  const session = await store.sessions.find(id);
  if (session === undefined) return refuse('not-found');
  const { state } = session;
  if (!atAnyTime.some((relation) => held.has(relation)) && !isClosed(state)) return refuse('box-not-closed');
  const { head, trackers } = await boxes.current(session);
  return accept({ state, head, trackers });
}
