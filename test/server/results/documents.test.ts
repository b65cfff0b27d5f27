import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JointAction } from '../../../src/domain/session/joint-decision.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { readDescription } from '../../../src/protocol/record/description.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { ownForm } from '../../support/build/forms.ts';
import { valuesIn } from '../../support/build/worksheets.ts';
import { pdfText } from '../../support/pdf.ts';
import {
  aTalliedVote,
  type CountedVote,
  invalidReason,
  subjectNames,
  totals,
} from '../../support/service/counted-vote.ts';

const form = ownForm('qd-96-2023');
const levels = ['high', 'confidence', 'low'] as const;
/** Of eight ballots collected. */
const percents = [
  ['50.00', '12.50', '12.50'],
  ['12.50', '12.50', '62.50'],
  ['12.50', '0.00', '75.00'],
] as const;
const valid = [6, 7, 7];
const tiers = [0, 1, 2];

let made: CountedVote;
beforeAll(async () => {
  made = await aTalliedVote([3]);
});
afterAll(() => made.service.app.close());

async function view() {
  return (await made.get('result', made.chair)).body;
}

async function minutesText(): Promise<string> {
  return (await pdfText((await made.get('minutes.pdf', made.chair)).bytes)).replace(/\s+/g, ' ');
}

describe('every figure agrees with the totals that the tellers opened', () => {
  test('in the view', async () => {
    const result = await view();
    expect(result).toMatchObject({ summoned: 10, present: 9, issued: 9, collected: 8, invalid: 1 });
    expect(result.invalidReasons).toEqual({ [invalidReason]: 1 });
    expect(result.base).toEqual({ kind: 'collected', value: 8 });
    for (const [at, subject] of result.subjects.entries()) {
      expect(subject).toMatchObject({ name: subjectNames[at], collected: 8, valid: valid[at], tier: tiers[at] });
      expect(subject.valid + subject.invalid).toBe(subject.collected);
      const expected = levels.map((id, level) => [id, { count: totals[at]?.[level], percent: percents[at]?.[level] }]);
      expect(subject.levels).toEqual(Object.fromEntries(expected));
      const rule = form.tiers.find(({ tier }) => tier === tiers[at]);
      expect([subject.article, subject.consequence]).toEqual([rule?.article ?? null, rule?.consequence ?? null]);
    }
  });

  test('in the CSV file', async () => {
    const { bytes, headers } = await made.get('result/table?format=csv', made.chair);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [, ...rows] = parse(Buffer.from(bytes), { bom: true }) as string[][];
    expect(rows.map(([number, , ...rest]) => [number, ...rest])).toEqual(
      totals.map((row, at) => [
        ...[`${at + 1}`, 'Ủy viên', '9', '8', `${valid[at]}`, `${8 - (valid[at] ?? 0)}`],
        ...row.flatMap((count, level) => [`${count}`, percents[at]?.[level]]),
        ...['8', `${tiers[at]}`],
      ]),
    );
  });

  test('in the workbook', async () => {
    const { bytes } = await made.get('result/table?format=xlsx', made.chair);
    const [title, committee, day, , ...rows] = await valuesIn(bytes);
    expect([title, committee, day].map((row) => row?.[0])).toEqual(['KẾT QUẢ LẤY PHIẾU', 'Đảng bộ xã 1', '01/12/2026']);
    expect(rows).toEqual(
      totals.map((row, at) => [
        ...[at + 1, subjectNames[at], 'Ủy viên', 9, 8, valid[at], 8 - (valid[at] ?? 0)],
        ...row.flatMap((count, level) => [count, Number(percents[at]?.[level])]),
        ...[8, tiers[at]],
      ]),
    );
  });

  test('in the minutes, with issued, collected, valid, invalid and the ledger', async () => {
    const text = await minutesText();
    // A name can break over lines anywhere; figures and percentages of a subject stay on theirs.
    for (const row of totals) expect(text).toContain(row.map((count) => `${count}/8`).join(' '));
    for (const row of percents) expect(text).toContain(row.map((one) => `${one.replace('.', ',')}%`).join(' '));
    for (const figures of ['10 9 1', '9 8 7 1', '9 7 1 1 2 1', '9 8 6 2', '9 8 7 1']) expect(text).toContain(figures);
    expect(text).toContain('Phiếu gạch xóa họ tên người được in trên phiếu: 1 phiếu');
    expect(text).toContain('tín nhiệm thấp 5/8 phiếu (62,50%), mức 1');
    expect(text).toContain('tín nhiệm thấp 6/8 phiếu (75,00%), mức 2');
    for (const { article, consequence } of form.tiers) expect(text).toContain(`${article.vi}: ${consequence.vi}.`);
  });

  test('in the record itself', async () => {
    const record = (await made.get('record', made.chair)).bytes;
    const report = await verifyRecord(record, { group: sodiumGroup, final: true });
    expect(report).toMatchObject({ ok: true, verified: { counts: totals } });
  });
});

describe('names that a spreadsheet would run', () => {
  test('are text in the CSV file that Excel opens by itself, whose decimals have commas', async () => {
    const { bytes } = await made.get('result/table?format=excel-csv', made.chair);
    const options = { bom: true, delimiter: ';' } as const;
    const [, ...rows] = parse(Buffer.from(bytes), options) as string[][];
    expect(rows.map(([, name]) => name)).toEqual([subjectNames[0], `'${subjectNames[1]}`, `'${subjectNames[2]}`]);
    expect(rows.map((row) => row[8])).toEqual(percents.map(([first]) => first.replace('.', ',')));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('are text in the CSV file, led by an apostrophe', async () => {
    const { bytes } = await made.get('result/table?format=csv', made.chair);
    const [, ...rows] = parse(Buffer.from(bytes), { bom: true }) as string[][];
    expect(rows.map(([, name]) => name)).toEqual([subjectNames[0], `'${subjectNames[1]}`, `'${subjectNames[2]}`]);
  });
});

describe('the record’s companions', () => {
  test('the supplement lists unused and void papers, its proofs hold, and the minutes carry its hash', async () => {
    const supplement = (await made.get('supplement', made.chair)).bytes;
    const read = JSON.parse(Buffer.from(supplement).toString());
    expect(read.unused).toEqual([made.vote.sheets[7]?.public]);
    expect(read.void).toEqual([made.vote.sheets[8]?.public]);
    expect(read.proofs.map(({ owner }: { owner: number }) => owner)).toEqual([1, 2]);
    const record = (await made.get('record', made.chair)).bytes;
    expect(await verifyRecord(record, { group: sodiumGroup, supplement })).toMatchObject({ ok: true });
    const hash = sha256Hex(supplement);
    expect((await view()).record.supplement).toBe(hash);
    expect(await minutesText()).toContain(hash);
  });

  test('with a voted paper named unused, the record is refused', async () => {
    const supplement = JSON.parse(Buffer.from((await made.get('supplement', made.chair)).bytes).toString());
    const forged = Buffer.from(JSON.stringify({ ...supplement, unused: [made.vote.sheets[0]?.public] }));
    const record = (await made.get('record', made.chair)).bytes;
    const report = await verifyRecord(record, { group: sodiumGroup, supplement: new Uint8Array(forged) });
    expect(report.ok).toBe(false);
  });

  test('roll, form and briefing are those whose hashes the election carries', async () => {
    const documents = (await made.get('record-documents', made.chair)).body;
    const { hashes } = readDescription(made.election.description);
    const { roll, form: ownText, briefing } = documents;
    expect({ roll: sha256Hex(roll), form: sha256Hex(ownText), briefing: sha256Hex(briefing) }).toEqual(hashes);
  });

  test('view and minutes name uuid, fingerprint and head of that very record', async () => {
    const { record } = await view();
    const bytes = (await made.get('record', made.chair)).bytes;
    const options = { group: sodiumGroup, uuid: record.uuid, heads: [{ hash: record.head, height: record.height }] };
    expect(await verifyRecord(bytes, options)).toMatchObject({ ok: true });
    const text = await minutesText();
    const { fingerprint } = made.election;
    expect(record.fingerprint).toBe(fingerprint);
    for (const value of [record.uuid, fingerprint, record.head, `: ${record.height} `]) expect(text).toContain(value);
  });
});

test('whoever was missing when the totals were opened is named, in the view and in the minutes', async () => {
  expect((await view()).missingTellers).toEqual(['Kiểm phiếu 3']);
  expect(await minutesText()).toContain('vắng mặt khi mở kết quả: Kiểm phiếu 3.');
});

test('the minutes end when the totals were opened, and say in words what was decided jointly, about whom, and by whom', async () => {
  const { session } = await made.state();
  const actor = (name: string) => ({ ...session.chair, name });
  const at = '2026-12-01T01:00:00.000Z';
  const signatures = [
    { actor: actor('Trần Thị Chủ'), capacity: 'chair', at },
    { actor: actor('Lê Văn Kiểm'), capacity: 'teller', at },
  ] as const;
  const decision = (id: string, action: JointAction, reason: string) => ({
    ...{ id, action, reason, signatures, status: 'effective' as const },
  });
  const first = session.subjects[0];
  if (session.tally === null || first?.personId == null) throw new Error('not tallied');
  await made.change({
    tally: { ...session.tally, resultAt: '2026-12-01T03:25:00.000Z' },
    decisions: [
      decision('1', { kind: 'strike-subject', subjectId: first.id }, 'Đã nghỉ hưu.'),
      decision('2', { kind: 'replace-teller', index: 2, personId: first.personId }, 'Ốm'),
      { ...decision('3', { kind: 'cancel' }, 'Chưa ký xong'), status: 'proposed' },
    ],
  });
  const text = await minutesText();
  expect(text).toContain('bắt đầu lúc 08 giờ 00, ngày 01 tháng 12 năm 2026; kết thúc lúc 10 giờ 25');
  const signed = 'Ký: Trần Thị Chủ (chủ trì), Lê Văn Kiểm (kiểm phiếu).';
  expect(text).toContain(`Đưa ra khỏi danh sách lấy phiếu: ${first.name}. Lý do: Đã nghỉ hưu. ${signed}`);
  expect(text).toContain(`Thay thành viên ban kiểm phiếu thứ 2, nay là Kiểm phiếu 2. Lý do: Ốm. ${signed}`);
  expect(text).not.toContain('Chưa ký xong');
});
