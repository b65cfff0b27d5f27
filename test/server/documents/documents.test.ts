import { afterAll, beforeAll, expect, test } from 'vitest';
import { roundDocuments } from '../../../src/contract/documents/documents.ts';
import { ownForm } from '../../support/build/forms.ts';
import { pdfPageCount, pdfText } from '../../support/pdf.ts';
import { aTalliedVote, type CountedVote, subjectNames, totals } from '../../support/service/counted-vote.ts';
import { signedInAs } from '../../support/service/service.ts';
import { aVoteService, type VoteService } from '../../support/service/vote-service.ts';

let made: VoteService;
let tallied: CountedVote;
beforeAll(async () => {
  [made, tallied] = await Promise.all([aVoteService({ subjects: 3, voters: 5, sheets: 5 }), aTalliedVote([3])]);
});
afterAll(() => Promise.all([made.service.app.close(), tallied.service.app.close()]));

const textOf = async (bytes: Uint8Array) => (await pdfText(bytes)).replace(/\s+/g, ' ');

test('the decision names the grounds, the day, the tellers, and carries the list of subjects', async () => {
  const { session } = await made.state();
  const text = await textOf((await made.get('documents/decision', made.chair)).bytes);
  expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  expect(text).toContain(`Căn cứ ${session.form.citation.vi}`);
  for (const { name } of [...session.tellers, ...session.subjects]) expect(text).toContain(name);
});

test('papers are dated from the place of issue, never from the hall, and leave room for it where none was given', async () => {
  const { session } = await made.state();
  const { settings } = session;
  const dated = async () => textOf((await made.get('documents/decision', made.chair)).bytes);
  expect(await dated()).toMatch(/…, ngày …… tháng …… năm/);
  await made.change({ settings: { ...settings, placeOfIssue: 'Vĩnh Long' } });
  expect(await dated()).toMatch(/Vĩnh Long, ngày …… tháng …… năm/);
  expect(await dated()).toContain(`tại ${settings.place}, do`);
  expect(await textOf((await made.get('documents/summons', made.chair)).bytes)).toContain('Vĩnh Long, ngày ……');
  await made.change({ settings });
  const { headers } = await made.get('documents/decision', made.chair);
  expect(headers['content-disposition']).toMatch(/^attachment; filename="quyet-dinh-lay-phieu-[a-z0-9-]+\.pdf"$/);
});

test('the list of subjects, alone and with the decision, says who is left out and by which article', async () => {
  const { session } = await made.state();
  const reasons = [null, 'retirement-announced', 'took-office-this-year'];
  const subjects = session.subjects.map((subject, at) => ({ ...subject, excludedFor: reasons[at] ?? null }));
  await made.change({ subjects, form: ownForm('qd-96-2023') });
  for (const path of ['documents/subjects', 'documents/decision']) {
    const text = await textOf((await made.get(path, made.chair)).bytes);
    expect(text).toContain('Danh sách có 1 đồng chí.');
    for (const [at, why] of [
      [1, 'Đã có thông báo nghỉ công tác chờ nghỉ hưu'],
      [2, 'Được bổ nhiệm hoặc được bầu trong năm lấy phiếu'],
    ] as const) {
      const { name, position } = subjects[at] ?? {};
      expect(text).toContain(`Không lấy phiếu đối với ${name}, ${position}: ${why} (Điều 3 Quy định số 96-QĐ/TW).`);
    }
  }
  await made.change({ subjects: session.subjects, form: session.form });
});

test('no paper is made of names that cannot be printed: the answer says whose, and which letter', async () => {
  const { session } = await made.state();
  const subjects = session.subjects.map((one, at) => (at === 0 ? { ...one, name: 'Thạch សុខ' } : one));
  await made.change({ subjects });
  const refused = await made.get('documents/subjects', made.chair);
  expect([refused.status, refused.body.code]).toEqual([422, 'unprintable-letter']);
  expect(refused.body.problems[0]).toMatchObject({
    about: 'Thạch សុខ – “សុ” (U+179F U+17BB)',
    messages: { vi: expect.stringContaining('Thạch សុខ – “សុ”') },
  });
  await made.change({ subjects: session.subjects });
});

test('under an elected body’s form the papers have the State’s head', async () => {
  const { session } = await made.state();
  await made.change({ form: { ...session.form, documentLayout: 'state' } });
  const text = await textOf((await made.get('documents/subjects', made.chair)).bytes);
  expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  await made.change({ form: session.form });
});

test('before the box opens the papers name the superior that the committee has now', async () => {
  const { session } = await made.state();
  const moved = { superiorId: session.committeeId, superiorName: 'Huyện ủy trước đây' };
  await made.change({ ...moved, state: 'issued' });
  expect(await textOf((await made.get('documents/decision', made.chair)).bytes)).not.toMatch(/huyện ủy trước đây/iu);
  await made.change({ ...moved, state: 'open' });
  expect(await textOf((await made.get('documents/decision', made.chair)).bytes)).toMatch(/huyện ủy trước đây/iu);
  await made.change({ superiorId: session.superiorId, superiorName: session.superiorName, state: session.state });
});

test('papers about organisations call them neither comrades nor holders of a position', async () => {
  const { session } = await made.state();
  await made.change({ form: ownForm('366-qd-tw-2025-org') });
  const decision = await textOf((await made.get('documents/decision', made.chair)).bytes);
  expect(decision).toContain('đánh giá, xếp loại chất lượng đối với 3 tổ chức có tên trong danh sách');
  expect(decision).toContain('TT Tên tổ chức Loại tổ chức');
  expect(decision).toContain('T/M ');
  expect(decision).not.toMatch(/3 đồng chí có tên|Chức vụ|tín nhiệm cao/);
  await made.change({ form: session.form });
});

test('everybody on the roll is summoned, each on a page of their own', async () => {
  const { bytes } = await made.get('documents/summons', made.chair);
  const { session } = await made.state();
  expect(await pdfPageCount(bytes)).toBe(session.roll.length);
  const text = await textOf(bytes);
  for (const { name } of session.roll) expect(text).toContain(`triệu tập đồng chí: ${name}`);
});

test('while the box is open the receipt leaves room for what was collected, and says it once the box is closed', async () => {
  const open = await textOf((await made.get('documents/receipt', made.chair)).bytes);
  expect(open).toMatch(/Tổng số phiếu thu về …/);
  const closed = await textOf((await tallied.get('documents/receipt', tallied.chair)).bytes);
  expect(closed).toMatch(/Tổng số phiếu thu về 8/);
});

test('an extract holds the figures of one subject and no other name', async () => {
  const { session } = await tallied.state();
  const address = `extracts/${session.subjects[0]?.id}`;
  const text = await textOf((await tallied.get(address, tallied.chair)).bytes);
  expect(text).toContain(subjectNames[0]);
  for (const name of subjectNames.slice(1)) expect(text).not.toContain(name);
  for (const count of totals[0] ?? []) expect(text).toContain(`${count}/8`);
  expect((await tallied.get(address, tallied.seatHolder)).body.code).toBe('not-published');
  expect((await tallied.get(address, tallied.stranger)).status).toBe(404);
  expect((await tallied.get('extracts/00000000-0000-4000-8000-000000000000', tallied.chair)).body.code).toBe(
    'unknown-subject',
  );
});

test('an office prints the papers; a seat holder, a teller, a stranger do not', async () => {
  const { session } = await made.state();
  const office = await signedInAs(made.service, { grants: [{ role: 'office', committeeId: session.committeeId }] });
  for (const document of roundDocuments) {
    expect((await made.get(`documents/${document}`, office)).headers['content-type']).toBe('application/pdf');
    for (const other of [made.seatHolder, made.teller(1), made.stranger]) {
      expect((await made.get(`documents/${document}`, other)).status).toBe(404);
    }
  }
  expect((await made.get('documents/secret', office)).status).toBe(404);
});
