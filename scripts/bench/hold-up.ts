import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { isBytes, type Operation } from '../../src/contract/operation.ts';
import { operations } from '../../src/contract/operations.ts';
import { bodyLimitOf } from '../../src/server/http/longest.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { hostileBodies, hostileFiles } from '../../test/support/service/hostile-bodies.ts';
import { aWalk, type Walk } from '../../test/support/service/permission-walk.ts';
import { atMost, type Row, told } from './row.ts';
import { median, rounds } from './times.ts';

const largest = 256 * 1024;
/** What holds others up for less than this share of the target is sent once only. */
const worthRepeating = 0.25;
const target = 100;
/** So many of the worst are named. */
const named = 5;

interface HoldUp {
  readonly what: string;
  readonly milliseconds: number;
}

/**
 * For how long the event loop, which every request waits for, stands still over the worst that can be sent to each
 * operation by somebody who may call it: the median of some attempts, as a busy machine holds anybody up.
 */
export async function holdUp(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  // In memory, a worker has nothing to read and everything is done by the thread that answers.
  const store = sqliteStore(folder);
  const walk = await aWalk('offered', true, store);
  const found: HoldUp[] = [];
  for (const declared of operations) {
    for (const [kind, body] of worstOf(declared)) {
      found.push({ what: `${declared.id}: ${kind}`, milliseconds: await heldUp(walk, declared, body) });
    }
  }
  await walk.close();
  await store.close();
  rmSync(folder, { recursive: true });
  found.sort((one, other) => other.milliseconds - one.milliseconds);
  const [worst] = found;
  if (worst === undefined) throw new Error('no operation takes anything');
  return [
    ...found.slice(0, named).map(({ what, milliseconds }) => told(`others held up by ${what}`, milliseconds, 'ms')),
    atMost(target, 'others held up by the worst of every operation', worst.milliseconds, 'ms'),
  ];
}

function* worstOf(declared: Operation): Iterable<[kind: string, body: string | Uint8Array]> {
  const { body } = declared;
  if (isBytes(body)) {
    for (const [kind, make] of Object.entries(hostileFiles)) yield [kind, make(body.maximum)];
  } else if (body !== undefined) {
    const size = Math.min(largest, bodyLimitOf(declared)) - 1024;
    for (const [kind, make] of Object.entries(hostileBodies)) yield [kind, make(declared, size)];
  }
}

async function heldUp(walk: Walk, declared: Operation, body: string | Uint8Array): Promise<number> {
  const first = await standstill(() => walk.send(declared, { body }));
  if (first < worthRepeating * target) return first;
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) all.push(await standstill(() => walk.send(declared, { body })));
  return median(all);
}

/** The longest time, in milliseconds, between two turns of the event loop meanwhile. */
async function standstill(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await turn();
  await work();
  await turn();
  delay.disable();
  return delay.max / 1e6;
}
