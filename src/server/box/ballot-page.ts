import type { z } from 'zod';
import type { ballotPageView } from '../../contract/box.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import { type SessionId, standingSubjects, subjectId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { openedElection } from '../record/opened-election.ts';

type BallotPage = z.infer<typeof ballotPageView>;

/** What the voting page shows: the same for every paper, so that reading never tells which one reads (design §3.2). */
export async function readBallotPage(deps: Deps, id: SessionId): Promise<Decision<BallotPage, 'not-found'>> {
  const session = await deps.store.sessions.find(id);
  if (session === undefined) return refuse('not-found');
  const now = deps.clock();
  const opened = session.openedAt === null ? undefined : await openedElection(deps, id);
  const documents = await deps.store.documents.list(id);
  const dossiers = documents.filter(({ kind }) => kind === 'dossier');
  const term = await deps.store.halfTerm.termOf(session.committeeId, id);
  const { title, place, heldOn } = session.settings;
  const { committeeName, superiorName, form, phoneVotingEndsAt } = session;
  return accept({
    ...{ sessionId: id, state: session.state, committeeName, superiorName, title, place, heldOn, form },
    subjects: standingSubjects(session).map((subject) => ({
      ...{ id: subject.id, name: subject.name, position: subject.position },
    })),
    briefing: session.briefing?.text ?? null,
    dossiers: dossiers.map((dossier) => ({
      id: dossier.id,
      title: dossier.title,
      subjectId: subjectId.nullable().parse(dossier.subjectId),
    })),
    halfTermReview: term === undefined ? null : { term },
    ...{ election: opened?.election ?? null, fingerprint: opened?.fingerprint ?? null },
    ...{ now: now.toISOString(), phoneVotingEndsAt, phoneVotingEndsIn: deps.countdowns.left(id) },
  });
}
