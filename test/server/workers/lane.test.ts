import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { accountId } from '../../../src/domain/account/account.ts';
import { hallBounds } from '../../../src/server/workers/job-limits.ts';
import { type Lane, type LaneSettings, lane } from '../../../src/server/workers/lane.ts';
import { onBehalfOf } from '../../../src/server/workers/on-behalf-of.ts';
import { Overloaded } from '../../../src/server/workers/overloaded.ts';
import { TookTooLong } from '../../../src/server/workers/took-too-long.ts';
import { inTemporaryFolder } from '../../support/service/temporary-folder.ts';

const short = { seconds: 0.5 };
const long = { seconds: 60 };
const settings: LaneSettings = {
  entry: new URL('../../support/service/lane.worker.ts', import.meta.url),
  ...{ threads: 2, givesWay: false, idle: 60_000 },
  bounds: { waiting: 3, ofOneAccount: 3, takesTurns: false, memory: 64 },
  limits: {
    ...{ echo: long, fail: long, commit: long, breakDown: long, hoard: long, wait: long },
    ...{ spin: short, never: short, change: short, keepLate: short },
  },
  refusal: () => new TookTooLong(),
};

const open: Lane[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

function aLane(changes: Partial<LaneSettings> = {}): Lane {
  const made = lane({ ...settings, ...changes });
  open.push(made);
  return made;
}

/** Holds threads up until it is opened; tells how many jobs have come to it. */
function aGate() {
  const state = new Int32Array(new SharedArrayBuffer(8));
  return {
    state,
    reachedBy: async (count: number) => {
      for (let reached = Atomics.load(state, 0); reached < count; reached = Atomics.load(state, 0)) {
        await Atomics.waitAsync(state, 0, reached).value;
      }
    },
    open: () => {
      Atomics.store(state, 1, 1);
      Atomics.notify(state, 1);
    },
  };
}

const [one, other] = [accountId.parse(randomUUID()), accountId.parse(randomUUID())];

test.each(['spin', 'never'])(
  'a job that does not end (%s) is ended and refused; those behind it are done',
  async (name) => {
    const { run } = aLane({ threads: 1 });
    const stuck = run(name, null);
    const behind = [run('echo', 1), run('echo', 2)];
    await expect(stuck).rejects.toThrow(TookTooLong);
    expect(await Promise.all(behind)).toEqual([1, 2]);
  },
);

test('a job whose thread breaks down is done again once, and its lane goes on', async () => {
  const { run } = aLane();
  const tries = () => new Int32Array(new SharedArrayBuffer(4));
  expect(await run('breakDown', { tries: tries(), times: 1 })).toBe(2);
  await expect(run('breakDown', { tries: tries(), times: 2 })).rejects.toThrow('thread');
  expect(await run('echo', 'goes on')).toBe('goes on');
});

test('a job that takes more memory than a thread has is refused, and its lane goes on', async () => {
  const { run } = aLane();
  await expect(run('hoard', null)).rejects.toThrow(TookTooLong);
  expect(await run('echo', 'goes on')).toBe('goes on');
});

test('what a job throws arrives with its name', async () => {
  await expect(aLane().run('fail', null)).rejects.toMatchObject({ name: 'RangeError', message: 'a bug' });
});

test('beyond its bound a lane refuses, and takes jobs again when there is room', async () => {
  const { run } = aLane();
  const gate = aGate();
  const held = [1, 2, 3, 4, 5].map(() => run('wait', gate.state));
  await expect(run('echo', 'too many')).rejects.toThrow(Overloaded);
  gate.open();
  await Promise.all(held);
  expect(await run('echo', 'room')).toBe('room');
});

/** Jobs that are done three at a time, if they are about the same. */
const sociable = { ...long, together: { most: 3, of: (input: unknown) => (input as { about: string }).about } };

test('what waits for the same is done together, so many at once, and what comes alone begins alone', async () => {
  const limits = { ...settings.limits, company: sociable };
  const { run } = aLane({ threads: 1, limits, bounds: { ...settings.bounds, waiting: 20 } });
  expect(await run('company', { about: 'one' })).toBe(1);
  const gate = aGate();
  const held = run('wait', gate.state);
  await gate.reachedBy(1);
  const order: string[] = [];
  const noted = async (name: string, input: unknown) => {
    const answer = await run(name, input);
    order.push(`${name} ${answer}`);
    return answer;
  };
  const abouts = ['one', 'other', 'one', 'one', 'one'];
  const waiting = abouts.map((about) => noted('company', { about }));
  const behind = noted('echo', 'behind');
  gate.open();
  expect(await Promise.all(waiting)).toEqual([3, 1, 3, 3, 1]);
  await Promise.all([held, behind]);
  expect(order.at(-1)).toBe('echo behind');
});

test('whoever breaks the thread down for others that are done with them is tried again alone, as they are', async () => {
  const limits = { ...settings.limits, company: sociable };
  const { run } = aLane({ threads: 1, limits });
  const gate = aGate();
  const held = run('wait', gate.state);
  await gate.reachedBy(1);
  const breaks = new Int32Array(new SharedArrayBuffer(4));
  const waiting = [{ about: 'one' }, { about: 'one', breaks }, { about: 'one' }].map((input) => run('company', input));
  gate.open();
  expect(await Promise.all(waiting)).toEqual([1, 1, 1]);
  await held;
});

test('whoever looks at a lane goes ahead of all that wait, however many they are', async () => {
  const limits = { ...settings.limits, echo: { ...long, ahead: true } } as const;
  const { run } = aLane({ threads: 1, limits });
  const gate = aGate();
  const ended: string[] = [];
  const note = (what: string) => () => ended.push(what);
  const held = [1, 2, 3, 4].map((at) => run('wait', gate.state).then(note(`held ${at}`)));
  await gate.reachedBy(1);
  await expect(run('wait', gate.state)).rejects.toThrow(Overloaded);
  const looked = run('echo', null).then(note('looked'));
  gate.open();
  await Promise.all([...held, looked]);
  expect(ended).toEqual(['held 1', 'looked', 'held 2', 'held 3', 'held 4']);
});

test('one account cannot fill the queue, nor take every thread', async () => {
  const { run } = aLane({ bounds: { ...settings.bounds, waiting: 8 } });
  const gate = aGate();
  const held = onBehalfOf(one, () => [1, 2, 3].map(() => run('wait', gate.state)));
  await gate.reachedBy(1);
  await expect(onBehalfOf(one, () => run('echo', 'too many'))).rejects.toThrow(Overloaded);
  // Behind two jobs of somebody who has a thread already.
  expect(await onBehalfOf(other, () => run('echo', 'mine'))).toBe('mine');
  gate.open();
  await Promise.all(held);
});

test('accounts take turns: who comes behind the queues of others does not wait for their ends', async () => {
  const third = accountId.parse(randomUUID());
  const { run } = aLane({ bounds: { ...settings.bounds, waiting: 8, takesTurns: true } });
  const [gate, heldToTheEnd] = [aGate(), aGate()];
  const order: unknown[] = [];
  const noted = async (job: Promise<unknown>) => order.push(await job);
  const first = onBehalfOf(one, () => [run('wait', gate.state), noted(run('echo', 1.1)), noted(run('echo', 1.2))]);
  const second = onBehalfOf(other, () => [run('wait', heldToTheEnd.state), run('echo', 2.1), run('echo', 2.2)]);
  await Promise.all([gate.reachedBy(1), heldToTheEnd.reachedBy(1)]);
  const last = onBehalfOf(third, () => [noted(run('echo', 3.1)), noted(run('echo', 3.2))]);
  // One thread alone goes on: it does what is next.
  gate.open();
  await Promise.all([...first, ...last]);
  heldToTheEnd.open();
  await Promise.all(second);
  expect(order).toEqual([3.1, 1.1, 3.2, 1.2]);
});

test('what leaves room never takes the last thread', async () => {
  const limits = { ...settings.limits, wait: { ...long, leavesRoom: true } } as const;
  const { run } = aLane({ limits });
  const gate = aGate();
  const held = [1, 2].map(() => run('wait', gate.state));
  await gate.reachedBy(1);
  expect(await run('echo', 'a ballot')).toBe('a ballot');
  gate.open();
  await Promise.all(held);
});

test.each([
  { what: 'the service itself', kind: { background: true }, takesTurns: true },
  { what: 'a tally, among ballots', kind: { leavesRoom: true }, takesTurns: false },
] as const)('what leaves room has its turn though others always overlap: $what', async ({ kind, takesTurns }) => {
  const limits = { ...settings.limits, echo: { ...long, ...kind } };
  const { run } = aLane({ limits, bounds: { ...settings.bounds, takesTurns } });
  const jobs: { gate: ReturnType<typeof aGate>; done: Promise<unknown> }[] = [];
  const come = (account: typeof one) => {
    const gate = aGate();
    jobs.push({ gate, done: onBehalfOf(account, () => run('wait', gate.state)) });
  };
  come(one);
  come(other);
  const waits = run('echo', 'its turn');
  // The next one is there before the one before it ends, so that a thread is always busy.
  for (let at = 0; at < 12; at++) {
    come(at % 2 === 0 ? one : other);
    jobs[at]?.gate.open();
    await jobs[at]?.done;
  }
  expect(await waits).toBe('its turn');
  for (const { gate } of jobs) gate.open();
  await Promise.all(jobs.map(({ done }) => done));
});

test('the last thread is not kept for a second job that leaves room while the first one is at work', async () => {
  const limits = { ...settings.limits, wait: { ...long, background: true } } as const;
  const { run } = aLane({ limits });
  const gate = aGate();
  const held = [1, 2].map(() => run('wait', gate.state));
  await gate.reachedBy(1);
  for (let at = 0; at < 12; at++) expect(await onBehalfOf(one, () => run('echo', at))).toBe(at);
  expect(Atomics.load(gate.state, 0)).toBe(1);
  gate.open();
  await Promise.all(held);
});

test("a queue full of others' jobs does not refuse the service's own, nor these theirs; each kind has its bound", async () => {
  const own = { ...long, background: true } as const;
  const { run } = aLane({ limits: { ...settings.limits, echo: own, commit: own } });
  const gate = aGate();
  const held = [1, 2, 3, 4, 5].map(() => run('wait', gate.state));
  await expect(run('wait', gate.state)).rejects.toThrow(Overloaded);
  // Whoever asked for it, it is not one of their jobs.
  const checks = onBehalfOf(one, () => [run('echo', 1), run('echo', 2), run('echo', 3)]);
  await expect(run('echo', 4)).rejects.toThrow(Overloaded);
  const backup = expect(run('commit', '/nowhere/database.sqlite')).rejects.toThrow('directory');
  const more = onBehalfOf(one, () => expect(run('wait', gate.state)).rejects.toThrow(Overloaded));
  gate.open();
  expect(await Promise.all(checks)).toEqual([1, 2, 3]);
  await Promise.all([...held, backup, more]);
});

test('a hall that casts all at once is queued, nobody refused', async () => {
  const { run } = aLane({ bounds: hallBounds });
  const phones = Array.from({ length: 1000 }, (_, phone) => phone);
  expect(await Promise.all(phones.map((phone) => run('echo', phone)))).toEqual(phones);
});

test('a lane that closes lets what has begun finish, and ends what nobody waits for', async () => {
  const closing = lane({ ...settings, limits: { ...settings.limits, never: { seconds: 60, background: true } } });
  const gate = aGate();
  const begun = closing.run('wait', gate.state);
  const unasked = expect(closing.run('never', null)).rejects.toThrow();
  await gate.reachedBy(1);
  const closed = closing.close();
  gate.open();
  await Promise.all([begun, unasked, closed]);
});

test('a lane that is ended ends what has begun and drops what waits, however long it would take', async () => {
  const ended = lane({ ...settings, threads: 1, limits: { ...settings.limits, never: long } });
  const all = ['never', 'echo'].map((name) => expect(ended.run(name, null)).rejects.toThrow());
  ended.end();
  await Promise.all([...all, ended.close()]);
  await expect(ended.run('echo', null)).rejects.toThrow('nobody does echo');
});

interface Kept {
  readonly file: string;
  readonly client: Sqlite.Database;
  rows(): number;
}

/** A database on which this connection waits for nobody. */
function withDatabase(use: (kept: Kept) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'database.sqlite');
    const client = new Sqlite(file, { timeout: 0 });
    client.pragma('journal_mode = WAL');
    client.exec('CREATE TABLE kept (value INTEGER)');
    await use({ file, client, rows: () => Number(client.prepare('SELECT count(*) FROM kept').pluck().get()) });
    client.close();
  });
}

test.each([
  { instead: 'spin', refusal: TookTooLong },
  { instead: 'break', refusal: Error },
])('of a change that ends before its commit ($instead) nothing is kept, nor its lock', ({ instead, refusal }) =>
  withDatabase(async ({ file, client, rows }) => {
    await expect(aLane().run('change', { file, instead })).rejects.toThrow(refusal);
    expect(rows()).toBe(0);
    client.exec('INSERT INTO kept VALUES (2)');
    await aLane().run('commit', file);
    expect(rows()).toBe(2);
  }),
);

test('a change that has begun to commit is not ended: nobody is told that nothing was kept', () =>
  withDatabase(async ({ file, rows }) => {
    const { run } = aLane();
    // The thread is there already: its time must not be over before it has begun to commit.
    await run('echo', null);
    expect(await run('keepLate', { file, milliseconds: 1500 })).toBe('kept');
    expect(rows()).toBe(1);
  }));
