import type { FromWorker, JobInput, JobOutput, ToWorker } from './line-message.ts';
import { watchForSilence } from './silence.ts';
import { WorkerFailure } from './worker-failure.ts';

export interface CallOptions<Note> {
  /** Takes in what the program tells on its way. */
  readonly onNote?: ((note: Note) => void) | undefined;
  /** What goes over to the worker instead of being copied. */
  readonly transfer?: Transferable[];
}

/** Asks the programs of a worker; each has a name, takes one value and comes to another. */
export interface Line<Programs, Note = never> {
  /** Rejects with a {@link WorkerFailure} when the program or its worker fails. */
  call<Name extends keyof Programs & string>(
    name: Name,
    input: JobInput<Programs, Name>,
    options?: CallOptions<Note>,
  ): Promise<JobOutput<Programs, Name>>;
}

/** A line to a worker of one's own, whose every fault is heard. */
export interface WorkerLine<Programs, Note = never> extends Line<Programs, Note> {
  /** For another worker, which asks over `lineOver(port)` and does not hear of this one's end. */
  newPort(): MessagePort;
  /** Rejects when the worker is of no use any more, as all calls do then. */
  readonly failed: Promise<never>;
  /** Ends the worker, whatever it is doing. Nothing is answered any more; with a reason everything fails for it. */
  close(why?: WorkerFailure): void;
}

/**
 * @param start makes the worker, whose program calls `serveLine`
 * @param pause milliseconds between two questions whether the worker is there
 */
export function openLine<Programs, Note = never>(start: () => Worker, pause?: number): WorkerLine<Programs, Note> {
  const worker = start();
  const closed = new AbortController();
  const { failAll, ...line } = callsOver<Programs, Note>(worker);
  let fail: (failure: WorkerFailure) => void;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const close = (why?: WorkerFailure) => {
    closed.abort();
    worker.terminate();
    if (why === undefined) return;
    failAll(why);
    fail(why);
  };
  watchOver(worker, { closed: closed.signal, fail: close, pause });
  // Who waits for an answer hears it by its own call.
  failed.catch(() => {});
  const newPort = () => {
    const { port1, port2 } = new MessageChannel();
    send(worker, { kind: 'port', port: port1 }, [port1]);
    return port2;
  };
  return { ...line, newPort, failed, close };
}

/** A line to a worker that somebody else has opened: they hear of its end, and end what hangs on it. */
export function lineOver<Programs, Note = never>(port: MessagePort): Line<Programs, Note> {
  return callsOver<Programs, Note>(port);
}

interface Watching {
  readonly closed: AbortSignal;
  readonly pause: number | undefined;
  fail(failure: WorkerFailure): void;
}

function watchOver(worker: Worker, { closed, pause, fail }: Watching): void {
  const lock = newName();
  let ready = false;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    heard();
    if (data.kind === 'broken') fail(new WorkerFailure('broke', data.message));
    if (data.kind !== 'ready') return;
    ready = true;
    onceReleased(lock, closed, () => fail(new WorkerFailure('died')));
  });
  worker.addEventListener('messageerror', () => fail(new WorkerFailure('broke', 'unreadable message')));
  worker.addEventListener('error', ({ message }) => fail(new WorkerFailure(ready ? 'broke' : 'not-loaded', message)));
  send(worker, { kind: 'hello', lock });
  const heard = watchForSilence({ ask: () => send(worker, { kind: 'ping' }), closed, pause });
}

/** A name that no page of this browser has given to another worker. */
function newName(): string {
  return `worker-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
}

/**
 * No browser tells a page that a worker has died, of memory for instance: but its locks are released. There are none
 * over plain http, and before Chromium 69 and Safari 15.4; there a worker that has died is silent (silence.ts).
 */
function onceReleased(lock: string, closed: AbortSignal, tell: () => void): void {
  const waiting = navigator.locks?.request(lock, { signal: closed }, tell);
  // The line was closed, or this page may have no locks.
  waiting?.catch(() => {});
}

interface Waiting {
  readonly onNote: ((note: never) => void) | undefined;
  readonly resolve: (value: never) => void;
  readonly reject: (failure: WorkerFailure) => void;
}

function callsOver<Programs, Note>(
  end: Worker | MessagePort,
): Line<Programs, Note> & { failAll(failure: WorkerFailure): void } {
  const waiting = new Map<number, Waiting>();
  let failure: WorkerFailure | undefined;
  let last = 0;
  end.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'ready' || data.kind === 'alive' || data.kind === 'broken') return;
    const call = waiting.get(data.call);
    if (data.kind === 'note') {
      // Both ends work from the same types.
      call?.onNote?.(data.value as never);
      send(end, { kind: 'noted', note: data.note });
      return;
    }
    waiting.delete(data.call);
    if (data.kind === 'done') call?.resolve(data.value as never);
    else call?.reject(new WorkerFailure('threw', data.message));
  };
  return {
    call: (name, input, { onNote, transfer } = {}) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        last += 1;
        waiting.set(last, { onNote, resolve, reject });
        return send(end, { kind: 'call', call: last, name, input }, transfer);
      }),
    failAll: (why) => {
      failure = why;
      for (const { reject } of waiting.values()) reject(why);
      waiting.clear();
    },
  };
}

function send(end: Worker | MessagePort, message: ToWorker, transfer: Transferable[] = []): void {
  end.postMessage(message, transfer);
}
