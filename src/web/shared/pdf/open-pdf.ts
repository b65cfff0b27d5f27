import '../frame/old-browsers.ts';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url';
import qcms from 'pdfjs-dist/wasm/qcms_bg.wasm?url';

const decoders: ReadonlyMap<string, string> = new Map([
  ['jbig2.wasm', jbig2],
  ['openjpeg.wasm', openjpeg],
  ['qcms_bg.wasm', qcms],
]);

/** Decoders of pictures for the worker, which fetches nothing itself: scanners write JBIG2 and JPEG 2000. */
class Decoders {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = decoders.get(filename);
    const answer = address === undefined ? undefined : await fetch(address);
    if (answer === undefined || !answer.ok) throw new Error(`no ${filename}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

export interface OpenPdf {
  readonly pages: PDFDocumentProxy;
  close(): void;
}

/** Rejected for what is no PDF, is locked with a password, or where this browser cannot run the reader. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const port = new Worker(new URL('./pdf.wasm.worker.ts', import.meta.url));
  const worker = PDFWorker.create({ port });
  const close = () => {
    worker.destroy();
    port.terminate();
  };
  const task = getDocument({
    // A copy: it is handed over to the worker.
    data: bytes.slice(),
    worker,
    BinaryDataFactory: Decoders,
    wasmUrl: '/',
    useWorkerFetch: false,
    // Links, forms and scripts of a file stay dead.
    enableXfa: false,
    maxImageSize: largestPicture,
  });
  const died = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => reject(new Error('the worker of PDF files does not work')));
  });
  try {
    return { pages: await Promise.race([task.promise, died]), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Pixels: an A4 page scanned with 600 dpi. */
const largestPicture = 36_000_000;
