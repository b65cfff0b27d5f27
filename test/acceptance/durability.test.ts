import { expect, test } from 'vitest';
import { call, type Reply } from '../../src/client/api.ts';
import { castBallot, listTrackers, readTurnout } from '../../src/contract/box/box.ts';
import { sha256Base64, sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { joinParts } from '../../src/server/record/append-part.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { aHall, type Hall } from '../support/service/casting-hall.ts';
import { type ServerProcess, serverProcess } from '../support/service/server-process.ts';
import { newFolder } from '../support/service/stores.ts';

const papers = 18;
/** Every third phone changes its mind once. */
const ballotsOf = (paper: number) => (paper % 3 === 0 ? 2 : 1);
/** A phone that changes its mind does so at once here. */
const settings = { PHIEU_RECAST_PAUSE_SECONDS: '0' };
const atOnce = 12;

type Receipt = Extract<Reply<typeof castBallot>, { ok: true }>['value'];

/** What each phone still has to cast, and every answer that said "it is in the box". */
interface Phones {
  readonly waiting: string[][];
  readonly acknowledged: Map<string, Receipt>;
  unanswered: number;
}

/** Lets phones cast until all is acknowledged, or until `enough` says so after an acknowledgement. */
async function castWhile(server: ServerProcess, hall: Hall, phones: Phones, enough: () => boolean): Promise<void> {
  let stopped = false;
  const connection = { baseUrl: server.url, readKey: hall.made.vote.state.session.readKey };
  const castOne = async (paper: number): Promise<void> => {
    const [ballot] = phones.waiting[paper] ?? [];
    if (ballot === undefined || stopped) return;
    const body = { ballot, recastKey: sha256Hex(`phone ${paper}`).slice(0, 32) };
    const reply = await call(connection, castBallot, { params: { sessionId: hall.sessionId }, body });
    if (!reply.ok) {
      // The only excuse for not taking a ballot here is that the process is gone.
      expect(reply.refusal).toBe('unreachable');
      phones.unanswered++;
      stopped = true;
      return;
    }
    phones.acknowledged.set(sha256Hex(ballot), reply.value);
    phones.waiting[paper]?.shift();
    if (!stopped && enough()) {
      stopped = true;
      await server.end('SIGKILL');
      return;
    }
    await castOne(paper);
  };
  const queue = phones.waiting.flatMap((ballots, paper) => (ballots.length > 0 ? [paper] : []));
  const worker = async (): Promise<void> => {
    for (let paper = queue.shift(); paper !== undefined; paper = queue.shift()) await castOne(paper);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

// Kills at random moments, one after the other, are the soak's.
test('a server killed while a hall votes loses no acknowledged ballot and counts none twice', async () => {
  const folder = newFolder();
  const hall = await aHall(folder, { voters: papers }, ballotsOf);
  const sent = hall.ballots.flat();
  const phones: Phones = { waiting: hall.ballots.map((each) => [...each]), acknowledged: new Map(), unanswered: 0 };

  const killed = await serverProcess(folder, settings);
  await castWhile(killed, hall, phones, () => phones.acknowledged.size >= 6);
  expect(phones.unanswered).toBeGreaterThan(1);
  expect(phones.acknowledged.size).toBeLessThan(sent.length);

  const last = await serverProcess(folder, settings);
  await castWhile(last, hall, phones, () => false);
  await last.end('SIGTERM');
  // Whoever starts a service like this one is told that it is not for a vote that counts.
  expect(last.said.join('\n')).toContain('PHIEU_RECAST_PAUSE_SECONDS=0');

  // One that has shown nothing yet shows the box as it is.
  const server = await serverProcess(folder, settings);
  const params = { sessionId: hall.sessionId };
  const token = hall.made.chair.authorization?.replace('Bearer ', '') ?? '';
  const turnout = await call({ baseUrl: server.url, token }, readTurnout, { params });
  const shown = await call({ baseUrl: server.url, token }, listTrackers, { params });
  await server.end('SIGTERM');

  expect([...phones.acknowledged.keys()].sort()).toEqual(sent.map(sha256Hex).sort());
  expect(turnout).toMatchObject({ ok: true, value: { state: 'open', issued: papers, collected: papers } });
  const counted = hall.ballots.map((each) => sha256Base64(each.at(-1) ?? '')).sort();
  expect(shown.ok && [...shown.value.trackers].sort()).toEqual(counted);

  const store = sqliteStore(folder);
  const inBox = await store.sessions.payloads(hall.sessionId, 'Ballot');
  const record = joinParts(await store.sessions.record(hall.sessionId));
  await store.close();
  expect([...inBox].sort()).toEqual(sent.map(sha256Hex).sort());
  const heads = [...phones.acknowledged.values()].map(({ head }) => head);
  const report = await verifyRecord(record, { group: sodiumGroup, heads, trackers: counted });
  expect(report).toMatchObject({ ok: true, stage: 'open', numbers: { ballots: sent.length, counted: papers } });
}, 600_000);
