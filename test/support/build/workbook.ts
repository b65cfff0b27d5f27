import { type ZipPart, zipOf } from './zip.ts';

/** A cell as a spreadsheet program would write it. */
export type CellPlan =
  | null
  | string
  | number
  | boolean
  | { readonly number: number; readonly format: string | number }
  /** A date that is written out, `t="d"`. */
  | { readonly iso: string; readonly format?: string }
  | { readonly error: string }
  /** A formula whose value is stored as it is written here; undefined: the element is missing. */
  | { readonly formula: string; readonly value?: string; readonly type?: string }
  /** Text in pieces that look differently, and how it is said, which is no part of it. */
  | { readonly runs: readonly string[]; readonly phonetic?: string }
  /** Nothing but a format. */
  | { readonly empty: string };

export interface RowPlan {
  readonly cells: readonly CellPlan[];
  readonly isHidden?: boolean;
  /** From 1; the one after the row before when left out. */
  readonly line?: number;
}

export interface WorksheetLayout {
  readonly name: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly rows: readonly (RowPlan | readonly CellPlan[])[];
  /** `A1:C1` */
  readonly merges?: readonly string[];
  /** From 0. */
  readonly hiddenColumns?: readonly number[];
}

export interface WorkbookPlan {
  readonly sheets: readonly WorksheetLayout[];
  readonly is1904?: boolean | 'on' | 'true';
  readonly isStrict?: boolean;
  readonly isUncomputed?: boolean;
  readonly strings?: 'inline' | 'shared';
  /** Whether rows and cells say where they are. */
  readonly hasAddresses?: boolean;
  /** Of the elements' names, `x:` for example. */
  readonly prefix?: string;
  readonly encoding?: 'utf-8' | 'utf-16';
  readonly targets?: 'relative' | 'absolute';
  readonly hasContentTypes?: boolean;
}

/** The bytes of an .xlsx workbook. */
export function workbookOf(plan: WorkbookPlan): Uint8Array {
  return zipOf(partsOf(plan));
}

/** The parts, for tests that change one. */
export function partsOf(plan: WorkbookPlan): ZipPart[] {
  return new Builder(plan).parts();
}

/** `0` is `A`. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** The number of a day, as a workbook counts it. */
export function serialOf(day: string, is1904 = false): number {
  const serial = (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return is1904 ? serial - 1462 : serial;
}

const packageNames = 'http://schemas.openxmlformats.org/package/2006/relationships';

class Builder {
  readonly #plan: WorkbookPlan;
  readonly #formats: string[] = [];
  /** Formats by the indexes of cells; ids below 164 are built in. */
  readonly #styles: (string | number)[] = [0];
  readonly #strings: string[] = [];

  constructor(plan: WorkbookPlan) {
    this.#plan = plan;
  }

  parts(): ZipPart[] {
    const { sheets, hasContentTypes = true } = this.#plan;
    const worksheets = sheets.map((sheet) => this.#worksheet(sheet));
    const link = (target: string) => (this.#plan.targets === 'absolute' ? `/xl/${target}` : target);
    const related = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${this.#relations()}/${type}" Target="${target}"/>`;
    const relationships = (content: string) => `<Relationships xmlns="${packageNames}">${content}</Relationships>`;
    const parts = [
      ['_rels/.rels', relationships(related('rId1', 'officeDocument', 'xl/workbook.xml'))],
      ['xl/workbook.xml', this.#workbook()],
      [
        'xl/_rels/workbook.xml.rels',
        relationships(
          worksheets
            .map((_, at) => related(`rId${at + 1}`, 'worksheet', link(`worksheets/sheet${at + 1}.xml`)))
            .join('') +
            related('rIdS', 'styles', link('styles.xml')) +
            related('rIdT', 'sharedStrings', link('sharedStrings.xml')),
        ),
      ],
      ...worksheets.map((content, at) => [`xl/worksheets/sheet${at + 1}.xml`, content]),
      ['xl/styles.xml', this.#stylesheet()],
      ['xl/sharedStrings.xml', this.#root('sst', this.#strings.map((one) => this.#tag('si', '', one)).join(''))],
      ...(hasContentTypes ? [['[Content_Types].xml', contentTypes(worksheets.length)]] : []),
    ];
    return parts.map(([name = '', content = '']) => ({ name, content: this.#encoded(content) }));
  }

  #encoded(content: string): Uint8Array {
    const encoding = this.#plan.encoding ?? 'utf-8';
    const text = `<?xml version="1.0" encoding="${encoding.toUpperCase()}" standalone="yes"?>\n${content}`;
    return encoding === 'utf-8' ? Buffer.from(text) : Buffer.from(`\ufeff${text}`, 'utf16le');
  }

  #main(): string {
    return this.#plan.isStrict
      ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
      : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  }

  #relations(): string {
    return this.#plan.isStrict
      ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
      : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  }

  #tag(name: string, attributes: string, content = ''): string {
    const { prefix = '' } = this.#plan;
    const opened = `${prefix}${name}${attributes === '' ? '' : ` ${attributes}`}`;
    return content === '' ? `<${opened}/>` : `<${opened}>${content}</${prefix}${name}>`;
  }

  #root(name: string, content: string): string {
    const { prefix = '' } = this.#plan;
    const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
    return this.#tag(name, `${declared}="${this.#main()}" xmlns:r="${this.#relations()}"`, content);
  }

  #workbook(): string {
    const { sheets, is1904, isUncomputed } = this.#plan;
    const written = is1904 === true ? '1' : is1904;
    const properties = is1904 === undefined || is1904 === false ? '' : this.#tag('workbookPr', `date1904="${written}"`);
    const list = sheets.map(({ name, state }, at) => {
      const hidden = state === undefined ? '' : ` state="${state}"`;
      return this.#tag('sheet', `name="${escaped(name)}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"`);
    });
    const shown = Math.max(
      0,
      sheets.findIndex(({ state = 'visible' }) => state === 'visible'),
    );
    const views = this.#tag('bookViews', '', this.#tag('workbookView', `activeTab="${shown}"`));
    const computing = isUncomputed ? this.#tag('calcPr', 'calcId="124519" fullCalcOnLoad="1"') : '';
    return this.#root('workbook', properties + views + this.#tag('sheets', '', list.join('')) + computing);
  }

  #stylesheet(): string {
    const formats = this.#formats.map((code, at) =>
      this.#tag('numFmt', `numFmtId="${164 + at}" formatCode="${escaped(code)}"`),
    );
    const styles = this.#styles.map((format) =>
      this.#tag(
        'xf',
        `numFmtId="${typeof format === 'number' ? format : 164 + this.#formats.indexOf(format)}" applyNumberFormat="1"`,
      ),
    );
    return this.#root(
      'styleSheet',
      (formats.length === 0 ? '' : this.#tag('numFmts', `count="${formats.length}"`, formats.join(''))) +
        this.#tag('cellStyleXfs', 'count="2"', this.#tag('xf', 'numFmtId="14"').repeat(2)) +
        this.#tag('cellXfs', `count="${styles.length}"`, styles.join('')),
    );
  }

  #worksheet({ rows, merges = [], hiddenColumns = [] }: WorksheetLayout): string {
    let line = 0;
    const written = rows.map((plan) => {
      const row: RowPlan = 'cells' in plan ? plan : { cells: plan };
      line = row.line ?? line + 1;
      return this.#row(row, line);
    });
    const columns = hiddenColumns.map((at) => this.#tag('col', `min="${at + 1}" max="${at + 1}" width="9" hidden="1"`));
    const merged = merges.map((range) => this.#tag('mergeCell', `ref="${range}"`));
    return this.#root(
      'worksheet',
      (columns.length === 0 ? '' : this.#tag('cols', '', columns.join(''))) +
        this.#tag('sheetData', '', written.join('')) +
        (merged.length === 0 ? '' : this.#tag('mergeCells', `count="${merged.length}"`, merged.join(''))),
    );
  }

  #row({ cells, isHidden = false }: RowPlan, line: number): string {
    const hasAddresses = this.#plan.hasAddresses ?? true;
    const written = cells.map((cell, column) => {
      if (cell === null) return hasAddresses ? '' : this.#tag('c', '');
      return this.#cell(cell, hasAddresses ? `r="${columnLetters(column)}${line}"` : '');
    });
    const address = hasAddresses ? `r="${line}"` : '';
    return this.#tag('row', `${address}${isHidden ? ' hidden="1"' : ''}`.trim(), written.join(''));
  }

  #cell(cell: Exclude<CellPlan, null>, address: string): string {
    const make = (attributes: string, content: string) => this.#tag('c', `${address} ${attributes}`.trim(), content);
    const value = (text: string) => this.#tag('v', '', text);
    if (typeof cell === 'string') return this.#text(address, this.#plain(cell));
    if (typeof cell === 'number') return make('', value(String(cell)));
    if (typeof cell === 'boolean') return make('t="b"', value(cell ? '1' : '0'));
    if ('number' in cell) return make(`s="${this.#style(cell.format)}"`, value(String(cell.number)));
    if ('iso' in cell) return make(`s="${this.#style(cell.format ?? 'dd/mm/yyyy')}" t="d"`, value(cell.iso));
    if ('error' in cell) return make('t="e"', value(cell.error));
    if ('empty' in cell) return make(`s="${this.#style(cell.empty)}"`, '');
    if ('runs' in cell) {
      const runs = cell.runs.map((run) =>
        this.#tag('r', '', this.#tag('rPr', '', this.#tag('b', '')) + this.#plain(run)),
      );
      const said = cell.phonetic === undefined ? '' : this.#tag('rPh', 'sb="0" eb="1"', this.#plain(cell.phonetic));
      return this.#text(address, runs.join('') + said);
    }
    const type = cell.type === undefined ? '' : `t="${cell.type}"`;
    const stored = cell.value === undefined ? '' : value(escaped(cell.value));
    return make(type, this.#tag('f', '', escaped(cell.formula)) + stored);
  }

  #plain(text: string): string {
    return this.#tag('t', 'xml:space="preserve"', escaped(text));
  }

  #text(address: string, content: string): string {
    if (this.#plan.strings !== 'shared')
      return this.#tag('c', `${address} t="inlineStr"`.trim(), this.#tag('is', '', content));
    const known = this.#strings.indexOf(content);
    const at = known === -1 ? this.#strings.push(content) - 1 : known;
    return this.#tag('c', `${address} t="s"`.trim(), this.#tag('v', '', String(at)));
  }

  #style(format: string | number): number {
    if (typeof format === 'string' && !this.#formats.includes(format)) this.#formats.push(format);
    const known = this.#styles.indexOf(format);
    return known === -1 ? this.#styles.push(format) - 1 : known;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, kind: string) => `<Override PartName="/xl/${name}" ContentType="${type}.${kind}+xml"/>`;
  const worksheets = Array.from({ length: sheets }, (_, at) => part(`worksheets/sheet${at + 1}.xml`, 'worksheet'));
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${worksheets.join('')}${part('styles.xml', 'styles')}${part('sharedStrings.xml', 'sharedStrings')}</Types>`;
}
