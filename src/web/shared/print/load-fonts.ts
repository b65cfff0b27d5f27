import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url';
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf?url';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url';
import type { Fonts } from '../../../print/fonts.ts';

async function fetchFace(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error('a font is missing');
  return new Uint8Array(await response.arrayBuffer());
}

/** The faces that a PDF made in the browser is set in; throws where one cannot be fetched. */
export async function loadFonts(): Promise<Fonts> {
  const [plain, strong, slanted] = await Promise.all([fetchFace(regular), fetchFace(bold), fetchFace(italic)]);
  return { regular: plain, bold: strong, italic: slanted };
}
