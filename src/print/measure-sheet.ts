import type { BallotSheetsData } from './ballot-sheets-data.ts';
import { A4, mm } from './document-layout.ts';
import type { Pages } from './pages.ts';
import { qrCode, qrSide } from './qr-code.ts';
import { type SheetDensity, sheetDensities } from './sheet-density.ts';
import { drawFirstTop, type SheetTop } from './sheet-top.ts';
import { sheetWordingOf } from './sheet-wording.ts';
import { type DrawnCell, type TableFrame, type TableRow, tableRow } from './table.ts';
import { type TableHead, tableHead } from './table-head.ts';

/** Everything about a sheet that is the same for all papers of a print run, measured once. */
export interface SheetLayout extends SheetTop {
  /** The y of the cut line above the stub. */
  readonly stubTop: number;
  readonly frame: TableFrame;
  readonly head: TableHead;
  /** Rows per page; of several pages an even number, the last one empty where need be. */
  readonly pageRows: readonly (readonly TableRow[])[];
}

const MARGIN_BOTTOM = mm(12);
const FOOT = 18;

/** Candidate widths of the columns: the name's share of what number and boxes leave. */
function columnWidths(data: BallotSheetsData, width: number, density: SheetDensity): number[][] {
  const { number } = density;
  const { widest, narrowest } = density.level;
  const level = Math.max(narrowest, Math.min(widest, 224 / data.levels.length));
  const rest = width - number - level * data.levels.length;
  // Names of organisations are longer than what kind they are.
  const shares = [0.36, 0.4, 0.44, 0.48, 0.52, 0.56, 0.62, 0.68];
  return shares.map((share) => [number, rest * share, rest * (1 - share), ...data.levels.map(() => level)]);
}

/** What rows are measured with. */
interface Rows {
  readonly pages: Pages;
  readonly data: BallotSheetsData;
  readonly density: SheetDensity;
  readonly size: number;
}

function subjectRow({ pages, data, density, size }: Rows, frame: TableFrame, index: number): TableRow {
  const subject = data.subjects[index];
  const cells: DrawnCell[] = [
    { texts: [{ text: String(index + 1), style: { size: size - 1, align: 'center' } }] },
    { texts: [{ text: subject?.name ?? '', style: { size, face: 'bold' } }] },
    { texts: [{ text: subject?.position ?? '', style: { size: size - 1 } }] },
    ...data.levels.map(() => ({ boxSide: density.boxSide })),
  ];
  return tableRow(pages, frame, cells, density.lowestRow);
}

/** The rows at this type size with the column widths that make the table lowest. */
function lowestTable(rowsOf: Rows, { x, width }: { x: number; width: number }) {
  const { data, density } = rowsOf;
  const tables = columnWidths(data, width, density).map((widths) => {
    const frame: TableFrame = { x, widths, padX: 5, padY: density.padY };
    const rows = data.subjects.map((_, index) => subjectRow(rowsOf, frame, index));
    return { frame, rows, height: rows.reduce((sum, row) => sum + row.height, 0) };
  });
  return tables.reduce((best, table) => (table.height < best.height ? table : best));
}

function sheetHead({ pages, data, wording, density }: SheetTop, frame: TableFrame): TableHead {
  return tableHead(
    pages,
    frame,
    [
      wording.number,
      data.nameHeading,
      data.positionHeading,
      { group: data.levelsHeading, columns: data.levels.map(({ label }) => label) },
    ],
    { size: data.levels.length > 3 ? Math.min(10.5, density.heading) : density.heading, face: 'bold' },
  );
}

/** Fills pages with rows; the signature never stands on a page of its own without a row above it, if there is one. */
function spread(rows: readonly TableRow[], room: (page: number) => number, lastNeeds: number): TableRow[][] {
  const result: TableRow[][] = [[]];
  let left = room(0);
  rows.forEach((row, index) => {
    const needs = row.height + (index === rows.length - 1 ? lastNeeds : 0);
    if (needs > left && (result.at(-1)?.length ?? 0) > 0) {
      result.push([]);
      left = room(result.length - 1);
    }
    result.at(-1)?.push(row);
    left -= row.height;
  });
  return result;
}

/**
 * Measures a print run's sheet: as roomy as it can be on the fewest pages. `scratch` is a document that is thrown away:
 * the first page's top is drawn there once for each density.
 */
export function measureSheet(pages: Pages, scratch: Pages, data: BallotSheetsData): SheetLayout {
  const densities = sheetDensities.filter(({ mostSubjects }) => data.subjects.length <= mostSubjects);
  const plans = densities.flatMap((density) => plansOf(pages, scratch, data, density));
  const fewest = Math.min(...plans.map((plan) => plan.pageRows.length));
  const chosen = plans.find((plan) => plan.pageRows.length === fewest);
  if (chosen === undefined) throw new Error('a sheet has at least one size');
  return chosen;
}

/** Printed on both sides, the next paper must not begin on the back of this one. */
function onBothSides(pageRows: readonly (readonly TableRow[])[]): readonly (readonly TableRow[])[] {
  return pageRows.length > 1 && pageRows.length % 2 === 1 ? [...pageRows, []] : pageRows;
}

/** One for each size of type. */
function plansOf(pages: Pages, scratch: Pages, data: BallotSheetsData, density: SheetDensity): SheetLayout[] {
  const wording = sheetWordingOf(data);
  const x = density.sides.left;
  const width = A4.width - x - density.sides.right;
  const stubTop = A4.height - density.stub;
  const qr = Math.max(0, ...data.papers.map(({ link }) => qrSide(qrCode(link))));
  const top: SheetTop = { pages, data, wording, x, width, top: density.marginTop, qrSide: qr, density };
  scratch.addPage();
  const firstTop = Math.max(
    0,
    ...data.papers.slice(0, 1).map((paper) => drawFirstTop({ ...top, pages: scratch }, paper)),
  );
  return density.names.map((size): SheetLayout => {
    const { frame, rows } = lowestTable({ pages, data, density, size }, { x, width });
    const head = sheetHead(top, frame);
    const room = (page: number) =>
      (page === 0 ? stubTop - firstTop : A4.height - MARGIN_BOTTOM - density.marginTop) - FOOT - head.height;
    const pageRows = spread(rows, room, data.signature === null ? 0 : density.signature);
    return { ...top, stubTop, frame, head, pageRows: onBothSides(pageRows) };
  });
}
