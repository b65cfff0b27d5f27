import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { isUpToDate } from '../../src/cli/is-up-to-date.ts';
import type { ThreadData } from '../../src/server/workers/keeping.ts';
import type { JobAnswer } from '../../src/server/workers/serve-jobs.ts';
import { builtProgram } from '../support/service/built-service.ts';
import { inTemporaryFolder } from '../support/service/temporary-folder.ts';

const before = new Date('2026-11-30T08:00:00Z');
const built = new Date('2026-11-30T09:00:00Z');
const after = new Date('2026-11-30T10:00:00Z');

/** A stamp of nine o'clock, and a folder of sources that were last written an hour before. */
function aBuild(folder: string) {
  const [stamp, sources, within] = [join(folder, 'built'), join(folder, 'src'), join(folder, 'src/within')];
  const source = join(within, 'source.ts');
  mkdirSync(within, { recursive: true });
  writeFileSync(source, '');
  writeFileSync(stamp, '');
  for (const path of [source, within, sources]) utimesSync(path, before, before);
  utimesSync(stamp, built, built);
  return { stamp, sources, within, source, isFresh: () => isUpToDate(stamp, [sources]) };
}

test('a build is up to date while nothing was written since it began', () =>
  inTemporaryFolder(async (folder) => expect(aBuild(folder).isFresh()).toBe(true)));

test('a source that was changed, added or removed makes a build stale', () =>
  inTemporaryFolder(async (folder) => {
    const { source, within, isFresh } = aBuild(folder);
    utimesSync(source, after, after);
    expect(isFresh()).toBe(false);
    utimesSync(source, before, before);
    writeFileSync(join(within, 'another.ts'), '');
    utimesSync(join(within, 'another.ts'), before, before);
    expect(isFresh()).toBe(false);
    utimesSync(within, before, before);
    expect(isFresh()).toBe(true);
    rmSync(source);
    expect(isFresh()).toBe(false);
  }));

test('a build that never came to its end is none', () =>
  inTemporaryFolder(async (folder) => {
    const { stamp, isFresh } = aBuild(folder);
    rmSync(stamp);
    expect(isFresh()).toBe(false);
  }));

test('an error in what was built tells where it is in the sources', async () => {
  const data: ThreadData = { keeping: new Int32Array(1), givesWay: false };
  const worker = new Worker(await builtProgram('hall.worker'), { workerData: data });
  const answer = await new Promise<JobAnswer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage({ name: 'checkBallot', input: undefined });
  });
  await worker.terminate();
  if (!('error' in answer)) throw new Error('nothing to check is no ballot');
  const { stack } = answer.error.error as Error;
  expect(stack).toMatch(/\n {4}at .*\/src\/server\/workers\/hall\/check-ballot\.ts:\d+:\d+/);
});
