import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { decideStartRehearsal } from '../../domain/session/rehearsal.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';
import { sodiumGroup } from '../arithmetic/sodium-group.ts';
import type { Deps } from '../deps.ts';
import { appendPart } from '../record/append-part.ts';
import { buildRehearsalSetup, setupEventOf } from '../record/build-setup.ts';
import { openedElection } from '../record/opened-election.ts';
import type { RecordRef } from '../store/record-ref.ts';
import type { SessionStep } from '../store/session-store.ts';

export interface NewRehearsal {
  readonly electionId: SessionId;
  /** Public halves; who rehearses holds the secrets. */
  readonly credentials: readonly string[];
}

type Refusal = 'rehearsal-needs-keys' | 'invalid-credential' | 'credential-already-registered' | 'not-found';

/**
 * Starts a rehearsal, or another one, as an election and record of its own. No other session's or rehearsal's uuid can
 * be taken for it: their records begin once only.
 */
export async function startRehearsal(
  deps: Deps,
  id: SessionId,
  { electionId, credentials }: NewRehearsal,
): Promise<Ruling<Session, Refusal>> {
  const { sessions } = deps.store;
  const session = await sessions.find(id);
  if (session === undefined) return refuse('not-found');
  if (
    session.rehearsal?.electionId === electionId &&
    (await isSame(deps, { sessionId: id, electionId }, credentials))
  ) {
    return accept(session);
  }
  if (new Set(credentials).size !== credentials.length) return refuse('credential-already-registered');
  if (!credentials.every((text) => sodiumGroup.decode(text) !== undefined)) return refuse('invalid-credential');
  if ((await sessions.find(electionId)) !== undefined) return refuse('credential-already-registered');
  const step = await sessions.update(
    id,
    { record: { electionId } },
    (current, { record }): Ruling<SessionStep, Refusal> => {
      const decided = decideStartRehearsal(current.session, electionId);
      if (!decided.ok) return decided;
      if (record.end !== undefined) return refuse('credential-already-registered');
      const setup = buildRehearsalSetup(current.session, credentials, electionId);
      const { part } = appendPart(electionId, undefined, setupEventOf(setup), deps.clock);
      return accept({ after: { ...current, session: decided.value }, append: [part] });
    },
  );
  return step.ok ? accept(step.value.after.session) : step;
}

async function isSame(deps: Deps, record: RecordRef, credentials: readonly string[]): Promise<boolean> {
  const published = (await openedElection(deps, record))?.credentials;
  return published?.size === credentials.length && credentials.every((one) => published.has(one));
}
