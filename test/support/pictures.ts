import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { runProgram } from './service/programs.ts';
import { inTemporaryFolder } from './service/temporary-folder.ts';

/** What becomes of a picture on its way to a reader. */
export type PictureChange = (picture: Sharp, size: { readonly width: number; readonly height: number }) => Sharp;

/** The picture as a PNG, changed. */
export async function changedPicture(picture: Uint8Array, change: PictureChange): Promise<Uint8Array> {
  const { width, height } = await sharp(picture).metadata();
  return await change(sharp(picture), { width, height }).png().toBuffer();
}

/** A sheet as somebody photographs it: smaller, and turned by so many degrees. */
export const photographed =
  (scale: number, degrees: number): PictureChange =>
  (picture, { width }) =>
    picture.resize({ width: Math.round(width * scale) }).rotate(degrees, { background: 'white' });

/** What an independent program reads from the QR codes in a PNG. */
export const readCodes = (picture: Uint8Array): Promise<readonly string[]> =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'picture.png');
    await writeFile(file, picture);
    const options = ['-q', '--raw', '-Sdisable', '-Sqrcode.enable'];
    const said = await runProgram('zbarimg', [...options, file]).catch((error: { code?: number }) => {
      // It ends with 4 where there is no code.
      if (error.code === 4) return '';
      throw error;
    });
    return said.split('\n').filter((line) => line !== '');
  });
