import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { committeeId } from '../src/domain/committee/committee.ts';
import { sqliteStore } from '../src/server/store/sqlite.ts';
import { aCommittee } from '../test/support/build/committees.ts';
import { aPersonId, aSeatId } from '../test/support/build/ids.ts';
import { aPublishedSession } from '../test/support/build/stored-sessions.ts';
import { aService, signedInAs } from '../test/support/service/service.ts';
import { median, quantile } from './bench/times.ts';

/*
 * What a province reads of its subordinates: 1,500 published results of fifteen people each, on SQLite. Fails above a
 * tenth of a second for a list. Files are written by a worker: they may take longer, as long as nobody else waits for them.
 * The clock counts, so run it on a quiet machine.
 */
const allowedMilliseconds = 100;
const asked = 40;
const subjects = 15;
const results = 1500;
const folder = mkdtempSync(join(tmpdir(), 'roll-up-'));
const store = sqliteStore(folder);
const service = await aService({ store, environment: { LOG_LEVEL: 'silent', PHIEU_WORKERS: '1' } });
const province = aCommittee(1, { rank: 'province', name: 'Tỉnh ủy' });
const reader = aPersonId(900_000);
const families = ['Nguyễn', 'Trần', 'Lê', 'Đặng', 'Y Blôk'];
const middles = ['Thị', 'Văn', 'Đức'];
let isTooSlow = false;

try {
  await store.committees.change({ around: [] }, () => ({ ok: true, value: province }));
  for (let number = 2; number < results + 2; number++) await addResult(number);
  await store.committees.importRoster(null, () => ({
    ok: true,
    people: [{ id: reader, name: 'Tỉnh ủy viên', code: null, birthYear: null }],
    seats: [
      {
        ...{ id: aSeatId(900_000), committeeId: province.id, personId: reader, position: 'Ủy viên' },
        ...{ order: 1, from: null, to: null },
      },
    ],
  }));
  const headers = await signedInAs(service, { personId: reader });
  const ask = (url: string) => service.app.inject({ url, headers });
  const address = `/api/committees/${province.id}/roll-up`;
  console.log(`${results} published results of ${subjects} people each`);
  for (const query of ['', '?search=xa%2017&page=2'])
    await measure(`results${query}`, () => ask(`/api/results${query}`));
  await measure('sessions', () => ask('/api/sessions'));
  await measure('all roll-ups', () => ask('/api/roll-ups'));
  for (const query of ['', '?page=30', '?level=commune&from=2026-01-01&tier=2', '?search=nguyen%20thi&peoplePage=2']) {
    await measure(`roll-up${query}`, () => ask(`${address}${query}`));
  }
  await measure('one person', () => ask(`/api/people/${aPersonId(300)}/results`));
  for (const file of ['roll-up/table?format=csv', 'roll-up/table?format=xlsx'])
    await measureFile(file, () => ask(`/api/committees/${province.id}/${file}`));
} finally {
  await service.app.close();
  await store.close();
  rmSync(folder, { recursive: true });
}
if (isTooSlow) process.exitCode = 1;

async function addResult(number: number): Promise<void> {
  const id = committeeId.parse(aCommittee(number).id);
  const rank = number % 9 === 0 ? 'above-grassroots' : 'commune';
  await store.committees.change({ around: [] }, () => ({
    ok: true,
    value: aCommittee(number, { rank, superiorId: province.id }),
  }));
  const place = { committeeId: id, superiorId: province.id };
  // Ids of so many digits read as their numbers.
  const session = aPublishedSession(20_000 + number, place, 40);
  const people = session.subjects.slice(0, subjects).map((subject, at) => {
    const one = number * subjects + at;
    return { ...subject, personId: aPersonId(one), name: `${families[one % 5]} ${middles[one % 3]} ${given(one)}` };
  });
  const marks = people.map((_, at) => ((number + at) % 7 === 0 ? [3, 5, 32] : [30, 6, 4]));
  const settings = { ...session.settings, heldOn: `${2022 + (number % 5)}-12-${10 + (number % 20)}` };
  const tally = session.tally && { ...session.tally, result: marks };
  // As large as a session that was held: the setup of its election, two papers for each of 40 voters.
  const setup = { setupHash: '', election: 'e'.repeat(4000), trustees: 't'.repeat(3000), confirmedBy: [1, 2, 3] };
  const opening = { ...setup, credentials: JSON.stringify(Array.from({ length: 80 }, () => 'c'.repeat(64))) };
  await store.sessions.create({ ...session, committeeRank: rank, subjects: people, settings, tally, opening });
}

function given(number: number): string {
  return [...String(number)].map((digit) => 'abcdeghiky'[Number(digit)]).join('');
}

type Ask = () => Promise<{ readonly statusCode: number; readonly rawPayload: Uint8Array }>;

async function measure(name: string, ask: Ask): Promise<void> {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let time = 0; time < asked; time++) {
    const start = performance.now();
    if ((await ask()).statusCode !== 200) throw new Error(`${name} is refused`);
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  const late = quantile(times, 0.95);
  console.log(
    `  ${name.padEnd(52)} ${ms(median(times))}, p95 ${ms(late)}, processor ${ms((user + system) / 1000 / asked)}`,
  );
  if (late > allowedMilliseconds) isTooSlow = true;
}

/** How long it takes, and how long everybody else had to wait meanwhile at most. */
async function measureFile(name: string, ask: Ask): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  // The first file starts the worker.
  await ask();
  delay.enable();
  const start = performance.now();
  const { statusCode, rawPayload } = await ask();
  const took = performance.now() - start;
  delay.disable();
  if (statusCode !== 200) throw new Error(`${name} is refused`);
  const kilobytes = Math.round(rawPayload.length / 1000);
  console.log(`  ${name.padEnd(52)} ${ms(took)}, others waited ${ms(delay.max / 1e6)} at most, ${kilobytes} kB`);
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1).padStart(7)} ms`;
}
