import type { Cell, MergedCells, Worksheet, WorksheetRow } from '../../domain/lists/worksheet.ts';
import { cellReference, rowNumber } from './cell-reference.ts';
import { type CellContext, cellOf } from './cell-value.ts';
import { HiddenColumns } from './hidden-columns.ts';
import { MergeList } from './merge-list.ts';
import { StringItem } from './string-item.ts';
import { Unreadable } from './unreadable.ts';
import type { ValueBudget } from './value-budget.ts';
import type { WorksheetPart } from './workbook-parts.ts';
import { isTrue, mainNamespaces, readXml, type XmlAttributes, type XmlHandler } from './xml-events.ts';

/** More than a number, an error or a text that a formula gave, with every character escaped. */
const longestValue = 250_000;

/** Reads a sheet's cells, merges and what of it is hidden. */
export async function readWorksheet(
  pieces: AsyncIterable<Uint8Array>,
  { name, isHidden }: WorksheetPart,
  context: CellContext,
  budget: ValueBudget,
): Promise<Worksheet> {
  const reader = new WorksheetReader(context, budget);
  await readXml(pieces, mainNamespaces, reader);
  return { name, isHidden, ...reader.finish() };
}

class WorksheetReader implements XmlHandler {
  readonly #context: CellContext;
  readonly #budget: ValueBudget;
  readonly #rows: WorksheetRow[] = [];
  readonly #merges = new MergeList();
  readonly #hiddenColumns = new HiddenColumns();
  #line = 0;
  #isLineGiven = false;
  #isRowHidden = false;
  /** Rows that say nothing of it themselves are hidden (`zeroHeight`, ECMA-376 part 1, 18.3.1.81). */
  #areRowsHidden = false;
  #cells: (Cell | null)[] = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #isFormula = false;
  #value: string | undefined;
  #isValue = false;
  #inline: StringItem | undefined;

  constructor(context: CellContext, budget: ValueBudget) {
    this.#context = context;
    this.#budget = budget;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#value = '';
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'is') this.#inline = new StringItem();
    else if (name === 'sheetFormatPr') this.#areRowsHidden = isTrue(attributes.zeroHeight);
    else if (name === 'col') this.#hiddenColumns.add(attributes);
    else if (name === 'mergeCell') this.#merges.add(attributes.ref ?? '');
    else this.#inline?.open(name);
    this.#isValue = name === 'v';
  }

  text(text: string): void {
    if (this.#inline !== undefined) this.#inline.text(text);
    else if (this.#isValue && this.#value !== undefined && this.#value.length < longestValue) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else this.#inline?.close(name);
  }

  finish(): { rows: WorksheetRow[]; merges: MergedCells[]; hiddenColumns: number[] } {
    const rows = inOrder(this.#rows);
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    return { rows, merges: this.#merges.within(width), hiddenColumns: this.#hiddenColumns.within(width) };
  }

  #openRow({ r, hidden, ht }: XmlAttributes): void {
    this.#isLineGiven = r !== undefined;
    this.#line = r === undefined ? this.#line + 1 : rowNumber(r);
    const isWithoutHeight = ht === undefined ? hidden === undefined && this.#areRowsHidden : Number(ht) === 0;
    this.#isRowHidden = isTrue(hidden) || isWithoutHeight;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell({ r, t, s }: XmlAttributes): void {
    if (r === undefined) this.#column += 1;
    else {
      const { row, column } = cellReference(r);
      if (!this.#isLineGiven) this.#line = row;
      this.#isLineGiven = true;
      if (row !== this.#line) throw new Unreadable('not-a-spreadsheet');
      this.#column = column;
    }
    this.#type = t ?? 'n';
    this.#style = Number(s ?? 0);
    this.#isFormula = false;
    this.#value = undefined;
    this.#inline = undefined;
  }

  #closeCell(): void {
    const cell = this.#inline?.cell() ?? this.#plainCell();
    this.#inline = undefined;
    if (cell === null) return;
    this.#budget.takeCell(cell, this.#column);
    if (this.#cells[this.#column]) throw new Unreadable('not-a-spreadsheet');
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = cell;
  }

  #plainCell(): Cell | null {
    if (this.#type === 'inlineStr') return null;
    const raw = { type: this.#type, style: this.#style, isFormula: this.#isFormula, value: this.#value };
    return cellOf(raw, this.#context);
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#budget.takeRow();
    this.#rows.push({ line: this.#line, isHidden: this.#isRowHidden, cells: this.#cells });
    this.#cells = [];
  }
}

/** Top down; a workbook in which two rows have one number has none that everybody sees. */
function inOrder(rows: WorksheetRow[]): WorksheetRow[] {
  const isAscending = rows.every(({ line }, at) => at === 0 || line > (rows[at - 1]?.line ?? 0));
  if (isAscending) return rows;
  const sorted = rows.toSorted((a, b) => a.line - b.line);
  if (sorted.some(({ line }, at) => line === sorted[at - 1]?.line)) throw new Unreadable('not-a-spreadsheet');
  return sorted;
}
