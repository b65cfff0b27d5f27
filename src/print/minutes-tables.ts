import type { PrintLanguage } from './document-head.ts';
import { type Flow, flowTable } from './flow.ts';
import type { MinutesData, MinutesLevelCount, MinutesSubject } from './minutes-data.ts';
import type { MinutesWording } from './minutes-wording.ts';
import { type TextStyle, textWidth } from './pages.ts';
import { type DrawnCell, type TableFrame, tableRow } from './table.ts';
import { tableHead } from './table-head.ts';

/** A percentage as the language writes it: `93,14%` in Vietnamese. */
export function writtenPercent(percent: string, language: PrintLanguage): string {
  return `${language === 'vi' ? percent.replace('.', ',') : percent}%`;
}

/** A count over its base, so that the base stands beside every percentage. */
export function countOfBase({ count }: MinutesLevelCount, base: number): string {
  return `${count}/${base}`;
}

/** Draws a table of a few figures under their titles. */
export function figuresTable(flow: Flow, figures: readonly (readonly [title: string, value: number])[]): void {
  const widths = figures.map(() => flow.width / figures.length);
  const frame: TableFrame = { x: flow.x, widths, padX: 4, padY: 4 };
  const titles = figures.map(([title]) => title);
  const head = tableHead(flow.pages, frame, titles, { size: 11.5 });
  const cells = figures.map(
    ([, value]): DrawnCell => ({
      texts: [{ text: String(value), style: { size: 14, face: 'bold', align: 'center' } }],
    }),
  );
  flow.y += 5;
  flowTable(flow, frame, head, [tableRow(flow.pages, frame, cells, 26)]);
}

function subjectCells(data: MinutesData, subject: MinutesSubject, index: number): DrawnCell[] {
  const many = data.levels.length > 3;
  const number = (value: number): DrawnCell => ({
    texts: [{ text: String(value), style: { size: 12, align: 'center' } }],
  });
  const level = (one: MinutesLevelCount): DrawnCell => ({
    texts: [
      {
        text: countOfBase(one, data.base.value),
        style: { size: many ? 11.5 : 12, face: 'bold', align: 'center' },
      },
      { text: writtenPercent(one.percent, data.language), style: { size: many ? 11 : 11.5, align: 'center' } },
    ],
  });
  return [
    number(index + 1),
    {
      texts: [
        { text: subject.name, style: { size: 12, face: 'bold' } },
        { text: subject.position, style: { size: 11 } },
      ],
    },
    ...[subject.issued, subject.collected, subject.valid, subject.invalid].map(number),
    ...subject.levels.map(level),
  ];
}

/** Draws the result: a row per subject, every level as count over base and percentage. */
export function resultTable(flow: Flow, data: MinutesData, wording: MinutesWording): void {
  const many = data.levels.length > 3;
  const { issued, collected, valid, invalid } = wording.columns;
  const style: TextStyle = { size: many ? 10 : 10.5, face: 'bold' };
  // A column of numbers is at least as wide as the longest word of its title.
  const wide = (title: string, least: number): number =>
    Math.max(least, ...title.split(' ').map((word) => textWidth(flow.pages, word, style) + 6));
  const narrow = [issued, collected, valid, invalid].map((title) => wide(title, many ? 28 : 37));
  const others = [...narrow, ...data.levels.map(({ label }) => wide(label, many ? 46 : 55))];
  const number = 26;
  const rest = flow.width - others.reduce((sum, width) => sum + width, number);
  const frame: TableFrame = { x: flow.x, widths: [number, rest, ...others], padX: 3, padY: 4 };
  const columns = [
    wording.number,
    data.subjectHeading,
    { group: wording.ballotColumns, columns: [issued, collected, valid, invalid] },
    { group: data.levelsHeading, columns: data.levels.map(({ label }) => label) },
  ];
  const head = tableHead(flow.pages, frame, columns, style);
  const rows = data.subjects.map((subject, index) =>
    tableRow(flow.pages, frame, subjectCells(data, subject, index), 26),
  );
  flowTable(flow, frame, head, rows);
}
