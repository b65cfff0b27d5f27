import type { FoundColumn } from '../lists/heading-columns.ts';
import type { ListField, TargetField } from '../lists/list-field.ts';
import { type ListProblem, type ListWarning, listNote } from '../lists/list-note.ts';
import type { WorksheetReading } from '../lists/list-reading.ts';
import { readLists } from '../lists/read-lists.ts';
import type { ListLine } from '../lists/read-worksheet.ts';
import { targetList } from '../lists/target-list.ts';
import type { Worksheet } from '../lists/worksheet.ts';
import { cleanText } from '../roster/roster-line.ts';
import type { LocalText } from '../text/local-text.ts';
import { withoutDiacritics } from '../text/search-key.ts';
import { textKey } from '../text/text-key.ts';
import { mostTargets, type ResolutionTarget, standingOf, type TargetDirection, type TargetStanding } from './target.ts';
import { readTargetCell } from './target-number.ts';

/** What each column is called when we name it ourselves. */
export const targetLabels: Readonly<Record<TargetField, LocalText>> = {
  name: { vi: 'Chỉ tiêu', en: 'Name' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  direction: { vi: 'Yêu cầu', en: 'Direction' },
  target: { vi: 'Mục tiêu nghị quyết', en: 'Target' },
  reached: { vi: 'Đạt được', en: 'Reached' },
};

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
  /** Of the worksheet; empty where it has none. */
  readonly sheet: string;
  readonly line: number;
  readonly column: string;
}

export type ReadTargets =
  | {
      readonly ok: true;
      readonly targets: readonly ResolutionTarget[];
      /** Cells that the file itself cannot show; their lines are not among the targets, and nothing may be taken over. */
      readonly unreadable: readonly ListProblem[];
      readonly worksheets: readonly WorksheetReading[];
      readonly warnings: readonly ListWarning[];
    }
  | { readonly ok: false; readonly problems: readonly (TargetProblem | ListProblem)[] };

const unreadableCells: ReadonlySet<string> = new Set(['cell-error', 'cell-uncomputed', 'cell-unreadable']);

/**
 * Reads the targets of a file: all of them, or what is wrong with which line and column. Where a cell shows an error of
 * the spreadsheet program the others are shown beside it.
 */
export function readTargets(worksheets: readonly Worksheet[]): ReadTargets {
  const { lists, ...read } = readLists(worksheets, [targetList]);
  const unreadable = read.problems.filter(({ code }) => unreadableCells.has(code));
  const problems: (TargetProblem | ListProblem)[] = read.problems.filter(({ code }) => !unreadableCells.has(code));
  if (lists.length === 0 && read.problems.length === 0) problems.push(withoutHeading(worksheets));
  const names = new Set<string>();
  const targets = lists.flatMap(({ lines, heading }) =>
    lines.map((line) => {
      const { target, wrong, complain } = readLine(line, heading.columns);
      const key = textKey(target.name);
      if (key !== '' && names.has(key)) complain('name-twice', 'name');
      names.add(key);
      problems.push(...wrong);
      return target;
    }),
  );
  const tooMany = lists.flatMap(({ lines }) => lines)[mostTargets];
  if (tooMany !== undefined) {
    problems.push({ ...placeOf(tooMany, 'name', lists[0]?.heading.columns), ...codeOf('too-many-targets') });
  }
  const isNothingRead = targets.length === 0 && unreadable.length > 0;
  if (problems.length > 0 || isNothingRead) return { ok: false, problems: [...unreadable, ...problems] };
  const undirected = lists
    .filter(({ heading, lines }) => lines.length > 0 && !heading.columns.has('direction'))
    .map(({ sheet, headingLine: line }) => listNote({ sheet, line, field: 'direction' }, 'no-direction-column'));
  const warnings = [...undirected, ...read.warnings];
  return { ok: true, targets, unreadable, worksheets: read.worksheets, warnings };
}

function withoutHeading(worksheets: readonly Worksheet[]): TargetProblem {
  const first = worksheets.find(({ isHidden }) => !isHidden);
  return { sheet: first?.name ?? '', line: first?.rows[0]?.line ?? 1, column: '', ...codeOf('no-header') };
}

function codeOf(code: TargetProblem['code']) {
  return { code, ...sentences[code] };
}

/** The targets as a sheet, titles first, with what their numbers say. */
export function targetsTable(targets: readonly ResolutionTarget[], language: keyof LocalText) {
  const titles = [...Object.values(targetLabels).map((title) => title[language]), standingTitle[language]];
  const rows = targets.map((one) => [
    ...[one.name, one.unit, directions[one.direction].text[language], one.target, one.reached ?? ''],
    standings[standingOf(one)][language],
  ]);
  return { name: { vi: 'Chỉ tiêu', en: 'Targets' }[language], rows: [titles, ...rows] };
}

type Found = ReadonlyMap<ListField, FoundColumn>;

function placeOf({ sheet, line }: ListLine, field: TargetField, found: Found | undefined) {
  return { sheet, line, column: found?.get(field)?.title ?? '' };
}

function readLine(line: ListLine, found: Found) {
  const wrong: (TargetProblem | ListProblem)[] = [];
  const complain = (code: TargetProblem['code'], field: TargetField) => {
    wrong.push({ ...placeOf(line, field, found), ...codeOf(code) });
  };
  const cell = (field: TargetField) => line.cells.get(field) ?? null;
  const text = (field: TargetField, maximum: number) => {
    const value = cleanText(cell(field)?.shown ?? null);
    if (value.length > maximum) complain('too-long', field);
    return value;
  };
  const unit = text('unit', 100);
  const number = (field: 'target' | 'reached') => {
    const read = readTargetCell(cell(field));
    if (read === undefined) complain('not-a-number', field);
    if (read?.isPercent && unit !== '' && !isPercentUnit(unit)) {
      const place = { ...placeOf(line, field, found), field };
      wrong.push(listNote(place, 'unit-contradicts', { text: cell(field)?.shown ?? '', texts: [unit] }));
    }
    return read ?? null;
  };
  const name = text('name', 500);
  if (name === '') complain('name-missing', 'name');
  const target = number('target');
  if (target?.number === null) complain('target-missing', 'target');
  const direction = directionOf(text('direction', 100));
  if (direction === undefined) complain('unknown-direction', 'direction');
  const reached = number('reached');
  const isPercent = target?.isPercent === true || reached?.isPercent === true;
  const read: ResolutionTarget = {
    ...{ name, unit: unit === '' && isPercent ? '%' : unit, direction: direction ?? 'at-least' },
    ...{ target: target?.number ?? 0, reached: reached?.number ?? null },
  };
  return { target: read, wrong, complain };
}

function isPercentUnit(unit: string): boolean {
  return unit.includes('%') || /ph[aầ]n tr[aă]m|percent/iu.test(unit);
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
