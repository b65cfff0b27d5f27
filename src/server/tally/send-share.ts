import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';
import { checkShare, decideFinishTally, decideShare, missingTellers } from '../../domain/session/tally.ts';
import type { Deps } from '../deps.ts';
import { asTeller } from '../meeting/session-call.ts';
import { appendParts } from '../record/append-part.ts';
import { checkTellerShare, type SentShare, sharePayload } from '../record/check-teller-share.ts';
import { type OpenedResult, openTotals } from '../record/open-totals.ts';
import { readTallyRecord } from '../record/tally-record.ts';
import { whileBoxChanges } from '../record/while-box-changes.ts';
import { ownRecord } from '../store/record-ref.ts';
import type { SessionStep } from '../store/session-store.ts';

/** A share with the number of collected ballots that the teller typed. */
export interface TypedShare extends SentShare {
  readonly collected: number;
}

type Refusal =
  | 'not-closed'
  | 'share-already-sent'
  | 'announced-number-differs'
  | 'share-invalid'
  | 'shares-inconsistent'
  | 'box-changed'
  | 'not-found';

/**
 * Takes a teller's share. The last one opens the totals in the same step, if all shares fit each other; a share that
 * does not hold is told to its teller and changes nothing for the others.
 */
export function sendShare(
  deps: Deps,
  id: SessionId,
  caller: Principal,
  sent: TypedShare,
): Promise<Ruling<Session, Refusal>> {
  return whileBoxChanges(() => asTeller(deps, id, caller, (session, teller) => sendOnce(deps, session, teller, sent)));
}

async function sendOnce(
  deps: Deps,
  session: Session,
  teller: number,
  sent: TypedShare,
): Promise<Ruling<Session, Refusal>> {
  const { id } = session;
  const recorded = await deps.store.sessions.payloads(ownRecord(id), 'PartialDecryption');
  if (recorded.includes(sharePayload(teller, sent))) return accept(session);
  const possible = checkShare(session, teller, sent.collected);
  if (!possible.ok) return possible;
  const record = await readTallyRecord(deps, ownRecord(id));
  if (record === undefined) return refuse('not-closed');
  const share = await checkTellerShare(deps, record, teller, sent);
  if (!share.ok) return share;

  const isLast = missingTellers(session).every((index) => index === teller);
  const shares = [...record.shares, share.value.texts];
  const opened = isLast ? await openTotals(deps, record, shares, possible.value.counted) : undefined;
  if (opened?.ok === false) return opened;
  const events = [share.value.event, ...(opened === undefined ? [] : [opened.value.event])];
  const step = await deps.store.sessions.update(
    id,
    { record: { electionId: id } },
    (current, { record: { end } }): Ruling<SessionStep, Refusal> => {
      const decided = withShare(
        current.session,
        teller,
        sent.collected,
        share.value.proof,
        opened?.value,
        deps.clock(),
      );
      if (!decided.ok) return decided;
      if (end?.head !== record.head) return refuse('box-changed');
      const append = appendParts(id, end, events, deps.clock);
      return accept({ after: { ...current, session: decided.value }, append });
    },
  );
  return step.ok ? accept(step.value.after.session) : step;
}

function withShare(
  session: Session,
  teller: number,
  collected: number,
  proof: string,
  opened: OpenedResult | undefined,
  now: Date,
): Ruling<Session, Refusal> {
  const decided = decideShare(session, teller, collected, proof);
  if (!decided.ok || opened === undefined) return decided;
  const finished = decideFinishTally(decided.value, [], opened.counts, now);
  // With other shares in the record than those opened, the head has moved too.
  return finished.ok ? finished : refuse('box-changed');
}
