import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SealedBallot } from '../../src/protocol/ballot/create-ballot.ts';
import { linkKeysIn } from '../../src/server/store/link-keys.ts';
import { postgresStore } from '../../src/server/store/postgres.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import type { Store } from '../../src/server/store/store.ts';
import { type ServerProcess, serverProcess } from '../../test/support/service/server-process.ts';
import { bodyOf, openHallIn } from './hall.ts';
import { checkOut, type OtherCommit, openHallOf, type SentHall } from './other-commit.ts';
import { atLeast, atMost, type Row, told } from './row.ts';
import { median, rounds } from './times.ts';

/*
 * How many ballots a second the real server acknowledges, in a process of its own, on SQLite, over loopback, from 50
 * clients that send the next one when the last is answered. It shares the machine's cores with them, so its processor
 * time is told beside the rate. In the same rounds ballots without hints are cast, as they were before there were any;
 * with `--against COMMIT` the service of that commit takes its turns too.
 */
const clients = 50;
const subjects = 15;
const casts = 100;
const kilobyte = 1000;

/** To ballots of which each is checked alone and strictly. */
const wantedRate = 1.6;

/** What whoever runs the bench asks for besides. */
export interface Wanted {
  /** A commit whose service is to be measured in the same run. */
  readonly against?: string | undefined;
}

/** Rounds alternate between the services, so that whatever else the machine does meets all. */
export async function castingRate({ against }: Wanted = {}): Promise<Row[]> {
  const other = against === undefined ? undefined : checkOut(against);
  try {
    return await measureRates(against, other);
  } finally {
    other?.remove();
  }
}

async function measureRates(against: string | undefined, other: OtherCommit | undefined): Promise<Row[]> {
  // The first turn makes tables, starts threads and compiles.
  const turns = Array.from({ length: rounds + 1 }, () => casts);
  const services = [
    await start(subjects, turns),
    await start(subjects, turns, { withHints: false }),
    ...(other === undefined ? [] : [await start(subjects, turns, { other })]),
  ];
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const service of services) await service.turn(round);
    }
    const about = (what: string) => `${what}, ${subjects} subjects, ${clients} clients`;
    const [here, bare, before] = services.map(({ measured }) => measuredOf(measured.slice(1)));
    if (here === undefined || bare === undefined) throw new Error('nothing was measured');
    return [
      told(about('ballots acknowledged on disk'), here.rate, 'a second'),
      told(about('processor time of the server for one'), here.time, 'ms'),
      atLeast(wantedRate, about('rate to that of ballots without hints'), here.rate / bare.rate, '×'),
      told(about('processor time to that of ballots without hints'), here.time / bare.time, '×'),
      ...(before === undefined
        ? []
        : [
            told(about(`ballots acknowledged on disk at ${against}`), before.rate, 'a second'),
            told(about(`rate to that of ${against}`), here.rate / before.rate, '×'),
            told(about(`processor time to that of ${against}`), here.time / before.time, '×'),
          ]),
      atMost(
        60,
        `upload of a ballot with its hint, ${subjects} subjects`,
        (services[0]?.longest ?? 0) / kilobyte,
        'kB',
      ),
    ];
  } finally {
    for (const service of services) await service.end();
  }
}

/** One box from its first ballot to its 5,000th; the time of a ballot must not depend on how many are there. */
export async function castingThousands(): Promise<Row[]> {
  const few = 5;
  const piece = 500;
  const hall = await start(few, [10, ...Array.from({ length: 10 }, () => piece)]);
  try {
    for (let turn = 0; turn <= 10; turn++) await hall.turn(turn);
    const pieces = hall.measured.slice(1);
    const [first, last] = [measuredOf(pieces.slice(1, 4)), measuredOf(pieces.slice(-3))];
    const about = (what: string) => `${what}, ${few} subjects, ${clients} clients`;
    return [
      ...pieces.map(({ time }, at) =>
        told(about(`processor time for one of ${piece} up to ballot ${(at + 1) * piece}`), time, 'ms'),
      ),
      told(about('ballots acknowledged, the 501st to the 2,000th'), first.rate, 'a second'),
      told(about('ballots acknowledged, the 3,501st to the 5,000th'), last.rate, 'a second'),
      atMost(1.25, about('processor time of the last to that of the first'), last.time / first.time, '×'),
      told(about('processor time of the server for one'), last.time, 'ms'),
    ];
  } finally {
    await hall.end();
  }
}

/** Ballots a second, and milliseconds of the server's processor time for one. */
interface Measured {
  readonly rate: number;
  readonly time: number;
}

export function measuredOf(measured: readonly Measured[]): Measured {
  return { rate: median(measured.map(({ rate }) => rate)), time: median(measured.map(({ time }) => time)) };
}

interface How {
  readonly withHints?: boolean;
  readonly other?: OtherCommit;
  /** Of PostgreSQL; SQLite where it is left out. */
  readonly database?: string;
}

/** A service with a hall of its own. */
export async function start(
  subjects: number,
  turns: readonly number[],
  { withHints = true, other, database }: How = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const keys = linkKeysIn(join(folder, 'link-keys'));
  const own = async () => (database === undefined ? sqliteStore(folder) : await postgresStore(database, keys));
  const opened = other
    ? openHallOf(other, folder, subjects, turns)
    : openOwnHall(await own(), subjects, turns, withHints);
  // Nothing but the bytes is kept of thousands of ballots.
  const { turns: sent, ...hall } = await opened;
  const bodies = sent.map((some) => some.map((body) => Buffer.from(JSON.stringify(body))));
  const settings = { LOG_LEVEL: 'warn', ...(database !== undefined && { DATABASE_URL: database }) };
  const server = await serverProcess(folder, settings, other?.program);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const measured: Measured[] = [];
  return {
    measured,
    longest: Math.max(...bodies.flat().map(({ length }) => length)),
    turn: async (at: number) => {
      const sent = [...(bodies[at] ?? [])];
      const count = sent.length;
      const [begun, before] = [performance.now(), processorTime(server)];
      const client = async () => {
        for (let body = sent.pop(); body !== undefined; body = sent.pop()) await post(agent, server, hall, body);
      };
      await Promise.all(Array.from({ length: clients }, client));
      const seconds = (performance.now() - begun) / 1000;
      measured.push({ rate: count / seconds, time: (processorTime(server) - before) / count });
    },
    end: async () => {
      agent.destroy();
      await server.end('SIGTERM');
      rmSync(folder, { recursive: true });
    },
  };
}

async function openOwnHall(store: Store, subjects: number, turns: readonly number[], withHints: boolean) {
  const { turns: sealed, ...hall } = await openHallIn(store, subjects, turns);
  const sent = ({ text, tracker, publicCredential, hint }: SealedBallot) =>
    bodyOf({ text, tracker, publicCredential, ...(withHints && hint && { hint }) });
  return { ...hall, turns: sealed.map((ballots) => ballots.map(sent)) };
}

/** Milliseconds so far, in ticks of 10 ms. */
function processorTime({ pid }: ServerProcess): number {
  const [, rest = ''] = /\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  const fields = rest.split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

function post(
  agent: Agent,
  { url }: ServerProcess,
  { sessionId, readKey }: Omit<SentHall, 'turns'>,
  body: Buffer,
): Promise<void> {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length, 'x-read-key': readKey };
    const sent = request(`${url}/api/sessions/${sessionId}/ballots`, { agent, method: 'POST', headers }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`a ballot of the bench is refused: ${answer.statusCode}`));
      answer.on('end', done).on('error', fail).resume();
    });
    sent.on('error', fail).end(body);
  });
}
