import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../../src/client/api.ts';
import { castBallot } from '../../src/contract/box.ts';
import { type ServerProcess, serverProcess } from '../../test/support/server-process.ts';
import { type Hall, openHall } from './hall.ts';
import { atLeast, atMost, type Row, told } from './row.ts';
import { median, quantile, rounds } from './times.ts';

const papers = 100;
const clients = 16;
const pause = 20;
/** What phones in a hall need at the least: three hundred within two minutes. */
const hallRate = 300 / 120;

/**
 * Casts ballots into the real server in a process of its own, on SQLite, over loopback: as many as it takes, and half as
 * many at the rhythm of a clock. The server shares the machine's cores with the clients here.
 */
export async function castingHall(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const subjects of [15, 48]) rows.push(...(await castWith(subjects)));
  return rows;
}

async function castWith(subjects: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    // The first turn makes tables, starts threads and compiles, nothing of it counts; the last one is half the load.
    const hall = await openHall(folder, subjects, papers, rounds + 2);
    // Papers are few and vote again at once: the rate is that of a hall where everybody votes once.
    const server = await serverProcess(folder, { LOG_LEVEL: 'warn', PHIEU_RECAST_PAUSE_SECONDS: '0' });
    try {
      return await measure(server, hall, subjects);
    } finally {
      await server.end('SIGTERM');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure({ url, pid }: ServerProcess, hall: Hall, subjects: number): Promise<Row[]> {
  const [warming = [], ...turns] = hall.turns;
  const calm = turns.pop() ?? [];
  await castAll(url, hall, warming);
  const idle: number[] = [];
  await sample(url, idle, () => idle.length >= 50);
  const busy: number[] = [];
  const rates: number[] = [];
  let casting = true;
  const sampling = sample(url, busy, () => !casting);
  for (const ballots of turns) {
    const start = performance.now();
    await castAll(url, hall, ballots);
    rates.push((1000 * ballots.length) / (performance.now() - start));
  }
  casting = false;
  await sampling;
  const rate = median(rates);
  const latencies = await castInRhythm(url, hall, calm, rate / 2);
  const about = (name: string) => `${name}, ${subjects} subjects`;
  return [
    atLeast(hallRate, about('ballots acknowledged on disk'), rate, 'a second'),
    told(about('a cast at half that load, median'), median(latencies), 'ms'),
    atMost(1_000, about('a cast at half that load, 95 of 100'), quantile(latencies, 0.95), 'ms'),
    told(about('a light GET of an idle server, 95 of 100'), quantile(idle, 0.95), 'ms'),
    told(about('a light GET while ballots pour in, 95 of 100'), quantile(busy, 0.95), 'ms'),
    atMost(700, about('memory at its highest'), peakMebibytes(pid), 'MiB'),
  ];
}

/** The largest part of memory that a process has held so far. */
function peakMebibytes(pid: number): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(peak) / 1024;
}

/** Milliseconds of each answer, when ballots come evenly, so many a second, whether or not the one before is answered. */
async function castInRhythm(url: string, hall: Hall, ballots: readonly string[], rate: number): Promise<number[]> {
  return Promise.all(
    ballots.map(async (ballot, at) => {
      await wait((1000 * at) / rate);
      const start = performance.now();
      await castOne(url, hall, ballot);
      return performance.now() - start;
    }),
  );
}

async function castOne(baseUrl: string, { sessionId, readKey }: Hall, ballot: string): Promise<void> {
  const body = { ballot, recastKey: 'a'.repeat(32) };
  const reply = await call({ baseUrl, readKey }, castBallot, { params: { sessionId }, body });
  if (!reply.ok) throw new Error(`a ballot of the bench is refused: ${reply.refusal}`);
}

async function castAll(url: string, hall: Hall, ballots: readonly string[]): Promise<void> {
  const rest = [...ballots];
  const client = async () => {
    for (let ballot = rest.pop(); ballot !== undefined; ballot = rest.pop()) await castOne(url, hall, ballot);
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/** Asks for a small file again and again: it waits for the server's event loop and for nothing else. */
async function sample(url: string, into: number[], enough: () => boolean): Promise<void> {
  while (!enough()) {
    const start = performance.now();
    await (await fetch(`${url}/page.css`)).arrayBuffer();
    into.push(performance.now() - start);
    await wait(pause);
  }
}
