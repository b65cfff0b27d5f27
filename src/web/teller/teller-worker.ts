import { type BallotCheckers, createBallotCheckers } from '../shared/verify/ballot-checkers.ts';
import { lastingLine } from '../shared/workers/lasting-line.ts';
import type { JobInput } from '../shared/workers/line-message.ts';
import type { Line } from '../shared/workers/worker-line.ts';
import type { TellerNote, TellerPrograms } from './teller-message.ts';

/** Programs that verify a record; the page finds them the workers that check its ballots. */
type VerifyingName = 'checkAhead' | 'openTotals';

/** The teller's programs, run in a worker. */
export interface TellerWorker extends Line<Omit<TellerPrograms, VerifyingName>> {
  checkAhead(
    input: Verifying<'checkAhead'>,
    onNote: (note: TellerNote) => void,
  ): ReturnType<TellerPrograms['checkAhead']>;
  openTotals(
    input: Verifying<'openTotals'>,
    onNote: (note: TellerNote) => void,
  ): ReturnType<TellerPrograms['openTotals']>;
  close(): void;
}

type Verifying<Name extends VerifyingName> = Omit<JobInput<TellerPrograms, Name>, 'checkers'>;

export function startTellerWorker(): TellerWorker {
  const start = () => new Worker(new URL('./teller.online.wasm.worker.ts', import.meta.url));
  // What broke down in the middle the page asks for again by itself at its next look: it knows what was done.
  const line = lastingLine<TellerPrograms, TellerNote>(start, { repeatable: false });
  let checkers: BallotCheckers | undefined;
  const withCheckers = <Value>(
    act: (teller: Line<TellerPrograms, TellerNote>, ports: MessagePort[]) => Promise<Value>,
  ) =>
    line.use((teller) => {
      const gathered = checkers ?? createBallotCheckers();
      checkers = gathered;
      const failed = gathered.failed.catch((error: unknown) => {
        if (checkers === gathered) checkers = undefined;
        throw error;
      });
      return Promise.race([act(teller, gathered.newPorts()), failed]);
    });
  return {
    call: line.call,
    checkAhead: (input, onNote) =>
      withCheckers((teller, ports) =>
        teller.call('checkAhead', { ...input, checkers: ports }, { onNote, transfer: ports }),
      ),
    openTotals: (input, onNote) =>
      withCheckers((teller, ports) =>
        teller.call('openTotals', { ...input, checkers: ports }, { onNote, transfer: ports }),
      ),
    close: () => {
      line.close();
      checkers?.close();
    },
  };
}
