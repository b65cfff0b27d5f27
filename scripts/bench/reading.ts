import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { aVoteService, type Headers, opened } from '../../test/support/vote-service.ts';
import { type Clients, startClients } from './rate.ts';
import { atLeast, type Row, told } from './row.ts';
import { median, rounds } from './times.ts';

/** How those ask who repeat a read. */
const asked = { clients: 8, requests: 1000 };

/** Reads that a hall repeats all the time, beside a route without anything that answers the same bytes. */
export async function reading(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const store = sqliteStore(folder);
  const environment = { LOG_LEVEL: 'warn' };
  const made = await aVoteService({ subjects: 15, voters: 60, sheets: 60, phones: 0 }, { store, environment });
  await opened(made);
  const { app } = made.service;
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const { id } = made.vote.state.session;
  const clients = startClients();
  const rows: Row[] = [];
  for (const [path, headers] of [
    ['ballot', made.holder],
    ['turnout', made.chair],
    ['trackers', made.holder],
  ] as const) {
    const url = `${origin}/api/sessions/${id}/${path}`;
    const answer = await fetch(url, { headers });
    const bare = fastify();
    const [type, body] = [answer.headers.get('content-type') ?? '', await answer.text()];
    if (!answer.ok) throw new Error(`${path}: ${body}`);
    bare.get('/bare', async (_request, reply) => reply.type(type).send(body));
    const bareUrl = `${await bare.listen({ port: 0, host: '127.0.0.1' })}/bare`;
    const shares: number[] = [];
    const rates: number[] = [];
    const times: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const own = await served(clients, url, headers);
      const reference = await served(clients, bareUrl, {});
      if (round === 0) continue; // code is compiled once, before anything counts
      shares.push(own.rate / reference.rate);
      rates.push(own.rate);
      times.push(own.microseconds);
    }
    await bare.close();
    rows.push(told(`reading ${path}`, median(rates), 'a second'));
    rows.push(told(`reading ${path}, processor time of the thread that serves`, median(times), 'µs'));
    rows.push(atLeast(0.5, `reading ${path} to a bare route of the same answer`, median(shares), '×'));
  }
  await clients.close();
  await app.close();
  await store.close();
  rmSync(folder, { recursive: true });
  return rows;
}

/** Requests a second, and what each takes of this thread, which serves. */
async function served(clients: Clients, url: string, headers: Headers) {
  const before = process.threadCpuUsage();
  const rate = await clients.rate({ ...asked, url, headers });
  const { user, system } = process.threadCpuUsage(before);
  return { rate, microseconds: (user + system) / asked.requests };
}
