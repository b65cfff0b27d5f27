import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { readRecord } from '../../../src/protocol/record/read-record.ts';
import { readSupplement } from '../../../src/protocol/record/supplement.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { good } from '../../support/build/good.ts';
import { pdfText } from '../../support/pdf.ts';
import { aClosedVote, type CountedVote, done, inject } from '../../support/service/counted-vote.ts';
import { readersOf } from '../../support/service/readers.ts';

const reason = 'Hai thẻ khóa cháy trong vụ cháy trụ sở.';
const action = { kind: 'declare-unopenable' };
let made: CountedVote;

/** Eight ballots are in the box, four of them sheets; two of three key cards are lost. */
beforeAll(async () => {
  made = await aClosedVote();
});
afterAll(() => made.service.app.close());

const minutesText = async () => (await pdfText((await made.get('minutes.pdf', made.chair)).bytes)).replace(/\s+/g, ' ');

test('while enough key cards can be read nobody can say that the box cannot be opened, nor cancel the session', async () => {
  await done(made.post('lost-key', made.teller(1)));
  const before = await made.everything();
  const proposed = await made.post('decisions', made.chair, { action, reason });
  expect([proposed.status, proposed.body.code]).toEqual([409, 'enough-keys-survive']);
  const cancelling = await made.post('decisions', made.chair, { action: { kind: 'cancel' }, reason });
  expect([cancelling.status, cancelling.body.code]).toEqual([409, 'cannot-be-cancelled']);
  expect(await made.everything()).toEqual(before);
});

test('chair and two tellers end the session; its state says that the box cannot be opened', async () => {
  await done(made.post('lost-key', made.teller(2)));
  const { body } = await done(made.post('decisions', made.chair, { action, reason }));
  await done(made.post(`decisions/${body.id}/signature`, made.teller(1)));
  expect((await made.state()).session.state).toBe('closed');
  await done(made.post(`decisions/${body.id}/signature`, made.teller(3)));
  const { session } = await made.state();
  expect(session).toMatchObject({ state: 'unopenable', cancellation: null, unopenable: { reason } });
  const url = `/api/sessions/${session.id}`;
  const shown = (await inject(made.service.app, { method: 'GET', url, headers: made.chair })).body;
  expect([shown.state, shown.unopenable.reason, shown.cancellation]).toEqual(['unopenable', reason, null]);
  const told = (await made.get('teller-view', made.teller(3))).body;
  expect([told.session.state, told.session.unopenable.reason, told.totals]).toEqual(['unopenable', reason, null]);
});

test('the minutes say so: who signed, how many cards are left, the phones’ part not opened and never invalid', async () => {
  const text = await minutesText();
  expect(text).toContain('Không mở được hòm phiếu');
  expect(text).toContain(
    'còn đọc được 1 trên 3 thẻ; phải có ít nhất 2 thẻ mới mở được. Trong lúc bỏ phiếu đã đọc lại được 0 thẻ',
  );
  expect(text).toContain('Hai thẻ khóa cháy trong vụ cháy trụ sở.');
  expect(text).toContain('Phiếu bỏ bằng điện thoại (4): không mở được. Các phiếu này không phải phiếu không hợp lệ');
  for (const name of (await made.state()).session.decisions.at(-1)?.signatures.map(({ actor }) => actor.name) ?? []) {
    expect(text.replaceAll(' ', '')).toContain(`${name.replaceAll(' ', '')}(`);
  }
});

test('the minutes leave room for the count of the sheets by hand, apart, with no number of it filled in', async () => {
  const text = await minutesText();
  expect(text).toContain('kiểm bằng tay 4 tờ phiếu giấy lấy từ hòm');
  expect(text).toContain('không phải kết quả của hội nghị');
  expect(text).toMatch(/TT Họ và tên, chức vụ Tín nhiệm cao .* 1 Ủy viên .* 2 Ủy viên .* 3 Ủy viên IV\./);
  expect(text).not.toContain('%');
});

test('the record as it was closed and its supplement stay with chair and tellers, verify, and are what the minutes name', async () => {
  const text = await minutesText();
  const { bytes } = await made.get('record', made.teller(3));
  const report = await verifyRecord(bytes, { group: sodiumGroup, uuid: made.vote.state.session.id });
  expect([report.ok, report.stage]).toEqual([true, 'tallied']);
  expect(text).toContain(good(readRecord(bytes)).events.at(-1)?.hash);
  const supplement = (await made.get('supplement', made.chair)).bytes;
  expect(text).toContain(sha256Hex(new Uint8Array(supplement)));
  expect(readSupplement(new Uint8Array(supplement))).toMatchObject({ proofs: [], unused: [expect.any(String)] });
});

test('no total of it is anywhere, and nobody but chair and tellers reads any of it', async () => {
  for (const path of ['result', 'result/table?format=csv']) {
    expect((await made.get(path, made.chair)).body.code).toBe('box-cannot-be-opened');
  }
  const readers = await readersOf(made.service);
  for (const headers of [
    made.seatHolder,
    made.superiorSeatHolder,
    made.stranger,
    readers.office,
    readers.superiorChair,
  ]) {
    for (const path of ['minutes.pdf', 'supplement', 'record', 'result']) {
      expect((await made.get(path, headers)).status).toBeGreaterThanOrEqual(401);
    }
  }
});

test('it is the end: no share, no cancelling, no publishing, and a card that turns up changes nothing', async () => {
  const before = await made.everything();
  for (const [path, body] of [
    ['tally/finish', { missing: [1, 2] }],
    ['cancellation', { reason }],
    ['decisions', { action, reason }],
    ['decisions', { action: { kind: 'cancel' }, reason }],
    ['publication', undefined],
    ['close', undefined],
  ] as const) {
    expect((await made.post(path, made.chair, body)).status).toBeGreaterThanOrEqual(400);
  }
  // Nor one that is lost only now: the minutes say how many were left when that was decided.
  await done(made.post('lost-key', made.teller(3)));
  expect(await minutesText()).toContain('còn đọc được 1 trên 3 thẻ');
  expect(await made.everything()).toEqual(before);
});
