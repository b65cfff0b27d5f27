import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerRound, checkDone } from '../../src/client/teller/ceremony-rounds.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { checkCertificates, createCertificate } from '../../src/protocol/ceremony/certificate.ts';
import { createChannelMessage } from '../../src/protocol/ceremony/channel.ts';
import { createPolynomial } from '../../src/protocol/ceremony/polynomial.ts';
import { createSeed, trusteeKeys } from '../../src/protocol/ceremony/trustee-keys.ts';
import { checkTrustees } from '../../src/protocol/ceremony/trustees.ts';
import { sha256Base64 } from '../../src/protocol/encoding/hash.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { ownRecord } from '../../src/server/store/record-ref.ts';
import { good } from '../support/build/good.ts';
import { aPersonId } from '../support/build/ids.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { numbers, rehearsed } from '../support/build/sessions.ts';
import { aHall, anIssued, aPrintRun, type Hall, publicHalves } from '../support/service/hall.ts';
import { type HallTellers, hallTellers } from '../support/service/hall-tellers.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall({ PHIEU_SINGLE_TELLER: '1' });
});
afterAll(() => hall.service.app.close());

const random = repeatableRandom(61);
const agreed = { size: 3, threshold: 2 };

async function inRound(rounds: number): Promise<{ id: SessionId; tellers: HallTellers }> {
  const id = await anIssued(hall);
  const tellers = await hallTellers(hall, id);
  await tellers.run(rounds);
  return { id, tellers };
}

describe.each([
  [3, 2],
  [5, 3],
  [1, 1],
])('an honest ceremony of %i tellers, %i of whom open the totals', (size, threshold) => {
  test('gives one key, of which every teller finds the own share from the seed alone', async () => {
    const id = await anIssued(hall, size, threshold);
    const tellers = await hallTellers(hall, id, size, threshold);
    await tellers.run(5);
    const views = await Promise.all(numbers(size).map(tellers.view));
    for (const [position, { body }] of views.entries()) {
      expect(body).toMatchObject({ round: 'done', me: position + 1, complaint: null });
      expect(checkDone(sodiumGroup, body, tellers.seed(position + 1), { size, threshold })).toBeUndefined();
    }
    const { body: watched } = await hall.at(id, 'GET', '/ceremony', hall.chair);
    expect(watched).toMatchObject({ round: 'done', me: null, myOutput: null });
    expect(checkTrustees(sodiumGroup, watched.trustees).ok).toBe(true);
  });
});

describe('nobody answers after having seen the others', () => {
  test('messages of a round are shown once all have sent theirs', async () => {
    const { tellers } = await inRound(0);
    await tellers.send(1, await tellers.answer(1));
    await tellers.send(2, await tellers.answer(2));
    expect((await tellers.view(3)).body).toMatchObject({ certificates: null, round: 'certificates' });
    await tellers.send(3, await tellers.answer(3));
    expect((await tellers.view(3)).body.certificates).toHaveLength(3);
    expect((await tellers.view(3)).body).toMatchObject({ round: 'spoken-code', commitments: null });
  });

  test('the same certificate may be sent again, at once and later; another one is refused', async () => {
    const { tellers } = await inRound(0);
    const own = await tellers.answer(1);
    expect((await tellers.send(1, own)).status).toBe(200);
    expect((await tellers.send(1, own)).status).toBe(200);
    const other = {
      round: 'certificates',
      certificate: createCertificate(sodiumGroup, createSeed(random), agreed, 1, random),
    };
    expect((await tellers.send(1, other)).body.code).toBe('ceremony-message-differs');
    await tellers.send(2, await tellers.answer(2));
    await tellers.send(3, await tellers.answer(3));
    expect((await tellers.send(1, other)).body.code).toBe('ceremony-message-differs');
    expect((await tellers.send(1, own)).status).toBe(200);
  });

  test('an early certificate cannot be exchanged after the code was read aloud', async () => {
    const { tellers } = await inRound(2);
    const certificate = createCertificate(sodiumGroup, createSeed(random), agreed, 3, random);
    expect((await tellers.send(3, { round: 'certificates', certificate })).body.code).toBe('ceremony-message-differs');
  });

  test('nothing is revealed before all have confirmed the code and committed', async () => {
    const { tellers } = await inRound(1);
    const commitment = { round: 'commitments', commitment: 'a'.repeat(64) };
    expect((await tellers.send(1, commitment)).body.code).toBe('ceremony-other-round');
    await tellers.send(1, { round: 'spoken-code' });
    expect((await tellers.send(1, commitment)).body.code).toBe('ceremony-other-round');
  });

  test('another commitment than the first is refused', async () => {
    const { tellers } = await inRound(3);
    expect((await tellers.send(2, { round: 'commitments', commitment: 'a'.repeat(64) })).body.code).toBe(
      'ceremony-message-differs',
    );
  });
});

describe('a message that does not hold is told to its teller, and changes nothing', () => {
  async function refused(tellers: HallTellers, index: number, message: unknown) {
    const before = (await tellers.view(index)).body;
    const { status, body } = await tellers.send(index, message);
    expect((await tellers.view(index)).body).toEqual(before);
    return [status, body.code, body.problems?.[0]?.code];
  }

  test.each([
    ['of another size', { size: 5, threshold: 2 }, 1],
    ['of another threshold', { size: 3, threshold: 1 }, 1],
    ['of another place', agreed, 2],
  ])('a certificate %s', async (_what, size, index) => {
    const { tellers } = await inRound(0);
    const certificate = createCertificate(sodiumGroup, createSeed(random), size, index, random);
    expect(await refused(tellers, 1, { round: 'certificates', certificate })).toEqual([
      ...[422, 'ceremony-message-invalid', 'certificate-context'],
    ]);
  });

  test('a certificate with another teller’s keys', async () => {
    const { tellers } = await inRound(0);
    await tellers.send(1, await tellers.answer(1));
    const certificate = createCertificate(sodiumGroup, tellers.seed(1), agreed, 2, random);
    expect(await refused(tellers, 2, { round: 'certificates', certificate })).toEqual([
      ...[422, 'ceremony-message-invalid', 'certificate-duplicate-key'],
    ]);
  });

  test('two certificates with the same keys at the same moment: one of them', async () => {
    const { tellers } = await inRound(0);
    const seed = createSeed(random);
    const sent = await Promise.all(
      [1, 2].map((index) => {
        const certificate = createCertificate(sodiumGroup, seed, agreed, index, random);
        return tellers.send(index, { round: 'certificates', certificate });
      }),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  test('three certificates at the same moment all count', async () => {
    const { tellers } = await inRound(0);
    const sent = await Promise.all([1, 2, 3].map(async (index) => tellers.send(index, await tellers.answer(index))));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await tellers.view(1)).body.round).toBe('spoken-code');
  });

  test('a polynomial that does not match its commitment', async () => {
    const { tellers } = await inRound(2);
    for (const index of [1, 2]) await tellers.send(index, await tellers.answer(index));
    await tellers.send(3, { round: 'commitments', commitment: 'a'.repeat(64) });
    const { certificates } = (await tellers.view(3)).body;
    const list = good(checkCertificates(sodiumGroup, certificates, agreed));
    const polynomial = createPolynomial(sodiumGroup, list, tellers.seed(3), random);
    expect(await refused(tellers, 3, { round: 'polynomials', polynomial })).toEqual([
      ...[422, 'ceremony-message-invalid', 'commitment'],
    ]);
  });

  test('somebody else’s polynomial', async () => {
    const { tellers } = await inRound(3);
    const stolen = await tellers.answer(1);
    expect((await refused(tellers, 2, stolen)).slice(0, 2)).toEqual([422, 'ceremony-message-invalid']);
  });

  test('somebody else’s output', async () => {
    const { tellers } = await inRound(4);
    const stolen = await tellers.answer(1);
    expect((await refused(tellers, 2, stolen)).slice(0, 2)).toEqual([422, 'ceremony-message-invalid']);
  });

  test.each(['{}', 'x', '{"polynomial":"","secrets":[],"coefexps":{},"signature":{}}'])(
    'a polynomial of the wrong shape: %s',
    async (polynomial) => {
      const { tellers } = await inRound(3);
      expect((await refused(tellers, 1, { round: 'polynomials', polynomial })).slice(0, 2)).toEqual([
        ...[422, 'ceremony-message-invalid'],
      ]);
    },
  );
});

test('a share that does not fit: the receiver’s program names the sender, and the ceremony stops for all', async () => {
  const { id, tellers } = await inRound(3);
  for (const index of [1, 3]) await tellers.send(index, await tellers.answer(index));
  const honest = JSON.parse(((await tellers.answer(2)) as unknown as { polynomial: string }).polynomial);
  const recipient = trusteeKeys(sodiumGroup, tellers.seed(1));
  const keys = trusteeKeys(sodiumGroup, tellers.seed(2));
  honest.secrets[0] = createChannelMessage(sodiumGroup, keys, recipient, '{"secret":"12345"}', random);
  expect((await tellers.send(2, { round: 'polynomials', polynomial: JSON.stringify(honest) })).status).toBe(200);

  const { body: view } = await tellers.view(1);
  const device = { group: sodiumGroup, random, wait: async () => {} };
  const answer = answerRound(device, view, 1, tellers.seed(1), agreed);
  if (answer.ok) throw new Error('the wrong share was taken');
  expect(answer.flaw.against).toBe(2);
  const complaint = { run: view.run, ...answer.flaw };
  const stopped = await hall.at(id, 'POST', '/ceremony/complaint', hall.teller(1), complaint);
  expect(stopped.body).toMatchObject({ round: 'failed', complaint: { by: 1, against: 2, reason: answer.flaw.reason } });
  expect((await tellers.send(3, { round: 'outputs', output: '{}' })).body.code).toBe('ceremony-other-round');
  await hall.at(id, 'POST', '/ceremony', hall.chair);
  expect((await tellers.view(3)).body).toMatchObject({ run: 2, round: 'certificates', complaint: null });
});

describe('who takes part', () => {
  test('a message of an earlier run is refused', async () => {
    const { id, tellers } = await inRound(0);
    const own = await tellers.answer(1);
    await hall.at(id, 'POST', '/ceremony', hall.chair);
    expect((await tellers.send(1, own, 1)).body.code).toBe('ceremony-other-run');
    const late = { run: 1, against: 2, reason: 'late' };
    expect((await hall.at(id, 'POST', '/ceremony/complaint', hall.teller(1), late)).body.code).toBe(
      'ceremony-other-run',
    );
  });

  test('neither chair nor office nor a voter nor a teller of another session sends, watches or complains', async () => {
    const { id, tellers } = await inRound(0);
    const message = await tellers.answer(1);
    const body = { run: 1, message };
    for (const as of [hall.chair, hall.office, hall.administrator, hall.person(1), hall.teller(4)]) {
      expect((await hall.at(id, 'POST', '/ceremony/messages', as, body)).body.code).toBe('not-found');
      const complaint = { run: 1, against: 1, reason: 'x' };
      expect((await hall.at(id, 'POST', '/ceremony/complaint', as, complaint)).body.code).toBe('not-found');
    }
    for (const as of [hall.office, hall.administrator, hall.person(1), hall.teller(4)]) {
      expect((await hall.at(id, 'GET', '/ceremony', as)).body.code).toBe('not-found');
    }
    expect((await hall.at(id, 'POST', '/ceremony', hall.teller(1))).body.code).toBe('not-found');
    expect((await tellers.view(1)).body.tellers.every(({ done }: { done: boolean }) => !done)).toBe(true);
  });

  test('nobody sees another teller’s sealed key, and no seed reaches the server', async () => {
    const { id, tellers } = await inRound(5);
    const [one, two] = [(await tellers.view(1)).body, (await tellers.view(2)).body];
    expect(one.myOutput).not.toBe(two.myOutput);
    expect(JSON.stringify(two)).not.toContain(JSON.parse(one.myOutput).private_key);
    const kept = JSON.stringify((await hall.state(id)).session);
    for (const index of [1, 2, 3]) expect(kept).not.toContain(tellers.seed(index));
  });
});

describe('opening', () => {
  /** Keys made, rehearsed, briefed, everybody present, three sheets confirmed. */
  async function ready() {
    const made = await inRound(5);
    const { sheets } = await aPrintRun(hall, made.id, 3);
    await hall.change(made.id, rehearsed);
    await hall.at(made.id, 'PUT', '/briefing', hall.secretary, { text: 'Mục đích, yêu cầu' });
    const present = [1, 2, 3].map(aPersonId);
    await hall.at(made.id, 'PUT', '/attendance', hall.office, { present });
    return { ...made, sheets };
  }

  const prepare = (id: SessionId) => hall.at(id, 'POST', '/opening', hall.chair);
  const open = (id: SessionId) => hall.at(id, 'POST', '/open', hall.chair);
  const confirm = (id: SessionId, index: number, setupHash: string) =>
    hall.at(id, 'POST', '/opening/confirmation', hall.teller(index), { setupHash });

  async function missing(id: SessionId): Promise<string[]> {
    const refused = await open(id);
    expect(refused.body.code).toBe('not-ready-to-open');
    return refused.body.problems.map(({ code }: { code: string }) => code);
  }

  test('is refused step by step, each time naming what is missing', async () => {
    const id = await anIssued(hall);
    const tellers = await hallTellers(hall, id);
    const all = [
      ...['spoken-code-not-confirmed', 'rehearsal-not-passed', 'briefing-missing', 'no-papers'],
      ...['attendance-missing', 'setup-not-prepared'],
    ];
    const without = (...done: string[]) => all.filter((code) => !done.includes(code));
    expect(await missing(id)).toEqual(all);
    expect((await prepare(id)).body.code).toBe('not-ready-to-open');
    await tellers.run(2);
    expect((await missing(id))[0]).toBe('ceremony-not-done');
    await tellers.run(3);
    expect(await missing(id)).toEqual(without('spoken-code-not-confirmed'));
    await hall.change(id, rehearsed);
    await hall.at(id, 'PUT', '/briefing', hall.secretary, { text: 'Mục đích' });
    const credentials = publicHalves(id, 3);
    const { body: printRun } = await hall.at(id, 'POST', '/print-runs', hall.office, { credentials });
    expect(await missing(id)).toEqual([
      'print-run-not-confirmed',
      'no-papers',
      'attendance-missing',
      'setup-not-prepared',
    ]);
    await hall.at(id, 'POST', `/print-runs/${printRun.id}/confirmation`, hall.office, { counted: 3 });
    await hall.at(id, 'PUT', '/attendance', hall.office, { present: [aPersonId(1)] });
    expect(await missing(id)).toEqual(['quorum-not-met', 'setup-not-prepared']);
    await hall.at(id, 'PUT', '/attendance', hall.office, { present: [aPersonId(1), aPersonId(2)] });
    expect(await missing(id)).toEqual(['setup-not-prepared']);
    const { setupHash } = (await prepare(id)).body;
    expect(await missing(id)).toEqual(['setup-not-confirmed']);
    await confirm(id, 1, setupHash);
    expect(await missing(id)).toEqual(['setup-not-confirmed']);
    expect((await confirm(id, 2, 'a'.repeat(64))).body.code).toBe('setup-changed');
    expect((await hall.at(id, 'POST', '/opening/confirmation', hall.chair, { setupHash })).status).toBe(404);
    await confirm(id, 3, setupHash);
    expect((await open(id)).status).toBe(200);
  });

  test('begins the record with the setup that the tellers confirmed; a second opening is refused', async () => {
    const { id } = await ready();
    const prepared = (await prepare(id)).body;
    await confirm(id, 1, prepared.setupHash);
    await confirm(id, 2, prepared.setupHash);
    const opened = await open(id);
    expect(opened.body).toMatchObject({ fingerprint: sha256Base64(prepared.election), head: { height: 0 } });
    const { sessions } = hall.service.deps.store;
    const record = await sessions.record(ownRecord(id));
    expect(record.map(({ type, payload }) => [type, payload])).toEqual([['Setup', prepared.setupHash]]);
    expect((await hall.state(id)).session.superiorName).toBe('Đảng bộ xã 1');
    expect((await open(id)).body.code).toBe('already-open');
    expect(await sessions.record(ownRecord(id))).toEqual(record);
    expect((await prepare(id)).body.code).toBe('not-before-opening');
    expect((await hall.at(id, 'POST', '/ceremony', hall.chair)).body.code).toBe('ceremony-not-possible');
  });

  test.each([
    [
      'a sheet voided',
      async (id: SessionId, sheet: string) => hall.at(id, 'POST', '/void-sheets', hall.office, { credential: sheet }),
    ],
    [
      'a phone paper registered',
      async (id: SessionId) => hall.at(id, 'PUT', '/my-paper', hall.person(1), { credential: publicHalves(id, 1)[0] }),
    ],
  ])('%s between preparing and opening: the setup has changed and is confirmed anew', async (_what, change) => {
    const { id, sheets } = await ready();
    const { setupHash } = (await prepare(id)).body;
    for (const index of [1, 2, 3]) await confirm(id, index, setupHash);
    await change(id, sheets[0] ?? '');
    expect((await open(id)).body.code).toBe('setup-changed');
    const again = (await prepare(id)).body;
    expect(again.setupHash).not.toBe(setupHash);
    expect(again.confirmedBy).toEqual([]);
    for (const index of [1, 2]) await confirm(id, index, again.setupHash);
    expect((await open(id)).status).toBe(200);
    const credentials: string[] = JSON.parse(again.credentials);
    expect(credentials).toHaveLength((await hall.state(id)).session.opening?.credentials.split(',').length ?? 0);
  });

  test('a ceremony run again takes the prepared opening with it', async () => {
    const { id } = await ready();
    const { setupHash } = (await prepare(id)).body;
    await hall.at(id, 'POST', '/ceremony', hall.chair);
    expect((await confirm(id, 1, setupHash)).body.code).toBe('no-opening-prepared');
    expect((await hall.at(id, 'GET', '/opening', hall.chair)).body.code).toBe('no-opening-prepared');
  });

  test('two openings at the same moment open one box', async () => {
    const { id } = await ready();
    const { setupHash } = (await prepare(id)).body;
    await confirm(id, 1, setupHash);
    await confirm(id, 2, setupHash);
    const both = await Promise.all([open(id), open(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await hall.service.deps.store.sessions.record(ownRecord(id))).toHaveLength(1);
  });
});
