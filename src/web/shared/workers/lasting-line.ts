import { waitOrOnline } from '../fetch/wait.ts';
import { WorkerFailure } from './worker-failure.ts';
import { type Line, openLine, type WorkerLine } from './worker-line.ts';

/** A line that survives its worker. */
export interface LastingLine<Programs, Note = never> extends Line<Programs, Note> {
  /** For what belongs to one call and cannot be sent twice: done again, on a fresh line, as `call` is. */
  use<Value>(act: (line: Line<Programs, Note>) => Promise<Value>): Promise<Value>;
  close(): void;
}

interface Lasting {
  /** A program may run once more after it, or its worker, broke down in the middle. */
  readonly repeatable: boolean;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Milliseconds before each fresh start: the network may have been away for a moment. */
const pauses = [500, 2000];

/**
 * Starts a fresh worker in place of one that failed, at most twice before a call fails. A worker that could not be
 * loaded has done nothing: every program may be asked again then.
 * @param start makes a worker, whose program calls `serveLine`
 */
export function lastingLine<Programs, Note = never>(
  start: () => Worker,
  { repeatable, wait = waitOrOnline }: Lasting,
): LastingLine<Programs, Note> {
  let current: WorkerLine<Programs, Note> | undefined;
  const drop = (line: WorkerLine<Programs, Note>, why: WorkerFailure) => {
    line.close(why);
    if (current === line) current = undefined;
  };
  const use = async <Value>(act: (line: Line<Programs, Note>) => Promise<Value>): Promise<Value> => {
    for (let starts = 0; ; starts += 1) {
      current ??= openLine<Programs, Note>(start);
      const line = current;
      try {
        return await act(line);
      } catch (error) {
        if (!(error instanceof WorkerFailure)) throw error;
        if (repeatable || error.fault !== 'threw') drop(line, error);
        const pause = repeatable || error.fault === 'not-loaded' ? pauses[starts] : undefined;
        if (pause === undefined) throw error;
        await wait(pause);
      }
    }
  };
  return {
    use,
    call: (name, input, options) => use((line) => line.call(name, input, options)),
    close: () => current?.close(),
  };
}
