import { readFileSync } from 'node:fs';
import { type BallotForm, readBallotForm } from '../../src/domain/ballot-form.ts';
import type { BallotSheetsData, SheetPaper, SheetSubject } from '../../src/print/ballot-sheets-data.ts';
import type { DocumentHead } from '../../src/print/document-head.ts';
import { sheetTexts } from '../../src/print/sheet-texts.ts';

const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
const middle = ['Thị Mỹ', 'Văn', 'Hữu', 'Hoàng Phương', 'Đức', 'Thị Ngọc', 'Quốc', 'Minh', 'Thị Kim', 'Xuân', 'Trọng'];
const given = ['Hạnh', 'Ưởng', 'Nghĩa', 'Thùy Dương', 'Bảo', 'Tuyết', 'Khánh', 'Đạt', 'Phượng', 'Quỳnh', 'Lễ', 'Ẩn'];
const positions = [
  'Bí thư Đảng ủy',
  'Phó Bí thư Thường trực, Chủ tịch Hội đồng nhân dân xã',
  'Phó Bí thư, Chủ tịch Ủy ban nhân dân xã',
  'Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy',
  'Ủy viên Ban Thường vụ, Trưởng ban Xây dựng Đảng',
  'Ủy viên Ban Chấp hành',
  'Ủy viên Ban Chấp hành, Chỉ huy trưởng Ban Chỉ huy Quân sự xã',
  'Ủy viên Ban Chấp hành, Bí thư Chi bộ ấp Thạnh Hưng',
] as const;

const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list has nothing to pick');
  return item;
};

/** Subjects with names that use the marked letters, long ones among them. */
export const sampleSubjects = (count: number): SheetSubject[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${pick(family, index * 5)} ${pick(middle, index * 3)} ${pick(given, index * 7)}`,
    position: index < 5 ? pick(positions, index) : pick(positions, 5 + ((index * 2) % 3)),
  }));

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58 text that looks random and is the same every run. */
const base58 = (length: number, seed: number): string => {
  let state = seed * 2654435761 + 12345;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return BASE58[(state >>> 16) % 58];
  }).join('');
};

/** Papers with links of the length that real ones have. */
export const samplePapers = (count: number): SheetPaper[] =>
  Array.from({ length: count }, (_, index) => {
    const secret = base58(22, index + 1);
    const credential = `${secret.slice(0, 5)}-${secret.slice(5, 11)}-${secret.slice(11, 16)}-${secret.slice(16)}`;
    const link = `https://phieu.example.vn/v#${base58(22, 7001)}.${base58(22, 9001)}.${credential}`;
    return { serial: String(index + 1).padStart(4, '0'), link, credential };
  });

/** The head of a commune's Party committee. */
export const sampleHead: DocumentHead = {
  layout: 'party',
  superior: 'Đảng bộ tỉnh Vĩnh Long',
  issuer: 'Ban Chấp hành Đảng bộ xã Thạnh Phú',
  number: null,
  place: 'Thạnh Phú',
  date: '2026-12-05',
};

/** A real ballot form. */
export const sampleForm = (id: string): BallotForm => {
  const file = new URL(`../../ballots/${id}/form.json`, import.meta.url);
  const read = readBallotForm(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(`${id} is not a ballot form`);
  return read.form;
};

/** A print run of full sheets. */
export const sampleSheets = (subjects: number, papers: number): BallotSheetsData => ({
  language: 'vi',
  createdAt: new Date('2026-11-20T01:00:00Z'),
  committeeName: 'Ban Chấp hành Đảng bộ xã Thạnh Phú',
  sessionTitle: 'Hội nghị Ban Chấp hành Đảng bộ xã lần thứ 8, nhiệm kỳ 2025 - 2030',
  phonesVote: true,
  papers: samplePapers(papers),
  head: sampleHead,
  ...sheetTexts(sampleForm('qd-96-2023'), 'vi', 'Ban Chấp hành Đảng bộ xã Thạnh Phú, nhiệm kỳ 2025 - 2030'),
  subjects: sampleSubjects(subjects),
});
