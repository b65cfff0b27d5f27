import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LastingLine, lastingLine } from '../../src/web/shared/workers/lasting-line.ts';
import { silence } from '../../src/web/shared/workers/silence.ts';
import { lineOver, openLine, type WorkerLine } from '../../src/web/shared/workers/worker-line.ts';
import type { FaultyPrograms } from '../support/browser/faulty.worker.ts';

const faulty = () => new Worker(new URL('../support/browser/faulty.worker.ts', import.meta.url), { type: 'module' });
const missing = () => new Worker(new URL('/no-such.worker.js', window.location.href), { type: 'module' });

let line: WorkerLine<FaultyPrograms, number>;
beforeEach(() => {
  line = openLine(faulty);
});
afterEach(() => line.close());

describe('a line to a worker', () => {
  test('answers each call with its own value', async () => {
    const answers = [line.call('add', [1, 2]), line.call('add', []), line.call('add', [7])];
    expect(await Promise.all(answers)).toEqual([3, 0, 7]);
  });

  test('tells what a program says on its way, in order, before it is done', async () => {
    const told: number[] = [];
    expect(await line.call('tell', [4, 5, 6], { onNote: (one) => told.push(one) })).toBe(3);
    expect(told).toEqual([4, 5, 6]);
  });

  test('a program that throws fails its own call, and the worker can be asked again', async () => {
    const other = line.call('add', [1]);
    await expect(line.call('throws', 'no luck')).rejects.toMatchObject({ fault: 'threw', message: 'threw: no luck' });
    expect(await other).toBe(1);
    expect(await line.call('add', [2])).toBe(2);
  });

  test('an answer that cannot be sent fails its call', async () => {
    await expect(line.call('answersFunction', undefined)).rejects.toMatchObject({ fault: 'threw' });
  });

  test.each(['rejectsUnheard', 'throwsOutside'] as const)(
    'an error that no program hears fails all calls: %s',
    async (name) => {
      await line.call('add', [1]);
      const calls = [line.call('waits', undefined), line.call(name, 'unheard')];
      for (const call of calls) await expect(call).rejects.toMatchObject({ fault: 'broke' });
      await expect(line.failed).rejects.toMatchObject({ fault: 'broke' });
      await expect(line.call('add', [1])).rejects.toMatchObject({ fault: 'broke' });
    },
  );

  test('a worker that dies fails all calls, and those that come later', async () => {
    await expect(line.call('dies', undefined)).rejects.toMatchObject({ fault: 'died' });
    await expect(line.failed).rejects.toMatchObject({ fault: 'died' });
    await expect(line.call('add', [1])).rejects.toMatchObject({ fault: 'died' });
  });

  test('a worker that cannot be loaded fails the calls that wait for it', async () => {
    const none = openLine<FaultyPrograms>(missing);
    await expect(none.call('add', [1])).rejects.toMatchObject({ fault: 'not-loaded' });
    await expect(none.failed).rejects.toMatchObject({ fault: 'not-loaded' });
  });

  test('a port is a line of its own, with a memory of its own', async () => {
    const other = lineOver<FaultyPrograms>(line.newPort());
    expect(await other.call('countsCalls', undefined)).toBe(1);
    expect(await line.call('countsCalls', undefined)).toBe(1);
    expect(await other.call('countsCalls', undefined)).toBe(2);
  });
});

describe('a worker that gives no sign of life', () => {
  /** Waits for the page to think so, or no more. */
  const until = (workers: number) =>
    new Promise<void>((resolve) => {
      const stop = silence.watch(() => {
        if (silence.get().workers !== workers) return;
        stop();
        resolve();
      });
    });

  test('is silent while it hears nothing, and not any more when it does', async () => {
    const asked = openLine<FaultyPrograms>(faulty, 20);
    await asked.call('add', [1]);
    const silent = until(1);
    const done = asked.call('computes', 300);
    await silent;
    const heard = until(0);
    await done;
    await heard;
    asked.close();
  });

  test('is not silent while it waits for something; one that is closed is missed by nobody', async () => {
    const waiting = openLine<FaultyPrograms>(faulty, 200);
    const computing = openLine<FaultyPrograms>(faulty, 20);
    await Promise.all([waiting.call('add', [1]), computing.call('add', [1])]);
    const told: number[] = [];
    const stop = silence.watch(() => told.push(silence.get().workers));
    void waiting.call('waits', undefined);
    const silent = until(1);
    void computing.call('computes', 60_000);
    await silent;
    computing.close();
    waiting.close();
    stop();
    expect(told).toEqual([1, 0]);
  });
});

describe('a line that survives its worker', () => {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  let opened: (() => Worker)[];
  const starting = (...starts: (() => Worker)[]) => {
    opened = [];
    return () => {
      const start = starts[opened.length] ?? faulty;
      opened.push(start);
      return start();
    };
  };
  let lasting: LastingLine<FaultyPrograms, number>;
  beforeEach(() => {
    waits.length = 0;
  });
  afterEach(() => lasting.close());

  test('starts twice anew where a worker cannot be loaded, waiting longer each time', async () => {
    lasting = lastingLine(starting(missing, missing), { repeatable: false, wait });
    expect(await lasting.call('add', [1, 2])).toBe(3);
    expect(opened).toHaveLength(3);
    expect(waits).toEqual([500, 2000]);
  });

  test('gives up after two fresh starts; the next call begins again', async () => {
    lasting = lastingLine(starting(missing, missing, missing), { repeatable: true, wait });
    await expect(lasting.call('add', [1])).rejects.toMatchObject({ fault: 'not-loaded' });
    expect(await lasting.call('add', [1])).toBe(1);
    expect(opened).toHaveLength(4);
  });

  test.each([
    ['throws', 'threw'],
    ['dies', 'died'],
  ] as const)('what may have been done is asked again only where it is repeatable: %s', async (name, fault) => {
    lasting = lastingLine(starting(), { repeatable: false, wait });
    await expect(lasting.call(name, undefined as never)).rejects.toMatchObject({ fault });
    expect(opened).toHaveLength(1);
    lasting = lastingLine(starting(), { repeatable: true, wait });
    await expect(lasting.call(name, undefined as never)).rejects.toMatchObject({ fault });
    expect(opened).toHaveLength(3);
    expect(await lasting.call('add', [1])).toBe(1);
  });
});
