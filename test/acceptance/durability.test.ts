import { expect, test } from 'vitest';
import type { z } from 'zod';
import { castBallot, listTrackers, readTurnout } from '../../src/contract/box/box.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { sha256Base64, sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { aHall, type Hall, keptIn } from '../support/service/casting-hall.ts';
import { type ServerProcess, serverProcess } from '../support/service/server-process.ts';
import { newFolder } from '../support/service/stores.ts';

const papers = 18;
/** Every third phone changes its mind once. */
const ballotsOf = (paper: number) => (paper % 3 === 0 ? 2 : 1);
/** A phone that changes its mind does so at once here. */
const settings = { PHIEU_RECAST_PAUSE_SECONDS: '0' };
const atOnce = 12;

type Receipt = z.infer<(typeof castBallot.replies)[200]>;

/** What each phone still has to cast, and every answer that said "it is in the box". */
interface Phones {
  readonly waiting: string[][];
  readonly acknowledged: Map<string, Receipt>;
  unanswered: number;
}

function addressOf(server: ServerProcess, { path }: { readonly path: string }, { sessionId }: Hall): string {
  return server.url + path.replace(':sessionId', sessionId);
}

/** Lets phones cast until all is acknowledged, or until `enough` says so after an acknowledgement. */
async function castWhile(server: ServerProcess, hall: Hall, phones: Phones, enough: () => boolean): Promise<void> {
  let stopped = false;
  const { readKey } = hall.made.vote.state.session;
  const address = addressOf(server, castBallot, hall);
  const cast = async (body: object): Promise<Receipt> => {
    const headers = { 'content-type': 'application/json', 'x-read-key': readKey };
    const response = await fetch(address, { method: castBallot.method, headers, body: JSON.stringify(body) });
    return castBallot.replies[200].parse(await response.json());
  };
  const castOne = async (paper: number): Promise<void> => {
    const [ballot] = phones.waiting[paper] ?? [];
    if (ballot === undefined || stopped) return;
    const body = { ballot, recastKey: sha256Hex(`phone ${paper}`).slice(0, 32) };
    const receipt = await cast(body).catch((error) => {
      // The only excuse for not taking a ballot here is that the process is gone.
      expect(error).toBeInstanceOf(TypeError);
    });
    if (receipt === undefined) {
      phones.unanswered++;
      stopped = true;
      return;
    }
    phones.acknowledged.set(sha256Hex(ballot), receipt);
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

  const server = await serverProcess(folder, settings);
  const asChair = { headers: { authorization: hall.made.chair.authorization ?? '' } };
  const readNow = async () => (await fetch(addressOf(server, readTurnout, hall), asChair)).json();
  // What was shown before the kill is shown until it is counted anew, within half a minute.
  await expect.poll(async () => (await readNow()).collected, { timeout: 60_000 }).toBe(papers);
  const turnout = await readNow();
  const shown = await (await fetch(addressOf(server, listTrackers, hall), asChair)).json();
  await server.end('SIGTERM');

  expect([...phones.acknowledged.keys()].sort()).toEqual(sent.map(sha256Hex).sort());
  expect(turnout).toMatchObject({ state: 'open', issued: papers, collected: papers });
  const counted = hall.ballots.map((each) => sha256Base64(each.at(-1) ?? '')).sort();
  expect([...shown.trackers].sort()).toEqual(counted);

  const { inBox, record } = await keptIn(folder, hall);
  expect([...inBox].sort()).toEqual(sent.map(sha256Hex).sort());
  const heads = [...phones.acknowledged.values()].map(({ head }) => head);
  const report = await verifyRecord(record, { group: wasmGroup, heads, trackers: counted });
  expect(report).toMatchObject({ ok: true, stage: 'open', numbers: { ballots: sent.length, counted: papers } });
}, 600_000);
