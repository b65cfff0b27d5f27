import { type ArrivedBallot, largestBatch } from '../../../protocol/ballot/check-ballots.ts';
import type { BallotChecker, BallotJob } from '../../../protocol/verify/verify-options.ts';
import { type Line, lineOver } from '../workers/worker-line.ts';
import type { CheckAnswer, CheckPrograms } from './check-message.ts';

/** Small enough to show progress and to keep all workers busy to the end. */
const ballotsAtOnce = 2;

/** Spreads the ballots of a record over the workers behind these ports, each given more as soon as it has answered. */
export function checkOverPorts(ports: readonly MessagePort[]): BallotChecker {
  const lines = ports.map((port) => lineOver<CheckPrograms>(port));
  return async ({ election, credentials, ballots, hints, onChecked }) => {
    const setup = { election: election.text, credentials };
    // With hints as large as batches get, but at least two for each worker.
    const hinted = Math.min(largestBatch, Math.ceil(ballots.length / (2 * lines.length)));
    const atOnce = hints.length > 0 ? hinted : ballotsAtOnce;
    const answers: CheckAnswer[] = [];
    let [next, done] = [0, 0];
    const work = async (line: Line<CheckPrograms>) => {
      await line.call('setUp', setup);
      while (next < ballots.length) {
        const start = next;
        next += atOnce;
        const answer = await line.call('check', copies({ ballots, hints }, start, next));
        answers[start] = answer;
        done += answer.length;
        onChecked(done);
      }
    };
    await Promise.all(lines.map(work));
    return answers.flat();
  };
}

/** A ballot or a hint is a view of a whole file: sent as it is, the whole file would go along each time. */
function copies({ ballots, hints }: Pick<BallotJob, 'ballots' | 'hints'>, start: number, end: number): ArrivedBallot[] {
  return ballots.slice(start, end).map((ballot, index) => ({
    content: ballot.slice(),
    hint: hints[start + index]?.slice(),
  }));
}
