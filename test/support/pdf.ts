import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changedPicture, type PictureChange, readCodes } from './pictures.ts';
import { runProgram } from './service/programs.ts';
import { inTemporaryFolder } from './service/temporary-folder.ts';

/** Calls `use` with the PDF in a folder of its own. */
const inFolder = <T>(pdf: Uint8Array, use: (folder: string, file: string) => Promise<T>): Promise<T> =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'document.pdf');
    await writeFile(file, pdf);
    return await use(folder, file);
  });

/** A part of a page, in points from its top left. */
export type PageArea = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The text of a PDF as an independent program extracts it; of one page's area if given. */
export const pdfText = (pdf: Uint8Array, page?: number, area?: PageArea): Promise<string> =>
  inFolder(pdf, (_, file) => {
    const pages = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
    const cut =
      area === undefined
        ? []
        : ['-x', area.x, '-y', area.y, '-W', area.width, '-H', area.height].map((part) =>
            typeof part === 'number' ? String(Math.round(part)) : part,
          );
    return runProgram('pdftotext', ['-layout', '-r', '72', ...pages, ...cut, file, '-']);
  });

/** The number of pages. */
export const pdfPageCount = (pdf: Uint8Array): Promise<number> =>
  inFolder(pdf, async (_, file) => Number(/^Pages:\s+(\d+)$/m.exec(await runProgram('pdfinfo', [file]))?.[1]));

/** Every page as a grey PNG, with so many dots to the inch. */
export const renderPages = (pdf: Uint8Array, dpi = 150): Promise<readonly Uint8Array[]> =>
  inFolder(pdf, async (folder, file) => {
    await runProgram('pdftoppm', ['-r', String(dpi), '-gray', '-png', file, join(folder, 'page')]);
    const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    return await Promise.all(pictures.map((name) => readFile(join(folder, name))));
  });

/** What a QR reader sees on each page as rendered, or as `change` leaves the picture of it. */
export async function readQrCodes(pdf: Uint8Array, change?: PictureChange): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  for (const picture of await renderPages(pdf)) {
    pages.push(await readCodes(change === undefined ? picture : await changedPicture(picture, change)));
  }
  return pages;
}
