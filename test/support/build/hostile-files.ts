import { partsOf } from './workbook.ts';
import { type ZipPart, zipOf } from './zip.ts';

/** A workbook whose sheet's XML is this between its root's tags. */
export function withSheet(content: string): Uint8Array {
  return withPart('xl/worksheets/sheet1.xml', (part) => part.replace('<sheetData/>', content));
}

export function withSharedStrings(content: string, sheet = ''): Uint8Array {
  const parts = partsOf({ sheets: [{ name: 'A', rows: [] }] }).map((part) => {
    const text = part.content.toString();
    if (part.name === 'xl/sharedStrings.xml') return { ...part, content: text.replace(/\/>$/, `>${content}</sst>`) };
    return part.name.endsWith('sheet1.xml') ? { ...part, content: text.replace('<sheetData/>', sheet) } : part;
  });
  return zipOf(parts);
}

export function withPart(name: string, change: (content: string) => string): Uint8Array {
  const parts: ZipPart[] = partsOf({ sheets: [{ name: 'A', rows: [] }] });
  return zipOf(
    parts.map((part) => (part.name === name ? { ...part, content: change(part.content.toString()) } : part)),
  );
}

const rows = (content: string) => withSheet(`<sheetData>${content}</sheetData>`);
const inOneRow = (content: string) => rows(`<row r="1">${content}</row>`);
const cell = (text: string) => inOneRow(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`);
const many = (count: number, one: (at: number) => string) => Array.from({ length: count }, (_, at) => one(at)).join('');
const styled = (code: string, count: number) =>
  zipOf(
    partsOf({ sheets: [{ name: 'A', rows: [[{ number: 45_000, format: code }]] }] }).map((part) =>
      part.name.endsWith('sheet1.xml')
        ? {
            ...part,
            content: part.content
              .toString()
              .replace(/<row.*<\/row>/, '<row><c s="1"><v>45000.7</v></c></row>'.repeat(count)),
          }
        : part,
    ),
  );

/** Files that were made to be slow or large to read, `size` times as long as the smallest. */
export const hostileFiles: Readonly<Record<string, (size: number) => Uint8Array>> = {
  'cells that are never closed': (size) => inOneRow('<c '.repeat(100_000 * size)),
  'cells that are opened in cells': (size) => inOneRow('<c>'.repeat(50_000 * size) + '</c>'.repeat(50_000 * size)),
  'an attribute without end': (size) => inOneRow(`<c r="${'A'.repeat(400_000 * size)}`),
  'an attribute of great length': (size) => inOneRow(`<c r="A1" x="${'&amp;'.repeat(80_000 * size)}"><v>1</v></c>`),
  'many attributes': (size) => inOneRow(`<c ${many(20_000 * size, (at) => `a${at}="" `)}/>`),
  'many cells of many attributes': (size) => inOneRow(`<c ${many(200, (at) => `a${at}="" `)}/>`.repeat(200 * size)),
  'one attribute many times': (size) => inOneRow(`<c ${'a="" '.repeat(50_000 * size)}/>`),
  'empty cells': (size) => inOneRow('<c/>'.repeat(4_000 * size)),
  'rows of empty cells': (size) => rows(`<row>${'<c s="1"/>'.repeat(500)}</row>`.repeat(200 * size)),
  'empty rows': (size) => rows('<row/>'.repeat(100_000 * size)),
  'rows bottom up': (size) => rows(many(2_000 * size, (at) => `<row r="${100_000 - at}"><c><v>1</v></c></row>`)),
  comments: (size) => rows(`<!--${'-x'.repeat(50)}-->`.repeat(5_000 * size)),
  'one long comment': (size) => rows(`<!--${'x'.repeat(400_000 * size)}-->`),
  'instructions to programs': (size) => rows('<?a b?>'.repeat(100_000 * size)),
  'sections of plain text': (size) => cell('<![CDATA[x]]>'.repeat(50_000 * size)),
  'a text of great length': (size) => cell('x'.repeat(400_000 * size)),
  'references to characters': (size) => cell('&#x1EA1;'.repeat(50_000 * size)),
  'escaped characters': (size) => cell('_x0041_'.repeat(50_000 * size)),
  'underlines before no code': (size) => cell('_x'.repeat(100_000 * size)),
  'a run of marks': (size) => cell(`a${'\u0301\u0323'.repeat(50_000 * size)}`),
  'runs of marks as long as they may be': (size) =>
    inOneRow(`<c t="inlineStr"><is><t>${`a${'\u0323\u0301'.repeat(15)}`.repeat(1_000)}</t></is></c>`.repeat(5 * size)),
  'texts in many pieces': (size) =>
    inOneRow(`<c t="inlineStr"><is>${'<r><t>x</t></r>'.repeat(50_000 * size)}</is></c>`),
  'a value in many pieces': (size) => inOneRow(`<c><v>${'1<!---->'.repeat(50_000 * size)}</v></c>`),
  'runs of columns': (size) =>
    withSheet(`<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(20_000 * size)}</cols>`),
  'merges, one below the other': (size) =>
    withSheet(
      `<sheetData><row><c r="GR1"><v>1</v></c></row></sheetData>${many(20_000 * size, (at) => `<mergeCell ref="A${at + 1}:GR${at + 1}"/>`)}`,
    ),
  'merges, one on the other': (size) =>
    withSheet(
      `<sheetData><row><c r="GR1"><v>1</v></c></row></sheetData>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000 * size)}`,
    ),
  'more merges than any list has': (size) => withSheet('<mergeCell ref="A1"/>'.repeat(60_000 * size)),
  'one text in every cell': (size) =>
    withSharedStrings(
      `<si><t>${'x'.repeat(30_000)}</t></si>`,
      `<sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(2_000 * size)}</sheetData>`,
    ),
  'texts that no cell names': (size) => withSharedStrings('<si/>'.repeat(100_000 * size)),
  'texts within texts': (size) => withSharedStrings(`<si>${'<si>'.repeat(50_000 * size)}`),
  formats: (size) =>
    withPart('xl/styles.xml', (content) =>
      content.replace('<cellXfs', `${many(5_000 * size, (at) => `<numFmt numFmtId="${at}" formatCode="0"/>`)}<cellXfs`),
    ),
  'a date’s format of great length': (size) => styled('dddd mmmm yyyy '.repeat(16), 1_000 * size),
  'a number’s format of great length': (size) => styled(`${'0,'.repeat(60)}.${'#?'.repeat(60)}`, 1_000 * size),
  'a fraction’s format of great length': (size) => styled(`# ${'?'.repeat(100)}/${'?'.repeat(100)}`, 300 * size),
  'a format of great length that is none': (size) => styled(`[[[${'[$-'.repeat(80)}`, 1_000 * size),
  links: (size) =>
    withPart('xl/_rels/workbook.xml.rels', (content) =>
      content.replace(
        '<Relationship ',
        `${'<Relationship Id="x" Type="y" Target="../../a"/>'.repeat(20_000 * size)}<Relationship `,
      ),
    ),
  'a target of many steps': (size) =>
    withPart('xl/_rels/workbook.xml.rels', (content) =>
      content.replace('Target="', `Target="${'a/../'.repeat(30_000 * size)}`),
    ),
  'sheets of one part': (size) =>
    withPart('xl/workbook.xml', (content) => content.replace(/(<sheet .*\/>)/, '$1'.repeat(400 * size))),
  'a name of great length': (size) =>
    withPart('xl/workbook.xml', (content) => content.replace('name="A"', `name="${'a\u0301'.repeat(40_000 * size)}"`)),
  'text that is one line': (size) => Buffer.from('x'.repeat(200_000 * size)),
  'text that is one column': (size) => Buffer.from('\n'.repeat(500_000 * size)),
  delimiters: (size) => Buffer.from(';,|\t'.repeat(12_000 * size)),
  'quotation marks': (size) => Buffer.from('"'.repeat(300_000 * size)),
  'quotation marks between delimiters': (size) => Buffer.from('",;'.repeat(25_000 * size)),
  'a quotation mark at every beginning': (size) => Buffer.from('"a;b\n'.repeat(15_000 * size)),
  'a text of marks': (size) => Buffer.from(`a${'\u0301\u0323'.repeat(40_000 * size)}`),
  'a text of another code': (size) => Buffer.from('\u00e9a?a '.repeat(40_000 * size), 'latin1'),
  'a text of another code without a blank': (size) => Buffer.from('\u00e9a?'.repeat(60_000 * size), 'latin1'),
  'marks of Windows-1258': (size) => Buffer.alloc(400_000 * size, 0xcc),
  'signs of a file of pages': (size) => Buffer.from(`<?xml ${'<!-- '.repeat(80_000 * size)}`),
};
