import { linkSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { destroyLeftKeys, linkKeyLength, linkKeysIn } from '../../../src/server/store/link-keys.ts';
import { AlteredSession } from '../../../src/server/store/session-locks.ts';
import { aSessionId } from '../../support/build/stored-sessions.ts';
import { newFolder } from '../../support/service/stores.ts';

const [one, other] = [aSessionId(1), aSessionId(2)];

test('a key is made once, for its user alone, and everybody who looks finds the same', () => {
  const folder = join(newFolder(), 'keys');
  const keys = linkKeysIn(folder);
  expect([keys.find(one), keys.has(one), keys.list()]).toEqual([undefined, false, []]);
  const key = keys.make(one);
  expect(key).toHaveLength(linkKeyLength);
  expect(linkKeysIn(folder).make(one)).toEqual(key);
  expect(keys.make(other)).not.toEqual(key);
  expect(readdirSync(folder).sort()).toEqual([`${one}.key`, `${other}.key`].sort());
  if (process.platform !== 'win32') {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, `${one}.key`)).mode & 0o777).toBe(0o600);
  }
});

test('several nodes that make a key at the same moment have one, and leave nothing else', async () => {
  const folder = newFolder();
  const program = `
    const { workerData, parentPort } = require('node:worker_threads');
    const gate = new Int32Array(workerData.gate);
    import(workerData.module).then(({ linkKeysIn }) => {
      parentPort.postMessage('ready');
      Atomics.wait(gate, 0, 0);
      parentPort.postMessage(Buffer.from(linkKeysIn(workerData.folder).make(workerData.id)).toString('hex'));
    });`;
  const gate = new SharedArrayBuffer(4);
  const module = new URL('../../../src/server/store/link-keys.ts', import.meta.url).href;
  const workers = Array.from(
    { length: 4 },
    () => new Worker(program, { eval: true, workerData: { gate, folder, module, id: one } }),
  );
  const next = (worker: Worker) =>
    new Promise<string>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  await Promise.all(workers.map(next));
  const made = Promise.all(workers.map(next));
  Atomics.store(new Int32Array(gate), 0, 1);
  Atomics.notify(new Int32Array(gate), 0);
  const found = new Set(await made);
  expect(found.size).toBe(1);
  expect(found).toContain(readFileSync(join(folder, `${one}.key`)).toString('hex'));
  expect(readdirSync(folder)).toEqual([`${one}.key`]);
});

test('a key that is destroyed is overwritten first, with every other name that a killed process left of it', () => {
  const folder = newFolder();
  const keys = linkKeysIn(folder);
  keys.make(one);
  const kept = keys.make(other);
  // What a process leaves that is killed between naming the key and taking its first name away.
  linkSync(join(folder, `${one}.key`), join(folder, `${one}.0123456789abcdef.new`));
  // Somebody who holds the file open, or a second name elsewhere, sees what becomes of its bytes.
  linkSync(join(folder, `${one}.key`), join(folder, 'witness'));
  keys.destroy(one);
  expect(readdirSync(folder).sort()).toEqual([`${other}.key`, 'witness'].sort());
  expect(readFileSync(join(folder, 'witness'))).toEqual(Buffer.alloc(linkKeyLength));
  expect(keys.find(other)).toEqual(kept);
  keys.destroy(one);
});

test('what is left of closed sessions is destroyed, and nothing of sessions that still take ballots or are not known here', () => {
  const folder = newFolder();
  const keys = linkKeysIn(folder);
  const unknown = aSessionId(3);
  for (const id of [one, other, unknown]) keys.make(id);
  writeFileSync(join(folder, `${one}.ffff.new`), 'x'.repeat(linkKeyLength));
  writeFileSync(join(folder, 'readme.txt'), 'not a key');
  const sessions = [
    { id: one, state: 'closed' as const },
    { id: other, state: 'counting' as const },
  ];
  expect(destroyLeftKeys(keys, sessions)).toEqual([one]);
  expect(readdirSync(folder).sort()).toEqual([`${other}.key`, `${unknown}.key`, 'readme.txt'].sort());
  expect(destroyLeftKeys(keys, sessions)).toEqual([]);
});

test('a file that is no key is said to be altered, never taken for one that is missing', () => {
  const folder = newFolder();
  writeFileSync(join(folder, `${one}.key`), 'short');
  const keys = linkKeysIn(folder);
  expect(() => keys.find(one)).toThrow(AlteredSession);
  expect(() => keys.make(one)).toThrow(AlteredSession);
});
