import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { type CastRefusal, decideArrival, decideCast, mayRecast } from '../../domain/session/casting.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { withPlainBallot } from '../../domain/session/plain-voting.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { readBallotHead } from '../../protocol/ballot/ballot-head.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';
import { type AdmitRefusal, type AdmitRules, admitBallot } from '../record/admit-ballot.ts';
import { type OpenedElection, openedElection } from '../record/opened-election.ts';
import type { PaperGuard } from '../record/paper-guard.ts';
import { ownRecord } from '../store/record-ref.ts';
import type { SessionStep } from '../store/session-store.ts';
import { knownPaper, waitsForVoter } from './known-paper.ts';
import { type Receipt, receiptOf } from './receipt.ts';

export type CastBallotRefusal = CastRefusal | AdmitRefusal;

/** What a phone sends. */
export interface PhoneBallot {
  readonly ballot: string;
  readonly hint?: string | undefined;
  readonly recastKey: string;
  /** It came over a connection without TLS, as the chair allowed. */
  readonly plain: boolean;
}

/** Acknowledgement of a phone's ballot. */
export interface PhoneReceipt extends Receipt {
  /** This phone voted first with the paper. If not, somebody else sent a copy of this very ballot before it. */
  readonly mayRecast: boolean;
}

/** A ballot on its way into the box. */
interface Arriving {
  readonly credential: string;
  readonly recastKeyHash: string;
  readonly plain: boolean;
}

/**
 * Casts a phone's ballot, in this order: shape → known paper, session open → signature → proofs →
 * appended and on disk, then acknowledged. A ballot that is in the box already is acknowledged without any of it.
 */
export async function castBallot(
  deps: Deps,
  guard: PaperGuard,
  boxes: ShownBoxes,
  id: SessionId,
  { ballot, hint, recastKey, plain }: PhoneBallot,
): Promise<Ruling<PhoneReceipt, CastBallotRefusal>> {
  const head = readBallotHead(ballot);
  if (head === undefined) return refuse('ballot-invalid', [{ code: 'not-canonical' }]);
  if (head.uuid !== id) return refuse('ballot-invalid', [{ code: 'wrong-election' }]);
  const { credential } = head;
  const hash = sha256Hex(ballot);
  const arriving: Arriving = { credential, recastKeyHash: sha256Hex(recastKey), plain };
  const opened = await openedElection(deps, ownRecord(id));
  const asked = { papers: [credential], record: { electionId: id, payload: hash } };
  const arrived = await deps.store.sessions.look(id, asked, (state, { record }) => {
    const paper = knownPaper(state, opened, credential);
    if (paper !== undefined && record.holdsPayload) return accept<SessionStep | undefined>({ after: state });
    const possible = decideArrival(state.session, paper);
    return possible.ok ? accept(undefined) : possible;
  });
  if (!arrived.ok) return arrived;
  if (arrived.value !== undefined) return accept(await acknowledge(boxes, hash, arriving, arrived.value));
  if (opened === undefined) return refuse('session-not-open');
  const { election } = opened;
  const sent = { sessionId: id, electionId: id, election, ballot, hint, credential, hash };
  const admitted = await admitBallot(deps, guard, sent, rulesOf(opened, arriving));
  return admitted.ok ? accept(await acknowledge(boxes, hash, arriving, admitted.value)) : admitted;
}

function rulesOf(opened: OpenedElection, arriving: Arriving): AdmitRules<CastRefusal> {
  const { credential, recastKeyHash, plain } = arriving;
  return {
    hasVoted: ({ papers }) => papers.get(credential)?.votedBy === 'phone',
    decide: (state, cast): Ruling<SessionWithPapers, CastRefusal> => {
      const paper = knownPaper(state, opened, credential);
      const waits = waitsForVoter(state, paper);
      const decided = decideCast(state.session, { ...cast, paper, recastKeyHash, waits });
      if (!decided.ok) return decided;
      const session = plain ? withPlainBallot(state.session) : state.session;
      return accept({ ...state, session, papers: new Map(state.papers).set(credential, decided.value) });
    },
  };
}

async function acknowledge(
  boxes: ShownBoxes,
  hash: string,
  { credential, recastKeyHash }: Arriving,
  { after }: SessionStep,
): Promise<PhoneReceipt> {
  const paper = after.papers.get(credential);
  const receipt = await receiptOf(boxes, after.session, hash);
  return { ...receipt, mayRecast: paper !== undefined && mayRecast(paper, recastKeyHash) };
}
