import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import type { TemplateCell, TemplateWorksheet } from '../../print/list-templates.ts';

const dayFormat = 'dd/mm/yyyy';

/** A template as a workbook; every column keeps the format of its first empty cell all the way down. */
export function templateXlsx(worksheets: readonly TemplateWorksheet[]): Promise<Uint8Array> {
  return writeExcelFile(
    worksheets.map(({ name, rows, widths }) => ({
      data: rows.map((row) => row.map((cell, index) => cellOf(cell, widths.slice(index)))),
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Times New Roman', fontSize: 12, features: [formatColumns] },
  ).toBuffer();
}

/** @param widths of its column and those behind it */
function cellOf(cell: TemplateCell, widths: readonly number[]): CellObject {
  switch (cell.kind) {
    case 'title':
      return { value: cell.text, type: String, fontWeight: 'bold', wrap: true, backgroundColor: '#E8E4DC' };
    case 'wrapped':
      return wrappedCell(cell, widths);
    case 'text':
      return { value: cell.text, type: String, format: '@' };
    case 'number':
      return { value: cell.number, type: Number };
    case 'day':
      return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: dayFormat };
    case 'empty':
      return emptyCells[cell.as];
  }
}

/** Programs do not agree on who makes a row as high as its text: it is said here. */
function wrappedCell({ text, span = 1 }: TemplateCell & { kind: 'wrapped' }, widths: readonly number[]): CellObject {
  const width = widths.slice(0, span).reduce((sum, one) => sum + one, 0);
  const height = lineHeight * Math.ceil(text.length / width);
  const look = { wrap: true, alignVertical: 'top', height } as const;
  return { value: text, type: String, ...look, ...(span > 1 ? { columnSpan: span } : {}) };
}

/** In points, of 12-point text. */
const lineHeight = 17;

const emptyCells = {
  text: { type: String, format: '@' },
  number: { type: Number, format: 'General' },
  day: { type: Date, format: dayFormat },
} satisfies Record<string, CellObject>;

/** A column takes the style of its empty cell: what is typed below the examples is kept as text, number or day too. */
const formatColumns = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) => {
          const empty = [...xml.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"\s*\/>/g)];
          return xml.replace(/<col min="(\d+)"/g, (whole, number: string) => {
            const column = String.fromCharCode(64 + Number(number));
            const style = empty.find(([, of]) => of === column)?.[2];
            return style === undefined ? whole : `<col style="${style}" min="${number}"`;
          });
        },
      },
    },
  },
};
