import type { LocalText } from '../local-text.ts';
import type { RosterCell, RosterRow } from '../roster-columns.ts';
import { withoutDiacritics } from '../search-key.ts';
import { textKey } from '../text-key.ts';
import { mostTargets, type ResolutionTarget, standingOf, type TargetDirection, type TargetStanding } from './target.ts';
import { readTargetNumber } from './target-number.ts';

type Column = 'name' | 'unit' | 'direction' | 'target' | 'reached';

const columns: readonly { id: Column; title: LocalText; spellings: readonly string[]; needed: boolean }[] = [
  column('name', 'Chỉ tiêu', 'Name', ['ten chi tieu', 'noi dung chi tieu', 'indicator'], true),
  column('unit', 'Đơn vị tính', 'Unit', ['don vi', 'dvt'], false),
  column('direction', 'Yêu cầu', 'Direction', ['chieu'], false),
  column('target', 'Mục tiêu nghị quyết', 'Target', ['muc tieu', 'nghi quyet', 'chi tieu nghi quyet'], true),
  column('reached', 'Đạt được', 'Reached', ['ket qua dat duoc', 'thuc hien', 'ket qua thuc hien', 'dat'], false),
];

const directions: Readonly<Record<TargetDirection, { text: LocalText; spellings: readonly string[] }>> = {
  'at-least': { text: { vi: 'Từ mức này trở lên', en: 'At least' }, spellings: ['toi thieu', 'it nhat', 'tro len'] },
  'at-most': { text: { vi: 'Không vượt quá', en: 'At most' }, spellings: ['toi da', 'khong qua', 'tro xuong'] },
};

const standings: Readonly<Record<TargetStanding, LocalText>> = {
  exceeded: { vi: 'Vượt', en: 'Exceeded' },
  met: { vi: 'Đạt', en: 'Met' },
  'not-met': { vi: 'Chưa đạt', en: 'Not met' },
  'not-known': { vi: 'Chưa có số liệu', en: 'Not known' },
};

const standingTitle: LocalText = { vi: 'Kết quả', en: 'Standing' };

const sentences = {
  'no-header': {
    vi: 'Không thấy dòng tiêu đề có cột “Chỉ tiêu” và “Mục tiêu nghị quyết”.',
    en: 'There is no line of titles with the columns “Name” and “Target”.',
  },
  'name-missing': { vi: 'Thiếu tên chỉ tiêu.', en: 'The target has no name.' },
  'name-twice': { vi: 'Chỉ tiêu này đã có ở một dòng trên.', en: 'This target stands on an earlier line already.' },
  'too-long': { vi: 'Nội dung quá dài.', en: 'The text is too long.' },
  'target-missing': { vi: 'Thiếu mục tiêu.', en: 'The target’s number is missing.' },
  'not-a-number': {
    vi: 'Không phải là số, hoặc không rõ dấu chấm, dấu phẩy là hàng nghìn hay thập phân.',
    en: 'This is no number, or it is not clear whether its point or comma parts thousands or decimals.',
  },
  'unknown-direction': {
    vi: 'Chỉ ghi “Từ mức này trở lên” hoặc “Không vượt quá”.',
    en: 'Write “At least” or “At most”.',
  },
  'too-many-targets': { vi: 'Có quá nhiều chỉ tiêu (tối đa 300).', en: 'There are too many targets (300 at most).' },
} satisfies Record<string, LocalText>;

/** What is wrong with a line of a file; `column` is the title that the reader sees. */
export interface TargetProblem extends LocalText {
  readonly code: keyof typeof sentences;
  readonly line: number;
  readonly column: string;
}

export type ReadTargets =
  | { readonly ok: true; readonly targets: readonly ResolutionTarget[] }
  | { readonly ok: false; readonly problems: readonly TargetProblem[] };

/** Reads targets from the rows of a spreadsheet: all of them, or what is wrong with which line and column. */
export function readTargets(rows: readonly RosterRow[]): ReadTargets {
  const header = findHeader(rows);
  if (header === undefined) {
    return {
      ok: false,
      problems: [{ code: 'no-header', line: rows[0]?.line ?? 1, column: '', ...sentences['no-header'] }],
    };
  }
  const lines = rows.slice(header.at + 1).filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  const problems: TargetProblem[] = [];
  const names = new Set<string>();
  const targets = lines.map((row) => {
    const read = readLine(row, header.found);
    problems.push(...read.problems);
    const key = textKey(read.target.name);
    if (key !== '' && names.has(key)) problems.push(problem('name-twice', row.line, 'name', header.found));
    names.add(key);
    return read.target;
  });
  if (targets.length > mostTargets) {
    problems.push(problem('too-many-targets', lines[mostTargets]?.line ?? 1, 'name', header.found));
  }
  return problems.length === 0 ? { ok: true, targets } : { ok: false, problems };
}

/** The targets as a sheet, titles first, with what their numbers say. */
export function targetsTable(targets: readonly ResolutionTarget[], language: keyof LocalText) {
  const titles = [...columns.map(({ title }) => title[language]), standingTitle[language]];
  const rows = targets.map((one) => [
    ...[one.name, one.unit, directions[one.direction].text[language], one.target, one.reached ?? ''],
    standings[standingOf(one)][language],
  ]);
  return { name: { vi: 'Chỉ tiêu', en: 'Targets' }[language], rows: [titles, ...rows] };
}

type Found = ReadonlyMap<Column, { readonly index: number; readonly title: string }>;

function column(id: Column, vi: string, en: string, more: readonly string[], needed: boolean) {
  return { id, title: { vi, en }, spellings: [withoutDiacritics(vi), withoutDiacritics(en), ...more], needed };
}

/** The first of the first lines that names what is needed. */
function findHeader(rows: readonly RosterRow[]): { at: number; found: Found } | undefined {
  for (const [at, { cells }] of rows.slice(0, 20).entries()) {
    const keys = cells.map((cell) => withoutDiacritics(textOf(cell)));
    const found = new Map(
      columns.flatMap(({ id, spellings }) => {
        const index = keys.findIndex((key) => spellings.includes(key));
        return index < 0 ? [] : [[id, { index, title: textOf(cells[index] ?? null) }] as const];
      }),
    );
    if (columns.every(({ id, needed }) => !needed || found.has(id))) return { at, found };
  }
  return undefined;
}

function readLine({ line, cells }: RosterRow, found: Found) {
  const problems: TargetProblem[] = [];
  const wrong = (code: TargetProblem['code'], id: Column) => problems.push(problem(code, line, id, found));
  const cellOf = (id: Column): RosterCell => cells[found.get(id)?.index ?? -1] ?? null;
  const text = (id: Column, maximum: number) => {
    const value = textOf(cellOf(id));
    if (value.length > maximum) wrong('too-long', id);
    return value;
  };
  const number = (id: Column) => {
    const value = readTargetNumber(cellOf(id));
    if (value === undefined) wrong('not-a-number', id);
    return value ?? null;
  };
  const name = text('name', 500);
  if (name === '') wrong('name-missing', 'name');
  const target = number('target');
  if (target === null && textOf(cellOf('target')) === '') wrong('target-missing', 'target');
  const direction = directionOf(textOf(cellOf('direction')));
  if (direction === undefined) wrong('unknown-direction', 'direction');
  const read: ResolutionTarget = {
    ...{ name, unit: text('unit', 100), direction: direction ?? 'at-least' },
    ...{ target: target ?? 0, reached: number('reached') },
  };
  return { target: read, problems };
}

/** Nothing said means a floor, as most targets are. */
function directionOf(text: string): TargetDirection | undefined {
  const key = withoutDiacritics(text);
  if (text === '' || text === '≥' || text === '>=') return 'at-least';
  if (text === '≤' || text === '<=') return 'at-most';
  const ids = Object.keys(directions) as TargetDirection[];
  return ids.find((id) => {
    const { text: own, spellings } = directions[id];
    return [withoutDiacritics(own.vi), withoutDiacritics(own.en), ...spellings].includes(key);
  });
}

function problem(code: TargetProblem['code'], line: number, id: Column, found: Found): TargetProblem {
  return { code, line, column: found.get(id)?.title ?? '', ...sentences[code] };
}

function textOf(cell: RosterCell): string {
  return typeof cell === 'string'
    ? cell
        .normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
    : cell === null
      ? ''
      : String(cell);
}
