import type { Group } from '../protocol/arithmetic/group.ts';
import type { RandomBytes } from '../protocol/arithmetic/random.ts';

/** What a person's program needs of the machine it runs on: a phone's browser, the office's, a command line. */
export interface Device {
  readonly group: Group;
  readonly random: RandomBytes;
  /** Between two attempts; a real clock in the service, none in tests. */
  readonly wait: (milliseconds: number) => Promise<void>;
}
