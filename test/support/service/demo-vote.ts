import { setTimeout as wait } from 'node:timers/promises';
import { ballotWorkers } from '../../../src/cli/ballot-workers.ts';
import { holdVote } from '../../../src/cli/demo/hold-vote.ts';
import type { TakeStep } from '../../../src/cli/demo/steps.ts';
import { nodeDevice } from '../../../src/cli/node-device.ts';
import type { ServerProcess } from './server-process.ts';

/** Holds a small vote as `phieu demo` does, with a running service that nobody kills. */
export async function holdDemoVote(
  server: ServerProcess,
  {
    setupToken,
    folder,
    take,
  }: { readonly setupToken: () => string | undefined; readonly folder: string; readonly take: TakeStep },
): Promise<void> {
  const workers = ballotWorkers();
  const service = {
    baseUrl: server.url,
    setupToken,
    stop: () => server.end('SIGTERM'),
    killAndRestart: () => Promise.reject(new Error('nobody is killed here')),
  };
  const device = { ...nodeDevice, wait: (milliseconds: number) => wait(Math.min(milliseconds, 100)) };
  const asked = { subjects: 4, voters: 14, tellers: 3, threshold: 2, table: undefined, formId: 'qd-96-2023' };
  await holdVote({ service, folder, take, checkBallots: workers.checkBallots, device }, asked);
  await workers.close();
}
