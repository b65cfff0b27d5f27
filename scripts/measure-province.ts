import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Connection, call, type Reply } from '../src/client/api.ts';
import { setUp, signIn } from '../src/contract/account/accounts.ts';
import { exportProvince, importProvince, previewProvince } from '../src/contract/committee/province.ts';
import { listImports, takeBackImport } from '../src/contract/imports/imports.ts';
import type { AnsweredOnce } from '../src/contract/operation.ts';
import type { ImportId } from '../src/domain/roster/import-id.ts';
import { tablesXlsx } from '../src/server/spreadsheets/tables-xlsx.ts';
import { sqliteStore } from '../src/server/store/sqlite.ts';
import { aProvince, provinceSheets, twoTier } from '../test/support/build/province.ts';
import { type ServerProcess, serverProcess } from '../test/support/service/server-process.ts';
import { fillProvince } from './bench/province-life.ts';
import { type AskedList, listsOf } from './bench/province-lists.ts';
import { median, quantile } from './bench/times.ts';

/*
 * A whole province through the API of the real server, in a process of its own, on SQLite: how long its import from a
 * workbook takes, in how much memory, and how long whoever reads or writes meanwhile waits; its move to two tiers in one
 * import; taking each back; then how long every list takes in the middle of a round. Fails above a minute or a gigabyte for
 * an import, and above what is allowed below for a list. The clock counts, so run it on a quiet machine; "nothing" is an answer without work, to see how quiet it was, and the processor time of the
 * service says what a list costs on a busy one.
 */
const allowed = { importSeconds: 60, memoryMegabytes: 1024, list: 100, board: 300, file: Number.POSITIVE_INFINITY };
const asked = 60;
const account = { username: 'quantri', password: 'một mật khẩu dài' };
const folder = mkdtempSync(join(tmpdir(), 'province-'));
const environment = { LOG_LEVEL: 'warn' };
const tooSlow: string[] = [];
let server = await serverProcess(folder, environment);

try {
  let administrator = await signUp(server);
  const province = aProvince();
  const threeTiers = await tablesXlsx(provinceSheets(province));
  await takeBack(administrator, await importFile(administrator, 'three tiers', threeTiers, '2025-01-01', 'keep'));
  checkMemory();
  // Each part in a process of its own: memory is measured at its highest.
  await server.end('SIGTERM');
  server = await serverProcess(folder, environment);
  administrator = await signedIn(server.url, account.username);
  await importFile(administrator, 'three tiers again', threeTiers, '2025-01-01', 'keep');
  await roundTrip(administrator);
  const twoTiers = await tablesXlsx(provinceSheets(twoTier(province)));
  await takeBack(administrator, await importFile(administrator, 'two tiers', twoTiers, '2025-07-01', 'end'));
  await importFile(administrator, 'two tiers again', twoTiers, '2025-07-01', 'end');
  checkMemory();
  await measureLists();
} finally {
  await server.end('SIGTERM');
  for (const line of server.log) console.error(line);
  rmSync(folder, { recursive: true });
}
if (tooSlow.length > 0) {
  console.error(`above what is allowed: ${tooSlow.join(', ')}`);
  process.exitCode = 1;
}

function checkMemory(): void {
  const peak = peakMegabytes(server.pid);
  console.log(`\npeak memory of the service: ${peak.toFixed(0)} MB (allowed ${allowed.memoryMegabytes})`);
  if (peak > allowed.memoryMegabytes) tooSlow.push('memory');
}

async function signUp({ url: baseUrl, said }: ServerProcess): Promise<Connection> {
  while (!said.some((line) => line.includes('/setup#'))) await wait(20);
  const token = /\/setup#(\S+)/.exec(said.join('\n'))?.[1] ?? '';
  granted(await call({ baseUrl }, setUp, { body: { token, ...account } }));
  return signedIn(baseUrl, account.username);
}

async function signedIn(baseUrl: string, username: string): Promise<Connection> {
  return { baseUrl, token: granted(await call({ baseUrl }, signIn, { body: { ...account, username } })).token };
}

function granted<Declared extends AnsweredOnce>(reply: Reply<Declared>) {
  if (reply.ok) return reply.value;
  throw new Error(`refused: ${reply.refusal} ${JSON.stringify(reply.problem?.problems?.slice(0, 3))}`);
}

/** Previews a workbook and imports it, while somebody reads a small file and somebody else writes a term. */
async function importFile(
  connection: Connection,
  name: string,
  body: Uint8Array,
  on: string,
  missing: 'keep' | 'end',
): Promise<ImportId | null> {
  const { baseUrl } = connection;
  const meanwhile = whileWaiting({
    reading: () => fetch(`${baseUrl}/icon.svg`),
    'signing in': () => call({ baseUrl }, signIn, { body: account }),
  });
  const start = performance.now();
  const preview = granted(await call(connection, previewProvince, { query: { on, missing }, body }));
  const previewed = performance.now();
  const query = { on, missing, diff: preview.diff };
  const { importId } = granted(await call(connection, importProvince, { query, body }));
  const seconds = (performance.now() - start) / 1000;
  const waits = await meanwhile.end();
  const counts = preview.counts.map(({ kind, effect, count }) => `${count} × ${kind} ${effect}`).join(', ');
  console.log(`\n${name}: ${(body.length / 1e6).toFixed(1)} MB; ${counts}`);
  console.log(`  preview ${((previewed - start) / 1000).toFixed(1)} s, preview and import ${seconds.toFixed(1)} s`);
  console.log(`  meanwhile at most: ${waits}; load ${loadavg()[0]?.toFixed(1)}`);
  if (seconds > allowed.importSeconds) tooSlow.push(`import of ${name}`);
  return importId;
}

/** Lists the imports and takes one back as a whole; that takes no longer than an import may. */
async function takeBack(connection: Connection, importId: ImportId | null): Promise<void> {
  if (importId === null) throw new Error('an import that changes nothing');
  const megabytes = statSync(join(folder, 'phieu.sqlite')).size / 1e6;
  const start = performance.now();
  granted(await call(connection, listImports));
  const listed = performance.now();
  granted(await call(connection, takeBackImport, { params: { importId } }));
  const seconds = (performance.now() - listed) / 1000;
  const list = ((listed - start) / 1000).toFixed(1);
  console.log(
    `  imports listed in ${list} s, taken back in ${seconds.toFixed(1)} s; database ${megabytes.toFixed(0)} MB`,
  );
  if (seconds > allowed.importSeconds) tooSlow.push('taking back');
}

/** Does things over and over until told to end; answers how long each took at most. */
function whileWaiting(things: Readonly<Record<string, () => Promise<unknown>>>): { end(): Promise<string> } {
  let isDone = false;
  const running = Object.entries(things).map(async ([name, act]) => {
    let longest = 0;
    while (!isDone) {
      const start = performance.now();
      await act().catch(() => console.error(`${name} failed`));
      longest = Math.max(longest, performance.now() - start);
      await wait(20);
    }
    return `${name} ${(longest / 1000).toFixed(2)} s`;
  });
  return {
    end: async () => {
      isDone = true;
      return (await Promise.all(running)).join(', ');
    },
  };
}

/** What was exported and is imported again changes nothing. */
async function roundTrip(connection: Connection): Promise<void> {
  const start = performance.now();
  const body = granted(await call(connection, exportProvince, { query: {} }));
  console.log(`\nexport: ${(body.length / 1e6).toFixed(1)} MB in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const preview = granted(await call(connection, previewProvince, { query: { missing: 'end' }, body }));
  console.log(`  imported again: ${preview.counts.length === 0 ? 'no change' : JSON.stringify(preview.counts)}`);
  if (preview.counts.length > 0) tooSlow.push('round trip');
}

/** Fills the province while the service is down, and asks for every list. */
async function measureLists(): Promise<void> {
  await server.end('SIGTERM');
  const store = sqliteStore(folder);
  const hash = (await store.accounts.findByName(account.username))?.passwordHash ?? '';
  const life = await fillProvince(store, hash);
  await store.close();
  server = await serverProcess(folder, environment);
  const [administrator, province, commune] = await Promise.all(
    [account.username, 'tinh', 'xa'].map((username) => signedIn(server.url, username)),
  );
  if (administrator === undefined || province === undefined || commune === undefined) throw new Error('nobody asks');
  const nothing: AskedList = {
    ...{ name: 'nothing', kind: 'list' },
    ask: () => fetch(`${server.url}/icon.svg`),
  };
  console.log('');
  for (const one of [nothing, ...listsOf({ administrator, province, commune }, life), nothing]) await measure(one);
}

async function measure({ name, kind, ask }: AskedList): Promise<void> {
  const times: number[] = [];
  const before = processorMilliseconds(server.pid);
  for (let time = 0; time < asked; time++) {
    const start = performance.now();
    if (!(await ask()).ok) throw new Error(`${name} is refused`);
    times.push(performance.now() - start);
  }
  const late = quantile(times, 0.95);
  const each = (processorMilliseconds(server.pid) - before) / asked;
  const shown = [median(times), late, each].map((one) => one.toFixed(1).padStart(7));
  const load = loadavg()[0]?.toFixed(1);
  console.log(`  ${name.padEnd(34)} ${shown[0]} ms, p95 ${shown[1]} ms, processor ${shown[2]} ms, load ${load}`);
  if (late > allowed[kind]) tooSlow.push(name);
}

/** Of the service, all threads; in ticks of 10 ms. What a list costs however busy the machine is. */
function processorMilliseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}
