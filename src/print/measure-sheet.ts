import type { BallotSheetsData } from './ballot-sheets-data.ts';
import { A4, mm } from './document-layout.ts';
import type { Pages } from './pages.ts';
import { qrCode, qrSide } from './qr-code.ts';
import { drawFirstTop, type SheetTop } from './sheet-top.ts';
import { type SheetWording, sheetWordingOf } from './sheet-wording.ts';
import { type DrawnCell, type TableFrame, type TableRow, tableRow } from './table.ts';
import { type TableHead, tableHead } from './table-head.ts';

/** Everything about a sheet that is the same for all papers of a print run, measured once. */
export interface SheetLayout extends SheetTop {
  /** The y of the cut line above the stub. */
  readonly stubTop: number;
  readonly frame: TableFrame;
  readonly head: TableHead;
  /** Rows per page. */
  readonly pageRows: readonly (readonly TableRow[])[];
}

const MARGIN_LEFT = mm(17);
const MARGIN_RIGHT = mm(13);
const MARGIN_TOP = mm(11);
const MARGIN_BOTTOM = mm(12);
const STUB_HEIGHT = mm(26);
const FOOT = 18;
const SIGNATURE_HEIGHT = 66;

/** Sizes tried for the names, largest first: generous type unless a smaller one saves the voter a page. */
const SIZES = [14, 13.5, 13, 12.5, 12] as const;

/** Candidate widths of the columns: the name's share of what number and boxes leave. */
function columnWidths(data: BallotSheetsData, width: number): number[][] {
  const number = 30;
  const level = Math.max(52, Math.min(62, 224 / data.levels.length));
  const rest = width - number - level * data.levels.length;
  // Names of organisations are longer than what kind they are.
  const shares = [0.36, 0.4, 0.44, 0.48, 0.52, 0.56, 0.62, 0.68];
  return shares.map((share) => [number, rest * share, rest * (1 - share), ...data.levels.map(() => level)]);
}

function subjectRow(pages: Pages, data: BallotSheetsData, frame: TableFrame, size: number, index: number): TableRow {
  const subject = data.subjects[index];
  const cells: DrawnCell[] = [
    { texts: [{ text: String(index + 1), style: { size: size - 1, align: 'center' } }] },
    { texts: [{ text: subject?.name ?? '', style: { size, face: 'bold' } }] },
    { texts: [{ text: subject?.position ?? '', style: { size: size - 1 } }] },
    ...data.levels.map(() => ({ boxSide: 16 })),
  ];
  return tableRow(pages, frame, cells, 26);
}

/** The rows at this type size with the column widths that make the table lowest. */
function lowestTable(pages: Pages, data: BallotSheetsData, { x, width }: { x: number; width: number }, size: number) {
  const tables = columnWidths(data, width).map((widths) => {
    const frame: TableFrame = { x, widths, padX: 5, padY: 3.5 };
    const rows = data.subjects.map((_, index) => subjectRow(pages, data, frame, size, index));
    return { frame, rows, height: rows.reduce((sum, row) => sum + row.height, 0) };
  });
  return tables.reduce((best, table) => (table.height < best.height ? table : best));
}

function sheetHead(pages: Pages, data: BallotSheetsData, wording: SheetWording, frame: TableFrame): TableHead {
  return tableHead(
    pages,
    frame,
    [
      wording.number,
      data.nameHeading,
      data.positionHeading,
      { group: data.levelsHeading, columns: data.levels.map(({ label }) => label) },
    ],
    { size: data.levels.length > 3 ? 10.5 : 11.5, face: 'bold' },
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

/** Measures a print run's sheet. `scratch` is a document that is thrown away: the first page's top is drawn once there. */
export function measureSheet(pages: Pages, scratch: Pages, data: BallotSheetsData): SheetLayout {
  const wording = sheetWordingOf(data);
  const x = MARGIN_LEFT;
  const width = A4.width - MARGIN_LEFT - MARGIN_RIGHT;
  const stubTop = A4.height - STUB_HEIGHT;
  const top: SheetTop = {
    pages,
    data,
    wording,
    x,
    width,
    top: MARGIN_TOP,
    qrSide: Math.max(0, ...data.papers.map(({ link }) => qrSide(qrCode(link)))),
  };
  scratch.addPage();
  const firstTop = Math.max(
    0,
    ...data.papers.slice(0, 1).map((paper) => drawFirstTop({ ...top, pages: scratch }, paper)),
  );
  const plans = SIZES.map((size): SheetLayout => {
    const { frame, rows } = lowestTable(pages, data, { x, width }, size);
    const head = sheetHead(pages, data, wording, frame);
    const room = (page: number) =>
      (page === 0 ? stubTop - firstTop : A4.height - MARGIN_BOTTOM - MARGIN_TOP) - FOOT - head.height;
    return {
      ...top,
      stubTop,
      frame,
      head,
      pageRows: spread(rows, room, data.signature === null ? 0 : SIGNATURE_HEIGHT),
    };
  });
  const fewest = Math.min(...plans.map((plan) => plan.pageRows.length));
  const chosen = plans.find((plan) => plan.pageRows.length === fewest);
  if (chosen === undefined) throw new Error('a sheet has at least one size');
  return chosen;
}
