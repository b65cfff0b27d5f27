import type { FoundColumn } from '../lists/heading-columns.ts';
import type { ListField, TargetField } from '../lists/list-field.ts';
import { type ListProblem, type ListWarning, listNote } from '../lists/list-note.ts';
import type { WorksheetReading } from '../lists/list-reading.ts';
import { directionWords } from '../lists/list-words.ts';
import { readLists } from '../lists/read-lists.ts';
import type { ListLine } from '../lists/read-worksheet.ts';
import { targetList } from '../lists/target-list.ts';
import type { Worksheet } from '../lists/worksheet.ts';
import { cleanText } from '../roster/roster-line.ts';
import { withoutDiacritics } from '../text/search-key.ts';
import { textKey } from '../text/text-key.ts';
import { mostTargets, type ResolutionTarget, type TargetDirection, targetDirections } from './target.ts';
import { readTargetCell } from './target-number.ts';

/** Further ways of saying what a target asks for, without diacritics. */
const spellings: Readonly<Record<TargetDirection, readonly string[]>> = {
  'at-least': ['toi thieu', 'it nhat', 'tro len'],
  'at-most': ['toi da', 'khong qua', 'tro xuong'],
};

export type TargetProblemCode =
  | 'no-header'
  | 'name-missing'
  | 'name-twice'
  | 'too-long'
  | 'target-missing'
  | 'not-a-number'
  | 'unknown-direction'
  | 'too-many-targets';

/** What is wrong with a line of a file; words are at the edge (contract/imports). */
export interface TargetProblem {
  readonly kind: 'target';
  readonly code: TargetProblemCode;
  /** Of the worksheet; empty where it has none. */
  readonly worksheet: string;
  readonly line: number;
  /** The title that the reader sees; empty where none is meant. */
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
    problems.push({ ...placeOf(tooMany, 'name', lists[0]?.heading.columns), kind: 'target', code: 'too-many-targets' });
  }
  const isNothingRead = targets.length === 0 && unreadable.length > 0;
  if (problems.length > 0 || isNothingRead) return { ok: false, problems: [...unreadable, ...problems] };
  const undirected = lists
    .filter(({ heading, lines }) => lines.length > 0 && !heading.columns.has('direction'))
    .map(({ worksheet, headingLine: line }) =>
      listNote({ worksheet, line, field: 'direction' }, 'no-direction-column'),
    );
  const warnings = [...undirected, ...read.warnings];
  return { ok: true, targets, unreadable, worksheets: read.worksheets, warnings };
}

function withoutHeading(worksheets: readonly Worksheet[]): TargetProblem {
  const first = worksheets.find(({ isHidden }) => !isHidden);
  return {
    worksheet: first?.name ?? '',
    line: first?.rows[0]?.line ?? 1,
    column: '',
    kind: 'target',
    code: 'no-header',
  };
}

type Found = ReadonlyMap<ListField, FoundColumn>;

function placeOf({ worksheet, line }: ListLine, field: TargetField, found: Found | undefined) {
  return { worksheet, line, column: found?.get(field)?.title ?? '' };
}

function readLine(line: ListLine, found: Found) {
  const wrong: (TargetProblem | ListProblem)[] = [];
  const complain = (code: TargetProblem['code'], field: TargetField) => {
    wrong.push({ ...placeOf(line, field, found), kind: 'target', code });
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
    name,
    unit: unit === '' && isPercent ? '%' : unit,
    direction: direction ?? 'at-least',
    target: target?.number ?? 0,
    reached: reached?.number ?? null,
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
  return targetDirections.find((id) => {
    const { vi, en } = directionWords[id];
    return [withoutDiacritics(vi), withoutDiacritics(en), ...spellings[id]].includes(key);
  });
}
