import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, call } from '../../src/client/api.ts';
import { signIn } from '../../src/contract/account/accounts.ts';
import { previewRoster } from '../../src/contract/committee/committees.ts';
import { readRoundDocument } from '../../src/contract/documents/documents.ts';
import { type Account, accountId } from '../../src/domain/account/account.ts';
import type { SealedBallot } from '../../src/protocol/ballot/create-ballot.ts';
import { hashPassword } from '../../src/server/accounts/password.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { workbookParts, zipOf } from '../../test/support/build/zip.ts';
import { serverProcess } from '../../test/support/service/server-process.ts';
import { castOne, type Hall, openHall } from './hall.ts';
import { atMost, type Row, told } from './row.ts';
import { median, quantile } from './times.ts';

/** One for each cast, and so many casts a turn. */
const papers = 240;
const casts = 12;
const password = 'một mật khẩu dài';

/** Of the median answer to a cast. */
const allowedSlowdown = 1.2;

/**
 * What a cast feels of the office's work: two hostile workbooks read and two long papers drawn, again and again. Turns
 * without and with it alternate, so that whatever else the machine does meets both; each paper casts once.
 */
export async function castingBesideFiles(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const hall = await openHall(folder, 15, [papers]);
    const names = await addAccounts(folder, hall);
    const server = await serverProcess(folder, { LOG_LEVEL: 'warn' });
    try {
      const signedIn = await Promise.all(names.map((username) => connect(server.url, username)));
      return await measure(server.url, hall, signedIn);
    } finally {
      await server.end('SIGTERM');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Two administrators, who may bring rosters, and two offices of the session's committee. */
async function addAccounts(folder: string, { sessionId }: Hall): Promise<readonly string[]> {
  const store = sqliteStore(folder);
  const session = await store.sessions.find(sessionId);
  if (session === undefined) throw new Error('the hall has no session');
  const office: Account['grants'] = [{ role: 'office', committeeId: session.committeeId }];
  const kinds = [true, true, false, false].map((administrator) => ({
    administrator,
    grants: administrator ? [] : office,
  }));
  const passwordHash = await hashPassword(password);
  const names = kinds.map((_, index) => `vanphong${index}`);
  for (const [index, kind] of kinds.entries()) {
    const of = { personId: null, secondFactor: null, passwordHash, username: names[index] ?? '' };
    await store.accounts.create({ id: accountId.parse(randomUUID()), ...of, ...kind });
  }
  await store.close();
  return names;
}

async function connect(baseUrl: string, username: string): Promise<Connection> {
  const reply = await call({ baseUrl }, signIn, { body: { username, password } });
  if (!reply.ok) throw new Error(`${username} cannot sign in: ${reply.refusal}`);
  return { baseUrl, token: reply.value.token };
}

async function measure(url: string, hall: Hall, connections: readonly Connection[]): Promise<Row[]> {
  const ballots = [...(hall.turns[0] ?? [])];
  const workbook = hostileWorkbook();
  const [alone, beside]: [number[], number[]] = [[], []];
  let jobs = 0;
  // The first turn of each kind makes tables, starts threads and compiles.
  for (let turn = 0; ballots.length >= 2 * casts; turn++) {
    const without = await castSome(url, hall, ballots.splice(0, casts));
    let isOver = false;
    const work = connections.map(async (connection, index) => {
      while (!isOver) {
        await (index < 2 ? readWorkbook(connection, workbook) : drawPapers(connection, hall));
        jobs += 1;
      }
    });
    const together = await castSome(url, hall, ballots.splice(0, casts));
    isOver = true;
    await Promise.all(work);
    if (turn > 0) alone.push(...without);
    if (turn > 0) beside.push(...together);
  }
  return [
    told('a cast alone, median', median(alone), 'ms'),
    told('a cast beside hostile workbooks and long papers, median', median(beside), 'ms'),
    atMost(allowedSlowdown, 'the same to a cast alone', median(beside) / median(alone), '×'),
    told('a cast beside them, 95 of 100 below', quantile(beside, 0.95), 'ms'),
    told('workbooks and papers answered meanwhile', jobs, 'jobs'),
  ];
}

/** One after the other, each from another phone. */
async function castSome(baseUrl: string, hall: Hall, ballots: readonly SealedBallot[]): Promise<number[]> {
  const times: number[] = [];
  for (const ballot of ballots) {
    const start = performance.now();
    await castOne(baseUrl, hall, ballot);
    times.push(performance.now() - start);
  }
  return times;
}

/** Just within the limits of one list: 20,000 rows of 20 cells, which unpack to 50 times the file's size. */
function hostileWorkbook(): Uint8Array {
  const cell = '<c t="inlineStr"><is><t>Nguyễn Thị Hoa</t></is></c>';
  const row = `<row>${cell.repeat(20)}</row>`;
  return zipOf(workbookParts(row.repeat(20_000)));
}

/** However it is answered: it holds no list. */
async function readWorkbook(connection: Connection, body: Uint8Array): Promise<void> {
  const reply = await call(connection, previewRoster, { query: {}, body });
  if (reply.ok || reply.refusal !== 'roster-has-problems') throw new Error('the workbook was not read');
}

/** A summons for each of the hall's voters. */
async function drawPapers(connection: Connection, { sessionId }: Hall): Promise<void> {
  const reply = await call(connection, readRoundDocument, { params: { sessionId, document: 'summons' } });
  if (!reply.ok) throw new Error(`the papers were not drawn: ${reply.refusal}`);
}
