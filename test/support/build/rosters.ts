import type { Committee } from '../../../src/domain/committee/committee.ts';
import type { Capitals } from '../../../src/domain/lists/line-people.ts';
import { readSeatLists } from '../../../src/domain/lists/read-seats.ts';
import type { Worksheet } from '../../../src/domain/lists/worksheet.ts';
import {
  committeesToName,
  type ReadRoster,
  type RosterContext,
  readRoster,
} from '../../../src/domain/roster/roster.ts';
import { aCommittee } from './committees.ts';
import { aWorksheet, type Written } from './lists.ts';
import { familyNames, givenNames, middleNames } from './names.ts';

export const rosterHeader = ['Cấp ủy', 'Họ và tên', 'Chức vụ', 'Thứ tự', 'Từ ngày', 'Đến ngày', 'Mã cá nhân'];

/** Three committees, one below the other, and nobody in them. */
export function aKnownRoster(change: Partial<RosterContext> = {}): RosterContext {
  const province = aCommittee(1, { name: 'Tỉnh ủy Bến Tre', rank: 'province' });
  const commune = aCommittee(2, { name: 'Đảng bộ xã An Hòa', superiorId: province.id });
  const cell = aCommittee(3, { name: 'Chi bộ 1', superiorId: commune.id });
  return { committees: [province, commune, cell], people: [], seats: [], ...change };
}

export interface RosterOptions {
  readonly capitals: Capitals;
  readonly own: Committee | null;
}

/** Reads a roster and understands it, as an import does. */
export function readWorksheets(
  worksheets: readonly Worksheet[],
  known: RosterContext,
  { capitals = 'keep', own = null }: Partial<RosterOptions> = {},
): ReadRoster {
  const names = committeesToName(known.committees);
  return readRoster(readSeatLists(worksheets, names, { capitals, own: own?.name ?? null }), known, '2026-11-30', own);
}

/** A file of one worksheet with the heading on line 1. */
export function rosterRows(...lines: Written[][]): Worksheet[] {
  return [aWorksheet([rosterHeader, ...lines])];
}

/** 200 members of one committee, some of one name, all with real names; the tenth is the first's namesake. */
export function twoHundredPeople(): string[][] {
  return Array.from({ length: 200 }, (_, index) => {
    const number = index % 10 === 9 ? 0 : index;
    const name = [
      familyNames[number % familyNames.length],
      middleNames[number % middleNames.length],
      givenNames[(number * 7) % givenNames.length],
    ].join(' ');
    const position = index === 0 ? 'Bí thư' : 'Ủy viên ban chấp hành';
    return ['Đảng bộ xã An Hòa', name, position, String(index + 1), '01/07/2025', '', ''];
  });
}

/** Lines of a CSV file as spreadsheets write it. */
export function csvText(rows: readonly (readonly string[])[], separator: string): string {
  const quoted = (cell: string) =>
    /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return `${rows.map((row) => row.map(quoted).join(separator)).join('\r\n')}\r\n`;
}
