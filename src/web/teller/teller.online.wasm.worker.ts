import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import type { Connection } from '../../client/api.ts';
import { takeCeremonyStep } from '../../client/teller/ceremony.ts';
import { confirmSetupOfSession } from '../../client/teller/confirm-setup.ts';
import type { TellerMemory } from '../../client/teller/memory.ts';
import { openTotals } from '../../client/teller/open-totals.ts';
import { recogniseCard } from '../../client/teller/recognise-card.ts';
import { openRehearsal, rehearse } from '../../client/teller/rehearsal.ts';
import { emptySum } from '../../protocol/tally/ballot-sum.ts';
import type { BallotChecker } from '../../protocol/verify/verify-options.ts';
import { randomBytes } from '../shared/device/random-bytes.ts';
import { availableGroup } from '../shared/verify/available-group.ts';
import { checkOverLines } from '../shared/verify/check-over-lines.ts';
import { checkAhead, type KeptSum, rememberingChecker } from './check-ahead.ts';
import type { FromTellerWorker, InputOf, OutputOf, ProgramName, ToTellerWorker } from './teller-message.ts';

/** All arithmetic of a teller's page happens here, away from the screen. */
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const device = { group: availableGroup(), random: randomBytes, wait };
const connection: Connection = { baseUrl: '' };
const send = (message: FromTellerWorker) => self.postMessage(message);

/** What a running program may ask of the page. */
interface Tools {
  readonly checkBallots: BallotChecker;
  /** Resolves once the memory is on the phone. */
  readonly remember: (memory: TellerMemory) => Promise<void>;
}

let giveLines: (lines: readonly MessagePort[]) => void;
const lines = new Promise<readonly MessagePort[]>((resolve) => {
  giveLines = resolve;
});
const checker = rememberingChecker(async (job) => checkOverLines(await lines)(job));
const kept: KeptSum = { sum: emptySum };
/** The lines carry one job at a time. */
let lastJob: Promise<unknown> = Promise.resolve();
const remembered = new Map<number, () => void>();

type Programs = {
  readonly [Name in ProgramName]: (input: InputOf<Name>, tools: Tools) => Promise<OutputOf<Name>>;
};

const programs: Programs = {
  ceremonyStep: ({ sessionId, memory, agreed, run }) =>
    takeCeremonyStep(connection, device, sessionId, memory, {
      ...{ agreed, run, confirmCode: async () => 'later' },
      // The page has kept the confirmed code before it takes the step.
      remember: async () => {},
    }),
  recogniseCard: async ({ sessionId, card, view }) => recogniseCard(device.group, card, sessionId, view),
  confirmSetup: ({ sessionId, evidence }) => confirmSetupOfSession(connection, device, sessionId, evidence),
  rehearse: ({ sessionId, marks }) => rehearse(connection, device, sessionId, marks),
  openRehearsal: ({ sessionId, memory, announced }) => openRehearsal(connection, device, sessionId, memory, announced),
  checkAhead: ({ sessionId, heads }, { checkBallots }) =>
    checkAhead(connection, device, sessionId, heads, { checkBallots, kept }),
  openTotals: ({ sessionId, memory, announced, fingerprint }, { checkBallots, remember }) =>
    openTotals(connection, device, sessionId, memory, {
      ...{ announced, fingerprint, remember, checkBallots, sum: kept.sum },
    }),
};

function toolsOf(number: number): Tools {
  return {
    checkBallots: (job) => {
      const onChecked = (done: number) => {
        job.onChecked(done);
        send({ kind: 'progress', number, done, total: job.ballots.length });
      };
      const checked = lastJob.then(() => checker({ ...job, onChecked }));
      lastJob = checked;
      return checked;
    },
    remember: (memory) =>
      new Promise((resolve) => {
        remembered.set(number, resolve);
        send({ kind: 'remember', number, memory });
      }),
  };
}

async function runProgram<Name extends ProgramName>(name: Name, number: number, input: InputOf<Name>): Promise<void> {
  const value = await programs[name](input, toolsOf(number));
  send({ kind: 'done', number, value });
}

self.addEventListener('message', ({ data }: MessageEvent<ToTellerWorker>) => {
  if (data.kind === 'lines') return giveLines(data.lines);
  if (data.kind === 'remembered') return remembered.get(data.number)?.();
  const { name, number, input } = data;
  runProgram(name, number, input as InputOf<typeof name>).catch((error: unknown) => {
    send({ kind: 'broken', number, message: error instanceof Error ? error.message : String(error) });
    throw error;
  });
});
