import { accept, type Ruling, refuse, refuseFor } from '../../domain/ruling.ts';
import type { CastBefore } from '../../domain/session/casting.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { utf8Bytes } from '../../protocol/encoding/utf8.ts';
import { ballotEvent } from '../../protocol/record/record-events.ts';
import type { Deps } from '../deps.ts';
import type { Seen, SessionStep } from '../store/session-store.ts';
import { appendPart } from './append-part.ts';
import { hintsOf } from './hints-of.ts';
import type { PaperGuard } from './paper-guard.ts';

/** A ballot on its way into a record: its paper is known there and the election is open. */
export interface ArrivingBallot {
  /** The session that the record belongs to, and the election: its own or its rehearsal's. */
  readonly sessionId: SessionId;
  readonly electionId: SessionId;
  /** As the record holds it. */
  readonly election: string;
  readonly ballot: string;
  /** As it came with the ballot; advice. */
  readonly hint?: string | undefined;
  readonly credential: string;
  /** Names the ballot in the record. */
  readonly hash: string;
}

/** What is known of a ballot and its paper when it is decided. */
export interface CastNow extends CastBefore {
  readonly alreadyInBox: boolean;
}

/** The rules of one kind of election. */
export interface AdmitRules<Refusal extends string> {
  /** Whether the paper has voted before: then its ballots are counted. */
  hasVoted(state: SessionWithPapers): boolean;
  /** Pure; what the session is after the ballot. Asked before the proofs, and again in the atomic step. */
  decide(state: SessionWithPapers, cast: CastNow): Ruling<SessionWithPapers, Refusal>;
}

export type AdmitRefusal = 'ballot-invalid' | 'too-many-failing-ballots' | 'recast-pause' | 'not-found';

/**
 * Checks a ballot and appends it: the signature first and alone, so that whoever does not hold the paper costs one
 * cheap check and uses up nothing of the paper's; then, one ballot of a paper at a time, the rules, the proofs, and the
 * rules again in the step that appends.
 * @returns the step; one that appended nothing when the very ballot was in the box already
 */
export async function admitBallot<Refusal extends string>(
  deps: Deps,
  guard: PaperGuard,
  arriving: ArrivingBallot,
  rules: AdmitRules<Refusal>,
): Promise<Ruling<SessionStep, Refusal | AdmitRefusal>> {
  const { electionId, election, ballot, credential } = arriving;
  const signed = await deps.pool.run('checkBallotSignature', { election, ballot, credential });
  if (!signed.ok) return refuse('ballot-invalid', [{ code: signed.refusal }]);
  const turn = guard.turns.take(paperOf(electionId, credential), () => admitInTurn(deps, guard, arriving, rules));
  return turn ?? refuseFor('recast-pause', guard.pauses.whole);
}

function paperOf(electionId: SessionId, credential: string): string {
  return `${electionId} ${credential}`;
}

async function admitInTurn<Refusal extends string>(
  deps: Deps,
  guard: PaperGuard,
  { sessionId, electionId, election, ballot, hint, credential, hash }: ArrivingBallot,
  rules: AdmitRules<Refusal>,
): Promise<Ruling<SessionStep, Refusal | AdmitRefusal>> {
  const { sessions } = deps.store;
  const paper = paperOf(electionId, credential);
  const tooOften = guard.failing.secondsLeft(paper);
  if (tooOften > 0) return refuseFor('too-many-failing-ballots', tooOften);
  const before = await sessions.look(
    sessionId,
    { papers: [credential] },
    (state): Ruling<boolean, never> => accept(rules.hasVoted(state)),
  );
  if (!before.ok) return before;
  const from = before.value ? await guard.ballots.countAhead({ sessionId, electionId }) : undefined;
  const asked = { papers: [credential], record: { electionId, payload: hash, from } };
  const judge = (
    state: SessionWithPapers,
    { record }: Seen<typeof asked>,
  ): Ruling<Judged, Refusal | 'recast-pause'> => {
    const alreadyInBox = record.holdsPayload;
    const hasVoted = rules.hasVoted(state);
    // Another node took a ballot of this paper just now, where its turn and its pause are not known.
    if (hasVoted && from === undefined && !alreadyInBox) return refuseFor('recast-pause', guard.pauses.whole);
    const ballots = hasVoted ? guard.ballots.with(record.parts, electionId, credential) : 0;
    const decided = rules.decide(state, { alreadyInBox, ballots, pauseLeft: guard.pauses.secondsLeft(paper) });
    return decided.ok ? accept({ alreadyInBox, after: decided.value }) : decided;
  };
  const early = await sessions.look(sessionId, asked, judge);
  if (!early.ok) return early;
  if (early.value.alreadyInBox) return accept({ after: early.value.after });
  const verdict = await deps.pool.run('checkBallot', { election, ballot, hint, credential });
  if (!verdict.ok) {
    guard.failing.failed(paper, verdict.refusal);
    return refuse('ballot-invalid', [{ code: verdict.refusal }]);
  }
  const step = await sessions.update(sessionId, asked, (state, seen): Ruling<SessionStep, Refusal | 'recast-pause'> => {
    const judged = judge(state, seen);
    if (!judged.ok) return judged;
    const { alreadyInBox, after } = judged.value;
    if (alreadyInBox) return accept({ after: state });
    const { part } = appendPart(electionId, seen.record.end, ballotEvent(utf8Bytes(ballot)), deps.clock);
    return accept({ after, append: [part], hints: hintsOf(electionId, verdict) });
  });
  // Still in this paper's turn, so that the next ballot of it finds the pause begun.
  if (step.ok && step.value.append !== undefined) guard.pauses.begin(paper);
  return step;
}

interface Judged {
  readonly alreadyInBox: boolean;
  readonly after: SessionWithPapers;
}
