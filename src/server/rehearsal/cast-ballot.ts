import { accept, type Decision, refuse } from '../../domain/decision.ts';
import { decideCastRehearsal } from '../../domain/session/rehearsal.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';
import { sha256Hex } from '../../protocol/hash.ts';
import { ballotEvent } from '../../protocol/record-events.ts';
import { utf8Bytes } from '../../protocol/utf8.ts';
import type { Deps } from '../deps.ts';
import { appendPart } from '../record/append-part.ts';
import { readBallotHead } from '../record/ballot-head.ts';
import { openedElection } from '../record/opened-election.ts';
import { findSession } from '../session-call.ts';
import type { SessionStep } from '../store/session-store.ts';

type Refusal = 'rehearsal-not-running' | 'ballot-invalid' | 'duplicate-ballot' | 'not-found';

/** Casts a ballot of the rehearsal, checked as a real one is. */
export async function castRehearsalBallot(
  deps: Deps,
  id: SessionId,
  ballot: string,
): Promise<Decision<Session, Refusal>> {
  const found = await findSession(deps, id);
  if (!found.ok) return found;
  const possible = decideCastRehearsal(found.value);
  if (!possible.ok) return possible;
  const electionId = possible.value.rehearsal?.electionId;
  const opened = electionId === undefined ? undefined : await openedElection(deps, electionId);
  if (electionId === undefined || opened === undefined) return refuse('rehearsal-not-running');

  const head = readBallotHead(ballot);
  if (head === undefined) return refuse('ballot-invalid', [{ code: 'not-canonical' }]);
  if (head.uuid !== electionId) return refuse('ballot-invalid', [{ code: 'wrong-election' }]);
  const { credential } = head;
  if (!opened.credentials.has(credential)) return refuse('ballot-invalid', [{ code: 'unknown-credential' }]);
  const verdict = await deps.pool.run('checkBallot', { election: opened.election, ballot, credential });
  if (!verdict.ok) return refuse('ballot-invalid', [{ code: verdict.refusal }]);

  const step = await deps.store.sessions.update(id, (current, box): Decision<SessionStep, Refusal> => {
    const decided = decideCastRehearsal(current.session);
    if (!decided.ok) return decided;
    if (decided.value.rehearsal?.electionId !== electionId) return refuse('rehearsal-not-running');
    if (box.holds(electionId, sha256Hex(ballot))) return refuse('duplicate-ballot');
    const { part } = appendPart(electionId, box.state(electionId), ballotEvent(utf8Bytes(ballot)), deps.clock);
    return accept({ after: { ...current, session: decided.value }, append: [part] });
  });
  return step.ok ? accept(step.value.after.session) : step;
}
