import { serveLine } from '../../../src/web/shared/workers/serve-line.ts';

/** A worker that does what it is asked, and has every fault that a worker can have. */
export interface FaultyPrograms {
  add(numbers: readonly number[]): number;
  /** Tells every number, and how many it could tell before the page had taken them in. */
  tell(numbers: readonly number[]): Promise<number>;
  throws(message: string): never;
  /** Of what nobody waits for. */
  rejectsUnheard(message: string): Promise<never>;
  throwsOutside(message: string): Promise<never>;
  /** As one that has no memory left. */
  dies(): Promise<never>;
  waits(): Promise<never>;
  /** Hears nothing for so many milliseconds. */
  computes(milliseconds: number): void;
  /** What a worker may answer with is not everything. */
  answersFunction(): unknown;
  countsCalls(): number;
}

const never = new Promise<never>(() => {});

serveLine<FaultyPrograms, number>(() => {
  let calls = 0;
  return {
    add: (numbers) => numbers.reduce((sum, one) => sum + one, 0),
    tell: async (numbers, note) => {
      for (const one of numbers) await note(one);
      return numbers.length;
    },
    throws: (message) => {
      throw new Error(message);
    },
    rejectsUnheard: (message) => {
      void Promise.reject(new Error(message));
      return never;
    },
    throwsOutside: (message) => {
      setTimeout(() => {
        throw new Error(message);
      });
      return never;
    },
    dies: () => {
      self.close();
      return never;
    },
    waits: () => never,
    computes: (milliseconds) => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
    },
    answersFunction: () => () => {},
    countsCalls: () => {
      calls += 1;
      return calls;
    },
  };
});
