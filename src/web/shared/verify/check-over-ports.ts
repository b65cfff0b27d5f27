import type { BallotChecker, BallotJob } from '../../../protocol/verify/verify-options.ts';
import { type Line, lineOver } from '../workers/worker-line.ts';
import type { CheckAnswer, CheckPrograms } from './check-message.ts';

/** Small enough to show progress and to keep all workers busy to the end. */
const ballotsAtOnce = 2;

/** Spreads the ballots of a record over the workers behind these ports, each given more as soon as it has answered. */
export function checkOverPorts(ports: readonly MessagePort[]): BallotChecker {
  const lines = ports.map((port) => lineOver<CheckPrograms>(port));
  return async ({ election, credentials, ballots, onChecked }) => {
    const setup = { election: election.text, credentials };
    const answers: CheckAnswer[] = [];
    let [next, done] = [0, 0];
    const work = async (line: Line<CheckPrograms>) => {
      await line.call('setUp', setup);
      while (next < ballots.length) {
        const start = next;
        next += ballotsAtOnce;
        const answer = await line.call('check', copies(ballots, start));
        answers[start] = answer;
        done += answer.length;
        onChecked(done);
      }
    };
    await Promise.all(lines.map(work));
    return answers.flat();
  };
}

/** A ballot is a view of the whole record: sent as it is, the whole record would go along each time. */
function copies(ballots: BallotJob['ballots'], start: number): Uint8Array[] {
  return ballots.slice(start, start + ballotsAtOnce).map((ballot) => ballot.slice());
}
