import { checkBallot, checkBallotSignature } from './hall/check-ballot.ts';
import { checkCeremonyMessage } from './hall/check-ceremony-message.ts';
import { checkShare } from './hall/check-share.ts';
import { computeTally } from './hall/compute-tally.ts';
import { openTotals } from './hall/open-totals.ts';
import { sumBallots } from './hall/sum-ballots.ts';
import { verifyRehearsal } from './hall/verify-rehearsal.ts';
import type { HallHandlers } from './jobs.ts';
import { serveJobs } from './serve-jobs.ts';

// The entry of the hall's threads. They load the protocol and nothing else: whatever else were read here, a file or a
// page, could hold up ballots.
const handlers: HallHandlers = {
  answer: () => true,
  checkBallot,
  checkBallotSignature,
  checkCeremonyMessage,
  checkShare,
  openTotals,
  verifyRehearsal,
  sumBallots,
  computeTally,
};
serveJobs(handlers);
