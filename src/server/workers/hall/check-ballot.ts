import { type BallotCheck, checkBallotSignature as checkSignature } from '../../../protocol/ballot/check-ballot.ts';
import { checkBallots } from '../../../protocol/ballot/check-ballots.ts';
import { decodeHint } from '../../../protocol/ballot/hint.ts';
import { ballotGroup } from '../../arithmetic/ballot-group.ts';
import type { BallotToCheck, BallotVerdict, Handler, HandlerOfSeveral } from '../jobs.ts';
import { knownElection } from './known-elections.ts';

const nothingSeen: ReadonlySet<string> = new Set();

/** Shape and signature alone: whether it was the paper's holder who made this ballot. */
export const checkBallotSignature: Handler<'checkBallotSignature'> = ({ election, ballot, credential }) => {
  const context = { credentials: new Set([credential]), seen: nothingSeen };
  const refusal = checkSignature(ballotGroup, knownElection(election), ballot, context);
  return refusal === undefined ? { ok: true } : { ok: false, refusal };
};

/**
 * B1–B3 and B5–B10 of ballots of one election; whether the box holds the very ballot already (B4) is decided when it is
 * appended. The hint of each that holds comes with its verdict.
 */
export const checkBallot: HandlerOfSeveral<'checkBallot'> = (sent) => {
  const election = knownElection(sent[0]?.election ?? '');
  // One that is sent twice at the same moment is not a repetition yet.
  const distinct = [...new Map(sent.map((one) => [one.ballot, one])).values()];
  const arrived = distinct.map(({ ballot, hint }) => ({
    content: ballot,
    hint: hint === undefined ? undefined : decodeHint(election, hint),
  }));
  const context = { credentials: new Set(sent.map(({ credential }) => credential)), seen: nothingSeen };
  const checks = checkBallots(ballotGroup, election, arrived, context, { makeHints: true });
  const verdicts = new Map(distinct.map((one, index) => [one.ballot, verdictOf(one, checks[index])]));
  return sent.map((one) => verdicts.get(one.ballot) ?? verdictOf(one, undefined));
};

function verdictOf({ credential }: BallotToCheck, check: BallotCheck | undefined): BallotVerdict {
  if (check === undefined) throw new Error('every ballot has a verdict');
  if (!check.ok) return check;
  const { hash, hint, publicCredential } = check.ballot;
  // Its own paper's, and not that of another ballot of the list.
  if (publicCredential !== credential) return { ok: false, refusal: 'unknown-credential' };
  return { ok: true, hash, ...(hint && { hint }) };
}
