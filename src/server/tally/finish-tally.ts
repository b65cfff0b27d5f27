import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';
import { checkFinishTally, decideFinishTally, type FinishRefusal } from '../../domain/session/tally.ts';
import type { Deps } from '../deps.ts';
import { findSession } from '../meeting/session-call.ts';
import { appendParts } from '../record/append-part.ts';
import { openTotals } from '../record/open-totals.ts';
import { readTallyRecord } from '../record/tally-record.ts';
import { whileBoxChanges } from '../record/while-box-changes.ts';
import { ownRecord } from '../store/record-ref.ts';
import type { SessionStep } from '../store/session-store.ts';

type Refusal = FinishRefusal | 'shares-inconsistent' | 'box-changed' | 'not-found';

/** Opens the totals with the shares that are there; the chair names exactly the tellers who are missing. */
export function finishTally(deps: Deps, id: SessionId, missing: readonly number[]): Promise<Ruling<Session, Refusal>> {
  return whileBoxChanges(() => finishOnce(deps, id, missing));
}

async function finishOnce(deps: Deps, id: SessionId, missing: readonly number[]): Promise<Ruling<Session, Refusal>> {
  const found = await findSession(deps, id);
  if (!found.ok) return found;
  if (isFinished(found.value, missing)) return found;
  const possible = checkFinishTally(found.value, missing);
  if (!possible.ok) return possible;
  const record = await readTallyRecord(deps, ownRecord(id));
  if (record === undefined) return refuse('not-closed');
  const opened = await openTotals(deps, record, record.shares, possible.value.counted);
  if (!opened.ok) return opened;
  const step = await deps.store.sessions.update(
    id,
    { record: { electionId: id } },
    (current, { record: { end } }): Ruling<SessionStep, Refusal> => {
      const decided = decideFinishTally(current.session, missing, opened.value.counts, deps.clock());
      if (!decided.ok) return decided;
      if (end?.head !== record.head) return refuse('box-changed');
      const append = appendParts(id, end, [opened.value.event], deps.clock);
      return accept({ after: { ...current, session: decided.value }, append });
    },
  );
  return step.ok ? accept(step.value.after.session) : step;
}

/** The same command has been carried out before. */
function isFinished({ tally }: Session, missing: readonly number[]): boolean {
  if (tally === null || tally.result === null) return false;
  return tally.missing.length === missing.length && missing.every((index) => tally.missing.includes(index));
}
