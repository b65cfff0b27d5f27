import { accept, type Decision, refuse } from '../../domain/decision.ts';
import { type CastRefusal, decideCast } from '../../domain/session/casting.ts';
import type { Paper } from '../../domain/session/paper.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { withPlainBallot } from '../../domain/session/plain-voting.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { sha256Hex } from '../../protocol/hash.ts';
import { ballotEvent } from '../../protocol/record-events.ts';
import { utf8Bytes } from '../../protocol/utf8.ts';
import type { Deps } from '../deps.ts';
import { appendPart } from '../record/append-part.ts';
import { readBallotHead } from '../record/ballot-head.ts';
import { type OpenedElection, openedElection } from '../record/opened-election.ts';
import type { SessionStep } from '../store/session-store.ts';
import type { FailingBallots } from './failing-ballots.ts';
import { knownPaper, waitsForVoter } from './known-paper.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import type { ShownBoxes } from './shown-box.ts';

export type CastBallotRefusal = CastRefusal | 'ballot-invalid' | 'too-many-failing-ballots' | 'not-found';

/** What a phone sends. */
export interface PhoneBallot {
  readonly ballot: string;
  readonly recastKey: string;
  /** It came over a connection without TLS, as the chair allowed. */
  readonly plain: boolean;
}

/** A ballot on its way into the box. */
interface Arriving {
  readonly ballot: string;
  readonly credential: string;
  /** Names it in the record. */
  readonly hash: string;
  readonly recastKeyHash: string;
}

/**
 * Casts a phone's ballot, in the order of design §3.3: shape → known paper, session open → every proof and the
 * signature → appended and on disk, then acknowledged. What was decided before the proofs is decided again in the
 * atomic step, where the box can no longer change.
 */
export async function castBallot(
  deps: Deps,
  failing: FailingBallots,
  boxes: ShownBoxes,
  id: SessionId,
  sent: PhoneBallot,
): Promise<Decision<Receipt, CastBallotRefusal>> {
  const head = readBallotHead(sent.ballot);
  if (head === undefined) return refuse('ballot-invalid', [{ code: 'not-canonical' }]);
  if (head.uuid !== id) return refuse('ballot-invalid', [{ code: 'wrong-election' }]);
  const { credential } = head;
  const hash = sha256Hex(sent.ballot);
  const arriving: Arriving = { ballot: sent.ballot, credential, hash, recastKeyHash: sha256Hex(sent.recastKey) };
  const opened = await openedElection(deps, id);
  const state = await deps.store.sessions.findWithPapers(id);
  if (state === undefined) return refuse('not-found');

  const first = decide(state, opened, arriving, false, deps.clock());
  if (!first.ok || opened === undefined) return castAgain(deps, boxes, state, opened, arriving);
  if (!failing.mayTry(id, credential)) return refuse('too-many-failing-ballots');
  const verdict = await deps.pool.run('checkBallot', { election: opened.election, ballot: sent.ballot, credential });
  if (!verdict.ok) {
    failing.failed(id, credential, verdict.refusal);
    return refuse('ballot-invalid', [{ code: verdict.refusal }]);
  }
  const step = await deps.store.sessions.update(id, (current, box): Decision<SessionStep, CastRefusal> => {
    const alreadyInBox = box.holds(id, hash);
    const decided = decide(current, opened, arriving, alreadyInBox, deps.clock());
    if (!decided.ok) return decided;
    if (alreadyInBox) return accept({ after: current });
    const papers = new Map(current.papers).set(credential, decided.value);
    const { part } = appendPart(id, box.state(id), ballotEvent(utf8Bytes(sent.ballot)), deps.clock);
    const session = sent.plain ? withPlainBallot(current.session) : current.session;
    return accept({ after: { ...current, session, papers }, append: [part] });
  });
  return step.ok ? accept(await receiptOf(boxes, step.value.after.session, hash)) : step;
}

/** A ballot that may not enter now: when the box holds it already, its own phone is told so once more. */
async function castAgain(
  deps: Deps,
  boxes: ShownBoxes,
  state: SessionWithPapers,
  opened: OpenedElection | undefined,
  arriving: Arriving,
): Promise<Decision<Receipt, CastBallotRefusal>> {
  const { id } = state.session;
  const inBox = (await deps.store.sessions.payloads(id, 'Ballot')).includes(arriving.hash);
  const decided = decide(state, opened, arriving, inBox, deps.clock());
  if (!decided.ok) return decided;
  // Only what the box holds is acknowledged here: a session that has just opened meanwhile is for the next try.
  return inBox ? accept(await receiptOf(boxes, state.session, arriving.hash)) : refuse('session-not-open');
}

function decide(
  state: SessionWithPapers,
  opened: OpenedElection | undefined,
  { credential, recastKeyHash }: Arriving,
  alreadyInBox: boolean,
  now: Date,
): Decision<Paper, CastRefusal> {
  const paper = knownPaper(state, opened, credential);
  return decideCast(state.session, { paper, recastKeyHash, alreadyInBox, waits: waitsForVoter(state, paper) }, now);
}
