import type { LocalText } from '../../domain/text/local-text.ts';
import type { Say } from '../language.ts';
import type { ServiceProcess } from './service-process.ts';

/** A step of the vote: what it is called, what it does, and what there is to say of it afterwards. */
export interface VoteStep<Value> {
  readonly name: LocalText;
  readonly run: () => Promise<Value>;
  readonly found?: (value: Value) => LocalText;
  /** Each in a line of its own, below the step's. */
  readonly lines?: (value: Value) => readonly LocalText[];
}

export type TakeStep = <Value>(step: VoteStep<Value>) => Promise<Value>;

/**
 * Takes the steps of a vote one after the other and tells each in a line.
 * @param kill pulls the server's plug before every step: what was done must be on its disk
 */
export function stepper(service: ServiceProcess, say: Say, tell: (line: string) => void, kill: boolean): TakeStep {
  let number = 0;
  return async ({ name, run, found, lines }) => {
    if (kill && number > 0) await service.killAndRestart();
    number += 1;
    const value = await run().catch((error: unknown) => {
      throw new Error(`${say(name)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
    const more = found?.(value);
    tell(
      `${String(number).padStart(2)}. ${say(more ? { vi: `${name.vi}: ${more.vi}`, en: `${name.en}: ${more.en}` } : name)}`,
    );
    for (const line of lines?.(value) ?? []) tell(`    ${say(line)}`);
    return value;
  };
}
