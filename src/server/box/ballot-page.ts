import * as z from 'zod/mini';
import type { ballotPageView } from '../../contract/box/box.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { type Session, type SessionId, standingSubjects, subjectId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { unchanging } from '../kit/unchanging.ts';
import { openedElection } from '../record/opened-election.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { ownRecord } from '../store/record-ref.ts';

type BallotPage = z.infer<typeof ballotPageView>;

const subjectOrSession = z.nullable(subjectId);

/** What the voting page shows: the same for every paper, so that reading never tells which one reads. */
export async function readBallotPage(deps: Deps, id: SessionId): Promise<Ruling<BallotPage, 'not-found'>> {
  const session = await deps.store.sessions.find(id);
  if (session === undefined) return refuse('not-found');
  const now = deps.clock();
  const opened = session.openedAt === null ? undefined : await openedElection(deps, ownRecord(id));
  const documents = await deps.store.documents.list(id);
  const term = await deps.store.halfTerm.termOf(session.committeeId, id);
  const { title, place, heldOn } = session.settings;
  const { committeeName, superiorName, phoneVotingEndsAt } = session;
  return accept({
    sessionId: id,
    state: session.state,
    committeeName,
    superiorName,
    title,
    place,
    heldOn,
    ...voteOf(session),
    briefing: session.briefing?.text ?? null,
    dossiers: dossiersAmong(documents),
    halfTermReview: term === undefined ? null : { term },
    election: opened?.election ?? null,
    fingerprint: opened?.fingerprint ?? null,
    now: now.toISOString(),
    phoneVotingEndsAt,
    phoneVotingEndsIn: deps.countdowns.left(id),
  });
}

const dossiers = new WeakMap<readonly StoredDocument[], BallotPage['dossiers']>();

/** The same until the documents change. */
function dossiersAmong(documents: readonly StoredDocument[]): BallotPage['dossiers'] {
  const known = dossiers.get(documents);
  if (known !== undefined) return known;
  const found = documents
    .filter(({ kind }) => kind === 'dossier')
    .map(({ id, title, subjectId: about }) => ({ id, title, subjectId: subjectOrSession.parse(about) }));
  dossiers.set(documents, unchanging(found));
  return found;
}

type VoteShown = Pick<BallotPage, 'form' | 'subjects' | 'tellers'>;

const votes = new WeakMap<Session, VoteShown>();

/** Most of the page, and the same until the session changes. */
function voteOf(session: Session): VoteShown {
  const known = votes.get(session);
  if (known !== undefined) return known;
  const subjects = standingSubjects(session).map(({ id, name, position }) => ({ id, name, position }));
  const tellers = session.tellers.map(({ name }) => name);
  const vote = { form: unchanging({ ...session.form }), subjects: unchanging(subjects), tellers: unchanging(tellers) };
  votes.set(session, vote);
  return vote;
}
