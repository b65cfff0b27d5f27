import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { aPublishedVote } from '../../test/support/service/counted-vote.ts';
import {
  aVoteService,
  castAll,
  type Headers,
  opened,
  type VoteService,
} from '../../test/support/service/vote-service.ts';
import { type Clients, startClients } from './rate.ts';
import { atLeast, type Row, told } from './row.ts';
import { median, rounds } from './times.ts';

/** How those ask who repeat a read. */
const asked = { clients: 8, requests: 1000 };
const ballots = 20;

interface Read {
  readonly name: string;
  readonly made: VoteService;
  readonly path: string;
  readonly headers: Headers;
}

/**
 * What a hall and its office read again and again, each beside a route of the same server library that asks nobody
 * anything and writes the same answer as JSON. What counts is the processor time of the thread that serves: of a rate the
 * other half is the time of those who ask, and of whoever else is at work on the machine.
 */
export async function reading(): Promise<Row[]> {
  const folders = [mkdtempSync(join(tmpdir(), 'bench-')), mkdtempSync(join(tmpdir(), 'bench-'))] as const;
  const [stores, environment] = [folders.map((folder) => sqliteStore(folder)), { LOG_LEVEL: 'warn' }];
  const [hallStore, officeStore] = stores;
  if (hallStore === undefined || officeStore === undefined) throw new Error('no stores');
  const hall = await anOpenHall({ store: hallStore, environment });
  const office = await aPublishedVote({ store: officeStore, environment });
  const ofSession = (made: VoteService) => `/api/sessions/${made.vote.state.session.id}`;
  const reads: readonly Read[] = [
    { name: 'the ballot’s page, by a phone', made: hall, path: `${ofSession(hall)}/ballot`, headers: hall.holder },
    { name: 'the trackers, by a phone', made: hall, path: `${ofSession(hall)}/trackers`, headers: hall.holder },
    { name: 'the turnout, by the chair', made: hall, path: `${ofSession(hall)}/turnout`, headers: hall.chair },
    { name: 'a session, by the chair', made: hall, path: ofSession(hall), headers: hall.chair },
    { name: 'the list of sessions, by the chair', made: hall, path: '/api/sessions', headers: hall.chair },
    {
      name: 'a result, by a seat holder',
      made: office,
      path: `${ofSession(office)}/result`,
      headers: office.seatHolder,
    },
  ];
  const clients = startClients();
  const rows: Row[] = [];
  for (const { app } of [hall.service, office.service]) await app.listen({ port: 0, host: '127.0.0.1' });
  for (const read of reads) rows.push(...(await besideBareRoute(clients, read)));
  await clients.close();
  for (const { app } of [hall.service, office.service]) await app.close();
  for (const store of stores) await store.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
  return rows;
}

async function anOpenHall(options: Parameters<typeof aVoteService>[1]): Promise<VoteService> {
  const made = await aVoteService({ subjects: 15, voters: 60, sheets: 60, phones: 0 }, options);
  const election = await opened(made);
  const marks = Array.from({ length: 15 }, (_, at) => at % 3);
  await castAll(
    made,
    election,
    Array.from({ length: ballots }, () => marks),
  );
  // So that the box is counted anew, with the trackers of all of them.
  made.service.passSeconds(60);
  return made;
}

async function besideBareRoute(clients: Clients, { name, made, path, headers }: Read): Promise<Row[]> {
  const url = `${made.service.app.listeningOrigin}${path}`;
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  const value: unknown = await answer.json();
  const bare = fastify();
  bare.get('/bare', async () => value);
  const bareUrl = `${await bare.listen({ port: 0, host: '127.0.0.1' })}/bare`;
  const shares: number[] = [];
  const rates: number[] = [];
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const own = await served(clients, url, headers);
    const reference = await served(clients, bareUrl, {});
    if (round === 0) continue; // code is compiled once, before anything counts
    shares.push(reference.microseconds / own.microseconds);
    rates.push(own.rate);
    times.push(own.microseconds);
  }
  await bare.close();
  return [
    told(`${name}: reads`, median(rates), 'a second'),
    told(`${name}: processor time`, median(times), 'µs'),
    atLeast(0.5, `${name}: a bare route of the same JSON takes`, median(shares), '×'),
  ];
}

/** Requests a second, and what each takes of this thread, which serves. */
async function served(clients: Clients, url: string, headers: Headers) {
  const before = process.threadCpuUsage();
  const rate = await clients.rate({ ...asked, url, headers });
  const { user, system } = process.threadCpuUsage(before);
  return { rate, microseconds: (user + system) / asked.requests };
}
