import { checkBallot as check } from '../../../protocol/check-ballot.ts';
import { ballotGroup } from '../../ballot-group.ts';
import type { Handler } from '../jobs.ts';
import { knownElection } from './known-elections.ts';

const nothingSeen: ReadonlySet<string> = new Set();

/** B1–B3 and B5–B10; whether the box holds the very ballot already (B4) is decided when it is appended. */
export const checkBallot: Handler<'checkBallot'> = ({ election, ballot, credential }) => {
  const context = { credentials: new Set([credential]), seen: nothingSeen };
  const checked = check(ballotGroup, knownElection(election), ballot, context);
  return checked.ok ? { ok: true, hash: checked.ballot.hash } : checked;
};
