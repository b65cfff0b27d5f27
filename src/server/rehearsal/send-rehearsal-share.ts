import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { decidePassRehearsal, decideRehearsalShare } from '../../domain/session/rehearsal.ts';
import type { Session, SessionId, Tally } from '../../domain/session/session.ts';
import type { RecordEvent } from '../../protocol/record/record.ts';
import type { Deps } from '../deps.ts';
import { asTeller } from '../meeting/session-call.ts';
import { appendParts } from '../record/append-part.ts';
import { type CheckedShare, checkTellerShare, type SentShare, sharePayload } from '../record/check-teller-share.ts';
import { readTallyRecord, type TallyRecord } from '../record/tally-record.ts';
import { whileBoxChanges } from '../record/while-box-changes.ts';
import type { SessionStep } from '../store/session-store.ts';
import { openRehearsal } from './open-rehearsal.ts';

type Refusal =
  | 'rehearsal-not-closed'
  | 'share-already-sent'
  | 'share-invalid'
  | 'rehearsal-invalid'
  | 'box-changed'
  | 'not-found';

/** Takes a teller's share of the rehearsal. With the last it opens and, if its whole record verifies, is passed. */
export function sendRehearsalShare(
  deps: Deps,
  id: SessionId,
  caller: Principal,
  sent: SentShare,
): Promise<Ruling<Session, Refusal>> {
  return whileBoxChanges(() => asTeller(deps, id, caller, (session, teller) => sendOnce(deps, session, teller, sent)));
}

/** What a share leads to: events to append, and the tally after them. */
interface Prepared {
  readonly events: readonly RecordEvent[];
  readonly tally: Tally;
  readonly passed: boolean;
}

async function sendOnce(
  deps: Deps,
  session: Session,
  teller: number,
  sent: SentShare,
): Promise<Ruling<Session, Refusal>> {
  const electionId = session.rehearsal?.electionId;
  if (electionId === undefined) return refuse('rehearsal-not-closed');
  const recorded = await deps.store.sessions.payloads({ sessionId: session.id, electionId }, 'PartialDecryption');
  if (recorded.includes(sharePayload(teller, sent))) return accept(session);
  const possible = decideRehearsalShare(session, teller, '');
  if (!possible.ok) return possible;
  const record = await readTallyRecord(deps, { sessionId: session.id, electionId });
  if (record === undefined) return refuse('rehearsal-not-closed');
  const share = await checkTellerShare(deps, record, teller, sent);
  if (!share.ok) return share;
  const prepared = await prepare(deps, session, teller, record, share.value);
  if (!prepared.ok) return prepared;

  const { events, tally, passed } = prepared.value;
  const load = { record: { electionId } };
  const step = await deps.store.sessions.update(
    session.id,
    load,
    (current, { record: { end } }): Ruling<SessionStep, Refusal> => {
      const { rehearsal } = current.session;
      const decided = decideRehearsalShare(current.session, teller, share.value.proof);
      if (!decided.ok) return decided;
      if (rehearsal?.electionId !== electionId || end?.head !== record.head) return refuse('box-changed');
      const next = passed
        ? decidePassRehearsal(current.session, tally)
        : accept({ ...current.session, rehearsal: { ...rehearsal, tally } });
      if (!next.ok) return next;
      const append = appendParts(electionId, end, events, deps.clock);
      return accept({ after: { ...current, session: next.value }, append });
    },
  );
  return step.ok ? accept(step.value.after.session) : step;
}

async function prepare(
  deps: Deps,
  session: Session,
  teller: number,
  record: TallyRecord,
  share: CheckedShare,
): Promise<Ruling<Prepared, Refusal>> {
  const decided = decideRehearsalShare(session, teller, share.proof);
  if (!decided.ok) return decided;
  const tally = decided.value;
  const events = [share.event];
  // It waits for everybody: who is still typing would be cut off, and a card that was not read is found too late.
  if (tally.sharesOf.length < session.tellers.length) return accept({ events, tally, passed: false });
  const opened = await openRehearsal(deps, session.id, record, tally, [...record.shares, share.texts], events);
  return opened.ok ? accept({ ...opened.value, passed: true }) : opened;
}
