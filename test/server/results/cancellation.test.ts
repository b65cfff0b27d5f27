import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecord } from '../../../src/protocol/record/read-record.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { chairPosition } from '../../../src/server/meeting/chair-position.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { good } from '../../support/build/good.ts';
import { pdfText } from '../../support/pdf.ts';
import { done } from '../../support/service/counted-vote.ts';
import { readersOf } from '../../support/service/readers.ts';
import { aVoteService, castAll, opened, type VoteService } from '../../support/service/vote-service.ts';

const reason = 'Mất điện cả buổi, hội nghị hoãn.';

async function cancelJointly(made: VoteService): Promise<void> {
  const proposed = await done(made.post('decisions', made.chair, { action: { kind: 'cancel' }, reason }));
  for (const index of [1, 2]) await done(made.post(`decisions/${proposed.body.id}/signature`, made.teller(index)));
  expect((await made.state()).session.state).toBe('cancelled');
}

describe('a session that chair and two tellers cancelled after opening', () => {
  let made: VoteService;
  let fingerprint: string;
  beforeAll(async () => {
    made = await aVoteService({ subjects: 2, voters: 6, sheets: 6, phones: 2 });
    const election = await opened(made);
    fingerprint = election.fingerprint;
    await castAll(made, election, [
      [0, 1],
      [2, 2],
    ]);
    await cancelJointly(made);
  });
  afterAll(() => made.service.app.close());

  test('leaves minutes: what happened, why, who signed, the ledger so far, where the record stands', async () => {
    const answer = await made.get('minutes.pdf', made.chair);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = (await pdfText(answer.bytes)).replace(/\s+/g, ' ');
    expect(text).toContain('Đợt lấy phiếu bị hủy lúc');
    expect(text).toContain('khi đang bỏ phiếu.');
    expect(text).toContain('Số ……-BB/……');
    expect(text).toContain('Lý do: Mất điện cả buổi, hội nghị hoãn.');
    const { session } = await made.state();
    const signers = session.decisions.flatMap(({ signatures }) => signatures.map(({ actor }) => actor.name));
    expect(signers).toHaveLength(3);
    // A name may break over two lines anywhere.
    for (const name of signers) expect(text.replaceAll(' ', '')).toContain(`${name.replaceAll(' ', '')}(`);
    const head = await made.service.deps.store.sessions.recordState(ownRecord(session.id));
    for (const value of [session.id, fingerprint, head?.head ?? 'none']) expect(text).toContain(value);
    // Six sheets and two phone papers; two ballots are in the box.
    expect(text).toMatch(/Số phiếu phát ra Số phiếu đã có trong hòm \d+ 2 /);
  });

  test('leaves no total in them, nor anything of a result elsewhere', async () => {
    const text = (await pdfText((await made.get('minutes.pdf', made.chair)).bytes)).replace(/\s+/g, ' ');
    expect(text).toContain('Tổng số không được mở');
    for (const { label } of made.vote.state.session.form.levels) expect(text).not.toContain(`${label.vi} `);
    for (const path of ['result', 'result/table?format=csv', 'result/table?format=xlsx', 'supplement']) {
      expect((await made.get(path, made.chair)).body.code).toBe('not-tallied');
    }
  });

  test('shows its minutes to its chair and tellers, and to nobody else', async () => {
    expect((await made.get('minutes.pdf', made.teller(3))).status).toBe(200);
    const readers = await readersOf(made.service);
    for (const headers of [made.seatHolder, made.superiorSeatHolder]) {
      expect((await made.get('minutes.pdf', headers)).body.code).toBe('not-published');
    }
    for (const headers of [made.stranger, made.holder, readers.office, readers.administrator, readers.superiorChair]) {
      expect((await made.get('minutes.pdf', headers)).status).toBeGreaterThanOrEqual(401);
    }
  });

  test('leaves its record to chair and tellers, as far as it went and with the head that the minutes name', async () => {
    const text = (await pdfText((await made.get('minutes.pdf', made.chair)).bytes)).replace(/\s+/g, ' ');
    for (const headers of [made.chair, made.teller(1)]) {
      const { bytes } = await made.get('record', headers);
      const report = await verifyRecord(bytes, { group: sodiumGroup, uuid: made.vote.state.session.id });
      expect(report.ok).toBe(true);
      expect(text).toContain(good(readRecord(bytes)).events.at(-1)?.hash);
    }
    for (const headers of [made.seatHolder, made.superiorSeatHolder]) {
      expect((await made.get('record', headers)).body.code).toBe('not-published');
    }
  });

  test('cannot be cast, counted, opened or cancelled again', async () => {
    const before = await made.everything();
    for (const [path, body] of [
      ['announcement', { issued: 2, collected: 2, sheets: 0 }],
      ['cancellation', { reason }],
    ] as const) {
      expect((await made.post(path, made.chair, body)).status).toBeGreaterThanOrEqual(400);
    }
    expect((await made.post('close', made.chair)).body.code).toBe('not-counting');
    expect(await made.everything()).toEqual(before);
  });
});

test('a session that was cancelled before its box was opened leaves no minutes', async () => {
  const made = await aVoteService();
  await done(made.post('cancellation', made.chair, { reason }));
  expect((await made.get('minutes.pdf', made.chair)).body.code).toBe('not-tallied');
  expect((await made.state()).phoneLinks.size).toBe(0);
  await made.service.app.close();
});

test('minutes give the chair’s position from the roll, and nothing for a chair who is not on it', async () => {
  const made = await aVoteService();
  const { session } = await made.state();
  const accounts = await made.service.deps.store.accounts.list();
  const own = accounts.find(({ personId }) => personId === session.roll[0]?.personId);
  const position = (accountId = session.chair.accountId) =>
    chairPosition(made.service.deps, { ...session, chair: { accountId, name: 'Chủ trì' } });
  expect(own).toBeDefined();
  expect(await position(own?.id)).toBe(session.roll[0]?.position);
  expect(await position()).toBe('');
  await made.service.app.close();
});
