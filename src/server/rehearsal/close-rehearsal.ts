import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { decideCastRehearsal, decideCloseRehearsal } from '../../domain/session/rehearsal.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { findSession } from '../meeting/session-call.ts';
import { appendParts } from '../record/append-part.ts';
import { prepareClosing } from '../record/prepare-closing.ts';
import { whileBoxChanges } from '../record/while-box-changes.ts';
import type { SessionStep } from '../store/session-store.ts';

type Refusal = 'rehearsal-not-running' | 'rehearsal-without-ballots' | 'box-changed' | 'not-found';

/** Ends the rehearsal's ballots and fixes its encrypted totals. */
export function closeRehearsal(deps: Deps, id: SessionId): Promise<Ruling<Session, Refusal>> {
  return whileBoxChanges(() => closeOnce(deps, id));
}

async function closeOnce(deps: Deps, id: SessionId): Promise<Ruling<Session, Refusal>> {
  const found = await findSession(deps, id);
  if (!found.ok) return found;
  // What a ballot needs, closing needs too; only then there is something to tally.
  const running = decideCastRehearsal(found.value);
  const electionId = found.value.rehearsal?.electionId;
  if (!running.ok || electionId === undefined) return refuse('rehearsal-not-running');
  const prepared = await prepareClosing(deps, id, electionId);
  const step = await deps.store.sessions.update(
    id,
    { record: { electionId } },
    (current, { record }): Ruling<SessionStep, Refusal> => {
      const decided = decideCloseRehearsal(current.session, prepared.tally);
      if (!decided.ok) return decided;
      const same = current.session.rehearsal?.electionId === electionId && record.end?.head === prepared.head;
      if (!same) return refuse('box-changed');
      const append = appendParts(electionId, record.end, prepared.events, deps.clock);
      return accept({ after: { ...current, session: decided.value }, append });
    },
  );
  return step.ok ? accept(step.value.after.session) : step;
}
