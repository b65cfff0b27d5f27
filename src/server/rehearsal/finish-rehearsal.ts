import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { checkFinishRehearsal, decidePassRehearsal } from '../../domain/session/rehearsal.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { findSession } from '../meeting/session-call.ts';
import { appendParts } from '../record/append-part.ts';
import { readTallyRecord } from '../record/tally-record.ts';
import { whileBoxChanges } from '../record/while-box-changes.ts';
import type { SessionStep } from '../store/session-store.ts';
import { openRehearsal } from './open-rehearsal.ts';

type Refusal =
  | 'rehearsal-not-closed'
  | 'not-enough-shares'
  | 'missing-tellers-differ'
  | 'rehearsal-invalid'
  | 'box-changed'
  | 'not-found';

/** Passes the rehearsal without some tellers, whose cards were not proven; the chair names exactly these. */
export function finishRehearsal(
  deps: Deps,
  id: SessionId,
  missing: readonly number[],
): Promise<Ruling<Session, Refusal>> {
  return whileBoxChanges(() => finishOnce(deps, id, missing));
}

async function finishOnce(deps: Deps, id: SessionId, missing: readonly number[]): Promise<Ruling<Session, Refusal>> {
  const found = await findSession(deps, id);
  if (!found.ok) return found;
  const possible = checkFinishRehearsal(found.value, missing);
  if (!possible.ok) return possible;
  const electionId = found.value.rehearsal?.electionId;
  const record = electionId && (await readTallyRecord(deps, { sessionId: id, electionId }));
  if (electionId === undefined || !record) return refuse('rehearsal-not-closed');
  const opened = await openRehearsal(deps, id, record, possible.value, record.shares, []);
  if (!opened.ok) return opened;
  const step = await deps.store.sessions.update(
    id,
    { record: { electionId } },
    (current, { record: { end } }): Ruling<SessionStep, Refusal> => {
      const still = checkFinishRehearsal(current.session, missing);
      if (!still.ok) return still;
      const same = current.session.rehearsal?.electionId === electionId && end?.head === record.head;
      if (!same) return refuse('box-changed');
      const decided = decidePassRehearsal(current.session, opened.value.tally);
      if (!decided.ok) return decided;
      const append = appendParts(electionId, end, opened.value.events, deps.clock);
      return accept({ after: { ...current, session: decided.value }, append });
    },
  );
  return step.ok ? accept(step.value.after.session) : step;
}
