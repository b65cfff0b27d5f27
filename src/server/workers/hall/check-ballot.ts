import { checkBallotSignature as checkSignature } from '../../../protocol/ballot/check-ballot.ts';
import { checkBallots } from '../../../protocol/ballot/check-ballots.ts';
import { decodeHint } from '../../../protocol/ballot/hint.ts';
import { ballotGroup } from '../../arithmetic/ballot-group.ts';
import type { BallotToCheck, Handler } from '../jobs.ts';
import { knownElection } from './known-elections.ts';

const nothingSeen: ReadonlySet<string> = new Set();

/** Shape and signature alone: whether it was the paper's holder who made this ballot. */
export const checkBallotSignature: Handler<'checkBallotSignature'> = (sent) => {
  const refusal = checkSignature(ballotGroup, knownElection(sent.election), sent.ballot, contextOf(sent));
  return refusal === undefined ? { ok: true } : { ok: false, refusal };
};

/** B1–B3 and B5–B10; whether the box holds the very ballot already (B4) is decided when it is appended. */
export const checkBallot: Handler<'checkBallot'> = (sent) => {
  const election = knownElection(sent.election);
  const hint = sent.hint === undefined ? undefined : decodeHint(election, sent.hint);
  const [checked] = checkBallots(ballotGroup, election, [{ content: sent.ballot, hint }], contextOf(sent));
  if (checked === undefined) throw new Error('one ballot has one verdict');
  return checked.ok ? { ok: true, hash: checked.ballot.hash } : checked;
};

function contextOf({ credential }: BallotToCheck) {
  return { credentials: new Set([credential]), seen: nothingSeen };
}
