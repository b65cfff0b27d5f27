import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { call } from '../../src/client/api.ts';
import { castBallot } from '../../src/contract/box.ts';
import { serverProcess } from '../../test/support/server-process.ts';
import { type Hall, openHall } from './hall.ts';
import { median, quantile, rounds } from './times.ts';

const papers = 100;
const clients = 16;
const pause = 20;

/** What phones in a hall would feel. */
export interface OverHttp {
  /** Acknowledged on disk, medians of the rounds. */
  readonly ballotsPerSecond: number;
  /** Milliseconds of a light GET request, by median and 95th percentile: before, and while ballots pour in. */
  readonly idle: Latency;
  readonly busy: Latency;
}

export interface Latency {
  readonly median: number;
  readonly late: number;
}

/** Casts ballots into the real server in a process of its own, on SQLite, over loopback, so many clients at a time. */
export async function overHttp(subjects: number): Promise<OverHttp> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    // The first turn makes tables, starts threads and compiles; nothing of it counts.
    const hall = await openHall(folder, subjects, papers, rounds + 1);
    const server = await serverProcess(folder, { LOG_LEVEL: 'warn' });
    try {
      return await measure(server.url, hall);
    } finally {
      await server.end('SIGTERM');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(url: string, hall: Hall): Promise<OverHttp> {
  const [warming = [], ...turns] = hall.turns;
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
  return { ballotsPerSecond: median(rates), idle: latency(idle), busy: latency(busy) };
}

const latency = (values: readonly number[]): Latency => ({ median: median(values), late: quantile(values, 0.95) });

async function castAll(baseUrl: string, { sessionId, readKey }: Hall, ballots: readonly string[]): Promise<void> {
  const rest = [...ballots];
  const client = async () => {
    for (let ballot = rest.pop(); ballot !== undefined; ballot = rest.pop()) {
      const body = { ballot, recastKey: 'a'.repeat(32) };
      const reply = await call({ baseUrl, readKey }, castBallot, { params: { sessionId }, body });
      if (!reply.ok) throw new Error(`a ballot of the bench is refused: ${reply.refusal}`);
    }
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

/** In words, beside the milliseconds that the tool takes for one ballot. */
export function describeOverHttp(measured: OverHttp, toolCheck: number, toolSeal: number): string {
  const { ballotsPerSecond, idle, busy } = measured;
  const each = 1000 / ballotsPerSecond;
  const toolRate = 1000 / toolCheck;
  const shown = ({ median: middle, late }: Latency) => `${middle.toFixed(1)} ms, 95 of 100 below ${late.toFixed(1)} ms`;
  return [
    `  over HTTP to disk: ${ballotsPerSecond.toFixed(1)} ballots a second, one every ${each.toFixed(1)} ms`,
    `    × ${(ballotsPerSecond / toolRate).toFixed(2)} the ${toolRate.toFixed(1)} a second that the tool verifies from a file`,
    `    × ${((ballotsPerSecond * toolSeal) / 1000).toFixed(2)} the ${(1000 / toolSeal).toFixed(1)} a second that the tool seals`,
    `    a light GET meanwhile: ${shown(busy)} (idle: ${shown(idle)})`,
  ].join('\n');
}
