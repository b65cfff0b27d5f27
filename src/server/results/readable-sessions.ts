import { readResult as operation } from '../../contract/results.ts';
import { mayCall, type Relation } from '../../domain/relations.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';

/** Every relation that a caller has to a session. */
export type RelationsTo = (id: SessionId) => Promise<ReadonlySet<Relation>>;

/** Of these the published ones whose results the caller would be given on asking for them one by one (promise 6). */
export async function readableSessions(sessions: readonly Session[], relationsTo: RelationsTo): Promise<Session[]> {
  const readable: Session[] = [];
  for (const session of sessions) {
    if (session.state !== 'published') continue;
    if (mayCall(operation.access, await relationsTo(session.id))) readable.push(session);
  }
  return readable;
}
