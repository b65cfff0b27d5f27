import type { TellerMemory } from '../../client/teller/memory.ts';
import { createBallotCheckers } from '../shared/verify/ballot-checkers.ts';
import type { FromTellerWorker, InputOf, OutputOf, ProgramName, ToTellerWorker } from './teller-message.ts';

/** What the page does for a program that runs. */
export interface RunTools {
  readonly onProgress?: (done: number, total: number) => void;
  /** Puts the memory on the phone before the program sends what depends on it. */
  readonly remember?: (memory: TellerMemory) => void;
}

/** The teller's programs, run in a worker. */
export interface TellerWorker {
  /** Rejects when the worker breaks down, which is a bug. */
  run<Name extends ProgramName>(name: Name, input: InputOf<Name>, tools?: RunTools): Promise<OutputOf<Name>>;
  /** Starts the workers that check ballots on the other cores; once is enough. */
  gatherCheckers(): void;
  close(): void;
}

interface Run extends RunTools {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

export function startTellerWorker(): TellerWorker {
  const worker = new Worker(new URL('./teller.online.wasm.worker.ts', import.meta.url));
  const runs = new Map<number, Run>();
  let started = 0;
  let checkers: ReturnType<typeof createBallotCheckers> | undefined;
  const tell = (message: ToTellerWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  worker.addEventListener('message', ({ data }: MessageEvent<FromTellerWorker>) => {
    const run = runs.get(data.number);
    if (data.kind === 'progress') return run?.onProgress?.(data.done, data.total);
    if (data.kind === 'remember') {
      run?.remember?.(data.memory);
      return tell({ kind: 'remembered', number: data.number });
    }
    runs.delete(data.number);
    // The value is what this program gives: both ends work from the same type.
    return data.kind === 'done' ? run?.resolve(data.value as never) : run?.reject(new Error(data.message));
  });
  // It could not be loaded, or broke down outside of a program.
  worker.addEventListener('error', ({ message }) => {
    for (const run of runs.values()) run.reject(new Error(message));
  });
  return {
    run: (name, input, tools = {}) =>
      new Promise((resolve, reject) => {
        started += 1;
        runs.set(started, { ...tools, resolve, reject });
        tell({ kind: 'run', number: started, name, input });
      }),
    gatherCheckers: () => {
      if (checkers !== undefined) return;
      checkers = createBallotCheckers();
      checkers.broken.catch((error: Error) => {
        for (const run of runs.values()) run.reject(error);
      });
      const lines = checkers.lines();
      tell({ kind: 'lines', lines }, lines);
    },
    close: () => {
      worker.terminate();
      checkers?.close();
    },
  };
}
