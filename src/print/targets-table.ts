import { type ResolutionTarget, standingOf, type TargetStanding } from '../domain/half-term/target.ts';
import { writeTargetNumber } from '../domain/half-term/target-number.ts';
import { directionWords, targetLabels } from '../domain/lists/list-words.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import type { FileTable, TableFormat } from './file-table.ts';

const standings: Readonly<Record<TargetStanding, LocalText>> = {
  exceeded: { vi: 'Vượt', en: 'Exceeded' },
  met: { vi: 'Đạt', en: 'Met' },
  'not-met': { vi: 'Chưa đạt', en: 'Not met' },
  'not-known': { vi: 'Chưa có số liệu', en: 'Not known' },
};

const standingTitle: LocalText = { vi: 'Kết quả', en: 'Standing' };
const name: LocalText = { vi: 'Chỉ tiêu', en: 'Targets' };

/** The targets with what their numbers say. */
export function targetsTable(
  targets: readonly ResolutionTarget[],
  language: keyof LocalText,
  format: TableFormat,
): FileTable {
  const number = format === 'xlsx' ? (value: number) => value : csvNumber;
  const titles = [...Object.values(targetLabels).map((title) => title[language]), standingTitle[language]];
  const rows = targets.map((one) => [
    ...[
      one.name,
      one.unit,
      directionWords[one.direction][language],
      number(one.target),
      one.reached === null ? '' : number(one.reached),
    ],
    standings[standingOf(one)][language],
  ]);
  return { name: name[language], rows: [titles, ...rows], comesBack: true };
}

/** Text where a reader of the file could take the number for another: `1.234`. */
function csvNumber(number: number): string | number {
  const text = writeTargetNumber(number);
  return text === String(number) ? number : text;
}
