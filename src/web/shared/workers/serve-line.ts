import type { FromWorker, JobInput, JobOutput, ToWorker } from './line-message.ts';

/** The programs of a worker, as it has them. `note` tells something to whoever asks, and resolves once it is taken in. */
export type Served<Programs, Note = never> = {
  readonly [Name in keyof Programs]: (
    input: JobInput<Programs, Name>,
    note: (value: Note) => Promise<void>,
  ) => JobOutput<Programs, Name> | Promise<JobOutput<Programs, Name>>;
};

type Program = (input: unknown, note: (value: unknown) => Promise<void>) => unknown;

/** As far as a worker and a port are the same. */
interface End {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

/** Goes over with the value that it belongs to, instead of being copied. */
const handedOver = new WeakMap<object, Transferable[]>();

export function handOver<Value extends object>(value: Value, parts: Transferable[]): Value {
  handedOver.set(value, parts);
  return value;
}

/**
 * The worker's end of `openLine`.
 * @param programs made once for each who asks: what they remember is of that one
 */
export function serveLine<Programs, Note = never>(programs: () => Served<Programs, Note>): void {
  const end = self as unknown as End;
  const tell = (message: FromWorker) => end.postMessage(message, []);
  self.addEventListener('unhandledrejection', ({ reason }) => tell({ kind: 'broken', message: messageOf(reason) }));
  self.addEventListener('messageerror', () => tell({ kind: 'broken', message: 'unreadable message' }));
  let begin: () => void;
  // A program that runs before the worker holds its lock could die unheard.
  const held = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const hello = async (lock: string) => {
    await hold(lock);
    tell({ kind: 'ready' });
    begin();
  };
  serve(end, { programs: programs as () => Record<string, Program>, hello, held });
}

interface Serving {
  programs(): Record<string, Program>;
  hello(lock: string): Promise<void>;
  readonly held: Promise<void>;
}

function serve(end: End, serving: Serving): void {
  const own = serving.programs();
  const untaken = new Map<number, () => void>();
  let lastNote = 0;
  const noting = (call: number) => (value: unknown) =>
    new Promise<void>((resolve) => {
      lastNote += 1;
      untaken.set(lastNote, resolve);
      end.postMessage({ kind: 'note', call, note: lastNote, value }, []);
    });
  const run = async ({ call, name, input }: Extract<ToWorker, { kind: 'call' }>) => {
    await serving.held;
    try {
      const value = await own[name]?.(input, noting(call));
      end.postMessage({ kind: 'done', call, value }, handedOver.get(value as object) ?? []);
    } catch (error) {
      end.postMessage({ kind: 'threw', call, message: messageOf(error) }, []);
    }
  };
  end.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'hello':
        return void serving.hello(data.lock);
      case 'ping':
        return end.postMessage({ kind: 'alive' }, []);
      case 'port':
        return serve(data.port, serving);
      case 'call':
        return void run(data);
      case 'noted':
        untaken.get(data.note)?.();
        untaken.delete(data.note);
        return undefined;
    }
  };
}

/** Resolves once the worker has this lock, which it never lets go, or cannot have any. */
function hold(lock: string): Promise<void> {
  return new Promise((resolve) => {
    const asked = navigator.locks?.request(lock, () => {
      resolve();
      return new Promise<never>(() => {});
    });
    if (asked === undefined) resolve();
    else asked.catch(() => resolve());
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
