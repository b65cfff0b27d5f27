import '../../../shared/old-browsers.ts';
import '../../../shared/no-eval.ts';
import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url';
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf?url';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url';
import { printBatch } from '../../../../client/office.ts';
import type { Fonts } from '../../../../print/fonts.ts';
import { nobleGroup } from '../../../../protocol/noble-group.ts';
import { randomBytes } from '../../../shared/random-bytes.ts';
import type { PrintAnswer, PrintRequest } from './print-message.ts';

/** Credentials and sheets are made here, away from the screen; with the worker's end they are gone from memory. */
const device = { group: nobleGroup, random: randomBytes };

async function fetchFace(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error('a font is missing');
  return new Uint8Array(await response.arrayBuffer());
}

async function loadFonts(): Promise<Fonts> {
  const [plain, strong, slanted] = await Promise.all([fetchFace(regular), fetchFace(bold), fetchFace(italic)]);
  return { regular: plain, bold: strong, italic: slanted };
}

function answer(message: PrintAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function print({ data, count, order }: PrintRequest): Promise<void> {
  const fonts = await loadFonts();
  const { pdf, publicCredentials } = await printBatch(device, data, count, order, fonts, (made, drawn) =>
    answer({ kind: 'progress', made, drawn }),
  );
  const bytes = new Uint8Array(pdf).buffer;
  answer({ kind: 'done', pdf: bytes, publicCredentials }, [bytes]);
}

self.addEventListener('message', ({ data }: MessageEvent<PrintRequest>) => {
  print(data).catch((error: unknown) => {
    answer({ kind: 'failed' });
    throw error;
  });
});
