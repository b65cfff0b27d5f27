// Jobs that do what jobs must never do, for the tests of lanes.
import Sqlite from 'better-sqlite3';
import { beginKeeping } from '../../../src/server/workers/keeping.ts';
import { serveJobs } from '../../../src/server/workers/serve-jobs.ts';

function spin(): never {
  for (;;) Math.random();
}

const blocked = new Int32Array(new SharedArrayBuffer(4));

serveJobs({
  echo: (input: unknown) => input,
  spin,
  never: () => new Promise(() => {}),
  fail: () => {
    throw new RangeError('a bug');
  },
  // Of jobs that are done together: each hears with how many it was. One that is told to breaks the thread down, once.
  company: (inputs: readonly { readonly breaks?: Int32Array }[]) => {
    for (const { breaks } of inputs) if (breaks && Atomics.add(breaks, 0, 1) === 0) process.exit(3);
    return inputs.map(() => inputs.length);
  },
  // Breaks its thread down as often as it is told to; the number of tries is in memory that all threads see.
  breakDown: ({ tries, times }: { tries: Int32Array; times: number }) => {
    const before = Atomics.add(tries, 0, 1);
    if (before < times) process.exit(3);
    return before + 1;
  },
  hoard: () => {
    const hoard: object[] = [];
    for (;;) hoard.push({ more: [hoard.length] });
  },
  // Says that it has begun, and waits until it is let go.
  wait: (gate: Int32Array) => {
    Atomics.add(gate, 0, 1);
    Atomics.notify(gate, 0);
    Atomics.wait(gate, 1, 0);
  },
  // Writes, and then does something else instead of committing.
  change: ({ file, instead }: { file: string; instead: 'spin' | 'break' }) => {
    const client = new Sqlite(file);
    client.exec('BEGIN IMMEDIATE; INSERT INTO kept VALUES (1)');
    if (instead === 'break') process.exit(3);
    spin();
  },
  commit: (file: string) => new Sqlite(file).exec('INSERT INTO kept VALUES (3)').close() && null,
  // Commits after its time: from `beginKeeping` on it is not ended.
  keepLate: ({ file, milliseconds }: { file: string; milliseconds: number }) => {
    const client = new Sqlite(file);
    client.exec('BEGIN IMMEDIATE; INSERT INTO kept VALUES (1)');
    beginKeeping();
    Atomics.wait(blocked, 0, 0, milliseconds);
    client.exec('COMMIT');
    client.close();
    return 'kept';
  },
});
