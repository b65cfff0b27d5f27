/** How a worksheet comes out of a printer. */
export interface PrintedWorksheet {
  readonly name: string;
  /** The row that stands at the top of every page, from 1; undefined for none. */
  readonly titleRow: number | undefined;
  /** At the top of every page, for a worksheet that does not say itself what it is. */
  readonly header: readonly [left: string, right: string] | undefined;
}

/**
 * As wide as one page and as many pages long as it is, its titles on each of them, pages numbered. The library writes the
 * paper and its orientation; these parts of the format (ECMA-376 part 1, §18.3.1) it leaves to its features.
 */
export function printReady(worksheets: readonly PrintedWorksheet[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }) =>
            replaced(
              replaced(xml, /(<worksheet\b[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
              /<pageSetup\b([^>]*)\/>/,
              `<pageSetup$1 fitToWidth="1" fitToHeight="0"/>${headerFooter(worksheets[sheetIndex])}`,
            ),
        },
        'xl/workbook.xml': {
          transform: (xml: string) => replaced(xml, '<definedNames/>', definedNames(worksheets)),
        },
      },
    },
  };
}

/** Throws where the library has changed what it writes: a worksheet would come out of printers in pieces, unseen. */
function replaced(xml: string, what: string | RegExp, by: string): string {
  const after = xml.replace(what, by);
  if (after === xml) throw new Error(`a workbook without ${what}`);
  return after;
}

function headerFooter(worksheet: PrintedWorksheet | undefined): string {
  const [left, right] = (worksheet?.header ?? []).map((text) => escaped(text.replaceAll('&', '&&')));
  const header = left === undefined ? '' : `<oddHeader>&amp;L${left}&amp;R${right}</oddHeader>`;
  return `<headerFooter>${header}<oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>`;
}

function definedNames(worksheets: readonly PrintedWorksheet[]): string {
  const names = worksheets.flatMap(({ name, titleRow }, index) =>
    titleRow === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(`'${name.replaceAll("'", "''")}'!$${titleRow}:$${titleRow}`)}</definedName>`,
        ],
  );
  return names.length === 0 ? '<definedNames/>' : `<definedNames>${names.join('')}</definedNames>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
