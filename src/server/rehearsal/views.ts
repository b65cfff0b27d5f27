import type { RehearsalView } from '../../contract/ceremony/ceremony.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { openedElection } from '../record/opened-election.ts';
import { readHead } from '../record/record-head.ts';

/** How far a session's rehearsal is. Its totals are no secret: nobody votes in it. */
export async function rehearsalView(
  deps: Deps,
  { id, rehearsal }: Session,
): Promise<Ruling<RehearsalView, 'rehearsal-not-running'>> {
  if (rehearsal === null) return refuse('rehearsal-not-running');
  const { electionId, state, ballots, tally } = rehearsal;
  const opened = await openedElection(deps, { sessionId: id, electionId });
  const head = await readHead(deps, { sessionId: id, electionId });
  if (opened === undefined || head === undefined) throw new TypeError('a rehearsal without its record');
  return accept({
    electionId,
    state,
    ballots,
    election: opened.election,
    head,
    sharesOf: [...(tally?.sharesOf ?? [])],
    result: tally?.result?.map((row) => [...row]) ?? null,
  });
}

/** A change always leaves a rehearsal behind, so that there is something to show. */
export async function shownRehearsal<Refusal extends string>(
  deps: Deps,
  changing: Promise<Ruling<Session, Refusal>>,
): Promise<Ruling<RehearsalView, Refusal>> {
  const changed = await changing;
  if (!changed.ok) return changed;
  const view = await rehearsalView(deps, changed.value);
  if (!view.ok) throw new TypeError('a rehearsal that is gone');
  return view;
}
