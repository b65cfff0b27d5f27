import type { readTellerView as contract, TellerView } from '../../contract/session/teller-view.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { ceremonyView } from '../meeting/ceremony-view.ts';
import { resultFigures } from '../meeting/result-figures.ts';
import { tellerOf } from '../meeting/session-call.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';
import { tallyView } from '../meeting/tally-view.ts';
import { openedElection } from '../record/opened-election.ts';
import { ownRecord } from '../store/record-ref.ts';
import { newTellers } from './new-tellers.ts';
import { decisionsOf, endOf, peopleOf, summaryOf } from './views.ts';

/** What a teller's page needs at one look, all of it of one state of the session. */
export async function readTellerView(
  deps: Deps,
  boxes: ShownBoxes,
  { params: { sessionId }, caller }: Call<typeof contract>,
): Promise<Ruling<TellerView, 'not-found'>> {
  // Before the session is read: totals of one that was altered are shown to nobody.
  await deps.checks.settled(sessionId);
  const session = await deps.store.sessions.find(sessionId);
  if (session === undefined) return refuse('not-found');
  const teller = tellerOf(session, caller);
  if (!teller.ok) return teller;
  const me = teller.value.index;
  const tally = tallyView(session);
  return accept({
    session: await sessionOf(deps, session),
    me,
    ceremony: session.ceremony && ceremonyView(session, session.ceremony, me),
    rehearsal: rehearsalOf(session),
    opening: session.opening && {
      setupHash: session.opening.setupHash,
      confirmedBy: [...session.opening.confirmedBy],
    },
    ...(await boxOf(deps, boxes, session)),
    tally: tally.ok ? tally.value : null,
    totals: totalsOf(session),
  });
}

async function sessionOf(deps: Deps, session: Session): Promise<TellerView['session']> {
  const { id, committeeName, title, heldOn, state } = summaryOf(session);
  const { subjects, tellers } = peopleOf(session);
  return {
    id,
    committeeName,
    title,
    heldOn,
    state,
    threshold: session.settings.threshold,
    subjects,
    tellers,
    lostKeys: [...session.lostKeys],
    cardsRead: [...(session.cardsRead ?? [])],
    decisions: decisionsOf(session, await newTellers(deps, session)),
    cancellation: endOf(session.cancellation),
    unopenable: endOf(session.unopenable),
  };
}

function rehearsalOf({ rehearsal }: Session): TellerView['rehearsal'] {
  if (rehearsal === null) return null;
  const { electionId, state, tally } = rehearsal;
  return { electionId, state, sharesOf: [...(tally?.sharesOf ?? [])] };
}

/** What is shown of a box is of its last renewal or, once it is closed, does not change any more. */
async function boxOf(
  deps: Deps,
  boxes: ShownBoxes,
  session: Session,
): Promise<Pick<TellerView, 'fingerprint' | 'head'>> {
  if (session.openedAt === null) return { fingerprint: null, head: null };
  const opened = await openedElection(deps, ownRecord(session.id));
  const { head } = await boxes.current(session);
  return { fingerprint: opened?.fingerprint ?? null, head };
}

function totalsOf(session: Session): TellerView['totals'] {
  const figures = resultFigures(session);
  if (figures === undefined) return null;
  const { issued, collected, invalid, levels, subjects } = figures;
  return { issued, collected, invalid, levels: [...levels], subjects };
}
