import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SealedBallot } from '../../src/protocol/ballot/create-ballot.ts';
import { castAtOnce } from '../../test/support/service/phones-at-once.ts';
import { type ServerProcess, serverProcess } from '../../test/support/service/server-process.ts';
import { castOne, type Hall, openHall } from './hall.ts';
import { atLeast, atMost, type Row, told } from './row.ts';
import { median, quantile, rounds } from './times.ts';

const papers = 100;
const clients = 16;
const pause = 20;
/** What phones in a hall need at the least: three hundred within two minutes. */
const hallPhones = 300;
const hallSeconds = 120;
const hallRate = hallPhones / hallSeconds;
/** Milliseconds: whoever watches over a service gives it up after some seconds. */
const healthPatience = 5_000;

/**
 * Casts ballots into the real server in a process of its own, on SQLite, over loopback: as many as it takes, and half as
 * many at the rhythm of a clock; then a whole hall's, all at the same moment. The server shares the machine's cores with
 * the clients here.
 */
export async function castingHall(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const subjects of [15, 48]) {
    // The first turn makes tables, starts threads and compiles, nothing of it counts; the last one is half the load.
    const turns = Array.from({ length: rounds + 2 }, () => papers);
    rows.push(...(await withHall(subjects, turns, (server, hall) => measure(server, hall, subjects))));
  }
  rows.push(...(await withHall(15, [hallPhones], wholeHallAtOnce)));
  return rows;
}

async function withHall(
  subjects: number,
  turns: readonly number[],
  work: (server: ServerProcess, hall: Hall) => Promise<Row[]>,
): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const hall = await openHall(folder, subjects, turns);
    const server = await serverProcess(folder, { LOG_LEVEL: 'warn' });
    try {
      return await work(server, hall);
    } finally {
      await server.end('SIGTERM');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A service that has just started, behind one address. */
async function wholeHallAtOnce({ url, pid }: ServerProcess, { turns, ...hall }: Hall): Promise<Row[]> {
  const { replies, milliseconds, statuses, looks } = await castAtOnce({ ...hall, baseUrl: url }, turns.flat());
  const about = (name: string) => `${name}, ${hallPhones} at one moment, 15 subjects`;
  const bad = (answers: readonly number[]) => answers.filter((status) => status !== 200).length;
  const silent = replies.filter(({ ok }) => !ok).length;
  const sick = bad(looks.map(({ status }) => status));
  const longest = Math.max(...looks.map((look) => look.milliseconds));
  return [
    atMost(0, about('ballots not acknowledged'), silent, 'ballots'),
    atMost(0, about('answers that refuse, or none'), bad(statuses), 'answers'),
    atMost(hallSeconds, about('until all are acknowledged'), Math.max(...milliseconds) / 1000, 's'),
    atMost(0, about('looks at the health told "not ready"'), sick, 'looks'),
    atMost(healthPatience, about('the longest look at the health'), longest, 'ms'),
    atMost(700, about('memory at its highest'), peakMebibytes(pid), 'MiB'),
  ];
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
async function castInRhythm(
  url: string,
  hall: Hall,
  ballots: readonly SealedBallot[],
  rate: number,
): Promise<number[]> {
  return Promise.all(
    ballots.map(async (ballot, at) => {
      await wait((1000 * at) / rate);
      const start = performance.now();
      await castOne(url, hall, ballot);
      return performance.now() - start;
    }),
  );
}

/** As many at once as there are `clients`, each with one ballot after the other. */
export async function castAll(url: string, hall: Hall, ballots: readonly SealedBallot[]): Promise<void> {
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
