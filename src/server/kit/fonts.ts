import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Fonts } from '../../print/fonts.ts';

const { resolve } = createRequire(import.meta.url);

const face = async (file: string): Promise<Uint8Array> => readFile(resolve(`@expo-google-fonts/tinos/${file}`));

/** Reads the four faces that documents are printed in (Tinos, metric-compatible with Times New Roman). */
export const loadFonts = async (): Promise<Required<Fonts>> => {
  const [regular, bold, italic, boldItalic] = await Promise.all([
    face('400Regular/Tinos_400Regular.ttf'),
    face('700Bold/Tinos_700Bold.ttf'),
    face('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    face('700Bold_Italic/Tinos_700Bold_Italic.ttf'),
  ]);
  return { regular, bold, italic, boldItalic };
};
