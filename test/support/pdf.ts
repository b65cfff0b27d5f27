import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Calls `use` with the PDF in a folder of its own, and removes the folder afterwards. */
const inFolder = async <T>(pdf: Uint8Array, use: (folder: string, file: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'phieu-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, pdf);
    return await use(folder, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** A part of a page, in points from its top left. */
export type PageArea = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The text of a PDF as an independent program extracts it; of one page's area if given. */
export const pdfText = (pdf: Uint8Array, page?: number, area?: PageArea): Promise<string> =>
  inFolder(pdf, async (_, file) => {
    const pages = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
    const cut =
      area === undefined
        ? []
        : ['-x', area.x, '-y', area.y, '-W', area.width, '-H', area.height].map((part) =>
            typeof part === 'number' ? String(Math.round(part)) : part,
          );
    const { stdout } = await run('pdftotext', ['-layout', '-r', '72', ...pages, ...cut, file, '-']);
    return stdout;
  });

/** The number of pages. */
export const pdfPageCount = (pdf: Uint8Array): Promise<number> =>
  inFolder(pdf, async (_, file) => {
    const { stdout } = await run('pdfinfo', [file]);
    return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1]);
  });

/** What a QR reader sees on each page rendered at `dpi`; `distort` are arguments of ImageMagick's convert. */
export const readQrCodes = (
  pdf: Uint8Array,
  { dpi = 150, distort = [] as readonly string[] } = {},
): Promise<readonly (readonly string[])[]> =>
  inFolder(pdf, async (folder, file) => {
    await run('pdftoppm', ['-r', String(dpi), '-gray', '-png', file, join(folder, 'page')]);
    const images = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    const pages: string[][] = [];
    for (const name of images) {
      const image = join(folder, name);
      if (distort.length > 0) await run('convert', [image, ...distort, image]);
      // zbarimg exits 4 on a page without codes.
      const { stdout } = await run('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', image]).catch(
        (error: { code?: number; stdout?: string }) => {
          if (error.code === 4) return { stdout: '' };
          throw error;
        },
      );
      pages.push(stdout.split('\n').filter((line) => line !== ''));
    }
    return pages;
  });
