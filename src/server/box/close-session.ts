import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { type CloseRefusal, checkClosing, decideClose } from '../../domain/session/counting.ts';
import type { Ledger, SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { appendParts } from '../record/append-part.ts';
import { prepareClosing } from '../record/prepare-closing.ts';
import { headAfter, type RecordHead } from '../record/record-head.ts';
import { whileBoxChanges } from '../record/while-box-changes.ts';
import type { SessionStep } from '../store/session-store.ts';

type Refusal = CloseRefusal | 'box-changed' | 'not-found';

interface ClosedSession {
  readonly ledger: Ledger;
  readonly head: RecordHead;
}

/** Closes the box for good: the end of ballots and the encrypted tally of all that were cast. */
export function closeSession(deps: Deps, id: SessionId): Promise<Ruling<ClosedSession, Refusal>> {
  return whileBoxChanges(() => closeOnce(deps, id));
}

async function closeOnce(deps: Deps, id: SessionId): Promise<Ruling<ClosedSession, Refusal>> {
  const state = await deps.store.sessions.findWithPapers(id);
  if (state === undefined) return refuse('not-found');
  const now = deps.clock();
  const checked = checkClosing(state);
  if (!checked.ok) return checked;
  const prepared = await prepareClosing(deps, id);
  const step = await deps.store.sessions.update(
    id,
    { record: { electionId: id } },
    (current, { record: { end } }): Ruling<SessionStep, Refusal> => {
      const decided = decideClose(current, prepared.tally, now);
      if (!decided.ok) return decided;
      if (end?.head !== prepared.head) return refuse('box-changed');
      return accept({ after: decided.value, append: appendParts(id, end, prepared.events, deps.clock) });
    },
  );
  if (!step.ok) return step;
  const { after, append } = step.value;
  const last = append?.at(-1);
  if (last === undefined || after.session.closing === null) throw new TypeError('closed without its events');
  return accept({ ledger: after.session.closing.ledger, head: headAfter(last) });
}
