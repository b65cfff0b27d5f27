import type { BallotChecker, BallotJob } from '../../../protocol/verify/verify-options.ts';
import type { CheckAnswer, CheckPart, CheckSetup } from './check-message.ts';

/** A worker of `verify.wasm.worker.ts`, or a port to one. */
export type CheckingLine = Worker | MessagePort;

/** Small enough to show progress and to keep all workers busy to the end. */
const ballotsAtOnce = 2;

/** Spreads the ballots of a record over these workers, each given more as soon as it has answered. */
export function checkOverLines(lines: readonly CheckingLine[]): BallotChecker {
  return async ({ election, credentials, ballots, onChecked }) => {
    const setup: CheckSetup = { kind: 'setup', election: election.text, credentials };
    for (const line of lines) line.postMessage(setup);
    const answers: CheckAnswer[] = [];
    let [next, done] = [0, 0];
    const work = async (line: CheckingLine) => {
      while (next < ballots.length) {
        const start = next;
        next += ballotsAtOnce;
        const part: CheckPart = { kind: 'part', ballots: copies(ballots, start) };
        const answer = await answerOf(line, part);
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

function answerOf(line: CheckingLine, part: CheckPart): Promise<CheckAnswer> {
  return new Promise((resolve) => {
    line.onmessage = ({ data }: MessageEvent<CheckAnswer>) => resolve(data);
    line.postMessage(part);
  });
}
