import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, serverProcess } from '../../test/support/service/server-process.ts';
import { bodyOf, type Hall, openHall } from './hall.ts';
import { atLeast, atMost, type Row, told } from './row.ts';
import { median, rounds } from './times.ts';

/*
 * How many ballots a second the real server acknowledges, in a process of its own, on SQLite, over loopback, from 50
 * clients that send the next one when the last is answered. It shares the machine's cores with them, so its processor
 * time is told beside the rate. `BENCH_AGAINST` names a checkout of the project to be measured in the same rounds.
 */
const clients = 50;
const subjects = 15;
const casts = 200;
const kilobytes = 1000;

/** What a ballot of the measured size is to be acknowledged faster than by the other checkout. */
const wantedRate = 1.6;

/** Rounds alternate between the checkouts, so that whatever else the machine does meets both. */
export async function castingRate(): Promise<Row[]> {
  const against = process.env.BENCH_AGAINST;
  const programs = against === undefined ? [undefined] : [undefined, join(against, 'src/cli/main.ts')];
  // The first turn makes tables, starts threads and compiles.
  const turns = Array.from({ length: rounds + 1 }, () => casts);
  const halls = await Promise.all(programs.map((program) => start(subjects, turns, program)));
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const hall of halls) await hall.turn(round);
    }
    const about = (what: string) => `${what}, ${subjects} subjects, ${clients} clients`;
    const [here, other] = halls.map(({ measured }) => measuredOf(measured.slice(1)));
    if (here === undefined) throw new Error('nothing was measured');
    const upload = halls[0]?.longest ?? 0;
    return [
      told(about('ballots acknowledged on disk'), here.rate, 'a second'),
      told(about('processor time of the server for one'), here.time, 'ms'),
      ...(other === undefined
        ? []
        : [
            told(about('ballots acknowledged by the other checkout'), other.rate, 'a second'),
            atLeast(wantedRate, about('rate to that of the other checkout'), here.rate / other.rate, '×'),
            told(about('processor time to that of the other checkout'), here.time / other.time, '×'),
          ]),
      atMost(60, `upload of a ballot with its hint, ${subjects} subjects`, upload / kilobytes, 'kB'),
    ];
  } finally {
    for (const hall of halls) await hall.end();
  }
}

/** One box from its first ballot to its 5,000th; the time of a ballot must not depend on how many are there. */
export async function castingThousands(): Promise<Row[]> {
  const few = 5;
  const piece = 500;
  const hall = await start(few, [10, ...Array.from({ length: 10 }, () => piece)], undefined);
  try {
    for (let turn = 0; turn <= 10; turn++) await hall.turn(turn);
    const pieces = hall.measured.slice(1);
    const [first, last] = [measuredOf(pieces.slice(1, 4)), measuredOf(pieces.slice(-3))];
    const about = (what: string) => `${what}, ${few} subjects, ${clients} clients`;
    return [
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

function measuredOf(measured: readonly Measured[]): Measured {
  return { rate: median(measured.map(({ rate }) => rate)), time: median(measured.map(({ time }) => time)) };
}

/** A service with a hall of its own. */
async function start(subjects: number, turns: readonly number[], program: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const hall = await openHall(folder, subjects, turns);
  const bodies = hall.turns.map((ballots) => ballots.map((ballot) => Buffer.from(JSON.stringify(bodyOf(ballot)))));
  const server = await serverProcess(folder, { LOG_LEVEL: 'warn' }, program);
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

/** Milliseconds so far, in ticks of 10 ms. */
function processorTime({ pid }: ServerProcess): number {
  const [, rest = ''] = /\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  const fields = rest.split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

function post(agent: Agent, { url }: ServerProcess, { sessionId, readKey }: Hall, body: Buffer): Promise<void> {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length, 'x-read-key': readKey };
    const sent = request(`${url}/api/sessions/${sessionId}/ballots`, { agent, method: 'POST', headers }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`a ballot of the bench is refused: ${answer.statusCode}`));
      answer.on('end', done).on('error', fail).resume();
    });
    sent.on('error', fail).end(body);
  });
}
