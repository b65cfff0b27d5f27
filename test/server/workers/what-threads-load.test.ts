import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { ThreadData } from '../../../src/server/workers/keeping.ts';
import { builtProgram } from '../../support/service/built-service.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Tells the address of every module that Node loads for the entry, and at last that it is there. */
const watching = `
  const { parentPort, workerData } = require('node:worker_threads');
  require('node:module').registerHooks({
    load: (url, context, next) => {
      parentPort.postMessage(url);
      return next(url, context);
    },
  });
  import(workerData.entry).then(() => parentPort.postMessage('loaded'));
`;

async function loadedBy(entry: string | URL): Promise<string[]> {
  const data: ThreadData = { keeping: new Int32Array(1), givesWay: false };
  const workerData = { ...data, entry: new URL(entry, new URL('../../../', import.meta.url)).href };
  const worker = new Worker(watching, { eval: true, workerData });
  const urls: string[] = [];
  await new Promise((resolve, reject) => {
    worker.on('message', (said: string) => (said === 'loaded' ? resolve(said) : urls.push(said)));
    worker.on('error', reject);
  });
  await worker.terminate();
  return urls.filter((url) => url.startsWith('file:')).map((url) => relative(root, fileURLToPath(url)));
}

/** The protocol, the hall's own files, caches, and arithmetic: sodium-native with the little that finds its binary. */
const allowed = [
  /^src\/protocol\//,
  /^src\/server\/workers\/hall\//,
  /^src\/server\/workers\/(hall\.worker|serve-jobs)\.ts$/,
  /^src\/server\/kit\/error-code\.ts$/,
  /^src\/server\/arithmetic\//,
  /^node_modules\/(@noble|lru-cache)\//,
  /^node_modules\/(sodium-native|require-addon|which-runtime|bare-[a-z-]+)\//,
];

test('a thread of the hall loads the protocol and nothing else', async () => {
  const loaded = await loadedBy('src/server/workers/hall.worker.ts');
  expect(loaded).toContain('src/protocol/ballot/check-ballot.ts');
  expect(loaded.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
});

test('as it is built it carries nothing else either', async () => {
  const files = (await loadedBy(await builtProgram('hall.worker'))).filter((file) => file.startsWith('dist/'));
  const sources = files.flatMap((file) => {
    const map: { readonly sources: readonly string[] } = JSON.parse(readFileSync(join(root, `${file}.map`), 'utf8'));
    return map.sources.map((source) => relative(root, resolve(root, dirname(file), source)));
  });
  expect(sources).toContain('src/protocol/ballot/check-ballot.ts');
  const ofTheBuild = [/rolldown[/:]runtime/, /^src\/cli\/name-sources\.ts$/];
  expect(sources.filter((file) => ![...allowed, ...ofTheBuild].some((pattern) => pattern.test(file)))).toEqual([]);
});

test('the thread that answers requests has nothing that only few requests need', async () => {
  const loaded = await loadedBy('src/server/start/serve.ts');
  expect(loaded).toEqual(expect.arrayContaining(['src/server/http/route.ts', 'node_modules/fastify/fastify.js']));
  const heavy =
    /\/(pdfkit|fontkit|write-excel-file|yauzl|saxes|numfmt|csv-parse|nodemailer|swagger-ui|@zxcvbn-ts)\/|^src\/server\/spreadsheets\//;
  expect(loaded.filter((file) => heavy.test(file))).toEqual([]);
});

test('a thread of the office begins with nothing that only some of its jobs need', async () => {
  const loaded = await loadedBy('src/server/workers/office.worker.ts');
  const own = ['workers/office.worker.ts', 'workers/serve-jobs.ts', 'kit/error-code.ts'];
  expect(loaded).toEqual(own.map((file) => `src/server/${file}`));
});
