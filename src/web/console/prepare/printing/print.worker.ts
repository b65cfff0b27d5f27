import '../../../shared/frame/old-browsers.ts';
import '../../../shared/frame/no-eval.ts';
import { printPapers } from '../../../../client/office.ts';
import { nobleGroup } from '../../../../protocol/arithmetic/noble-group.ts';
import { randomBytes } from '../../../shared/device/random-bytes.ts';
import { loadFonts } from '../../../shared/print/load-fonts.ts';
import type { PrintAnswer, PrintRequest } from './print-message.ts';

/** Credentials and sheets are made here, away from the screen; with the worker's end they are gone from memory. */
const device = { group: nobleGroup, random: randomBytes };

function answer(message: PrintAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function print({ data, count, order }: PrintRequest): Promise<void> {
  const fonts = await loadFonts();
  const { pdf, publicCredentials } = await printPapers(device, data, count, order, fonts, (made, drawn) =>
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
