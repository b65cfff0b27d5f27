import { describe, expect, test } from 'vitest';
import { spreadsheetRefusals } from '../../../src/contract/documents/spreadsheet.ts';
import { refusals } from '../../../src/contract/refusals.ts';
import { compoundFileOf } from '../../support/build/compound-file.ts';
import { partsOf } from '../../support/build/workbook.ts';
import { refusalOf, shownIn, smallLimits } from '../../support/build/worksheets.ts';
import { zipOf } from '../../support/build/zip.ts';

const table = '<table><tr><td>Họ và tên</td><td>Chức vụ</td></tr></table>';
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const zipWith = (...names: string[]) => zipOf(names.map((name) => ({ name, content: '<a/>' })));
const withFlag = (bytes: Uint8Array): Uint8Array => {
  const zip = Buffer.from(bytes);
  zip[zip.indexOf('PK\x01\x02') + 8] = 1;
  return zip;
};

/** "Họ và tên; Nguyễn Thị Đào" in Windows' code for Vietnamese. */
const windows1258 = hex('48 6f f2 20 76 61 cc 20 74 ea 6e 3b 0d 0a 4e 67 75 79 ea de 6e 20 54 68 69 f2 20 d0 61 cc 6f');

describe('a file that is no spreadsheet is told for what it is', () => {
  const kinds: [string, (typeof spreadsheetRefusals)[number], string | Uint8Array][] = [
    ['nothing', 'empty-file', ''],
    ['blanks', 'empty-file', '\ufeff\r\n \r\n'],
    ['a web page saved as .xls', 'web-page', `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>${table}`],
    ['a table of a web page', 'web-page', `\n\n${table}`],
    ['a web page in UTF-16', 'web-page', utf16(`<!DOCTYPE html><html>${table}`)],
    ['a web page with a mark and a comment', 'web-page', `\ufeff<!-- x --><HTML>${table}`],
    ['a page of XHTML', 'web-page', `<?xml version="1.0"?><html>${table}`],
    ['a web archive', 'web-page', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'],
    [
      'an XML spreadsheet of 2003',
      'spreadsheet-xml',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ],
    ['a PDF', 'pdf-file', '%PDF-1.7\n%âãÏÓ\n'],
    ['a PDF after some bytes', 'pdf-file', `\n\n${' '.repeat(100)}%PDF-1.4\n`],
    ['an old workbook', 'old-excel', compoundFileOf(['Workbook'])],
    ['a still older one', 'old-excel', compoundFileOf(['Book'])],
    ['one in no container', 'old-excel', hex('0908 1000 0006 0500')],
    ['the beginning of an old workbook', 'old-excel', hex('d0cf11e0a1b11ae1')],
    ['an encrypted workbook', 'encrypted-workbook', compoundFileOf(['EncryptionInfo', 'EncryptedPackage'])],
    ['an encrypted zip file', 'encrypted-workbook', withFlag(zipOf(partsOf({ sheets: [] })))],
    ['a binary workbook', 'binary-workbook', zipWith('[Content_Types].xml', 'xl/workbook.bin')],
    ['an OpenDocument spreadsheet', 'open-document', zipWith('mimetype', 'content.xml', 'META-INF/manifest.xml')],
    ['a flat one', 'open-document', '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:x"/>'],
    ['a document of Word', 'word-document', zipWith('[Content_Types].xml', 'word/document.xml')],
    ['an old one', 'word-document', compoundFileOf(['WordDocument'])],
    ['rich text', 'word-document', '{\\rtf1\\ansi Danh sách'],
    ['a presentation', 'presentation', zipWith('[Content_Types].xml', 'ppt/presentation.xml')],
    ['an old one', 'presentation', compoundFileOf(['PowerPoint Document'])],
    ['a PNG', 'picture', hex('89504e470d0a1a0a0000000d49484452')],
    ['a JPEG', 'picture', hex('ffd8ffe000104a464946')],
    ['a GIF', 'picture', 'GIF89a'],
    ['a bitmap', 'picture', hex('424d3600030000000000360000002800')],
    ['a TIFF', 'picture', hex('49492a0008000000')],
    ['a WebP', 'picture', hex('524946460000000057454250')],
    ['a photograph of a phone', 'picture', hex('00000018667479706865696300000000')],
    ['a drawing', 'picture', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['Windows-1258', 'windows-1258', windows1258],
    ['some other code', 'unknown-encoding', Buffer.from('Ho tên;José\r\n', 'latin1')],
    ['some other XML', 'not-a-spreadsheet', '<?xml version="1.0"?><a/>'],
    ['a message of Outlook', 'not-a-spreadsheet', compoundFileOf(['__properties_version1.0'])],
    ['a zip file', 'not-a-spreadsheet', zipWith('danh sách.xlsx')],
    ['another archive', 'not-a-spreadsheet', hex('377abcaf271c0004')],
    ['a program', 'not-a-spreadsheet', `MZ${'\0\0ab'.repeat(100)}`],
    ['the beginning of a zip file', 'not-a-spreadsheet', 'PK'],
    [
      'half a workbook',
      'not-a-spreadsheet',
      zipOf(partsOf({ sheets: [{ name: 'A', rows: [['x']] }] })).subarray(0, 900),
    ],
    ['a quotation mark that is never closed', 'unbalanced-quotes', 'a,b\n"c,d\n'],
    ['too many rows', 'too-many-rows', 'a,b\n'.repeat(smallLimits.rows + 1)],
    ['too many columns', 'too-many-columns', 'a,'.repeat(smallLimits.columns + 1)],
  ];

  test.each(kinds)('%s: %s', async (_, refusal, bytes) => {
    expect(await refusalOf(bytes)).toBe(refusal);
  });

  test('and every reason is tried here, and has its sentence', () => {
    const tried = new Set(kinds.map(([, refusal]) => refusal));
    expect([...spreadsheetRefusals].filter((refusal) => !tried.has(refusal))).toEqual([]);
    for (const refusal of spreadsheetRefusals) expect(refusals).toHaveProperty(refusal);
  });

  test('a file beyond the size that is taken', async () => {
    expect(await refusalOf(new Uint8Array(smallLimits.bytes + 1))).toBe('too-large');
  });
});

test('text that only begins like another file is read', async () => {
  expect(await shownIn('BM;Họ và tên\n1;An')).toEqual([
    [1, 'BM', 'Họ và tên'],
    [2, '1', 'An'],
  ]);
  expect(await shownIn('<An>;1')).toEqual([[1, '<An>', '1']]);
  expect(await shownIn('From: 1/2025;x')).toEqual([[1, 'From: 1/2025', 'x']]);
});
