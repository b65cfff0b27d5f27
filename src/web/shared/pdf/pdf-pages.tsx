import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTranslation } from '../show/sentences.ts';
import { TableBox } from '../show/table-box.tsx';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { pdfSentences } from './pdf-sentences.ts';

/** The most that a canvas of an old phone holds, in pixels. */
const largestCanvas = 4_000_000;
/** How wide pages can be, in widths of the screen. */
const scales = [1, 1.5, 2] as const;

interface Props {
  readonly bytes: Uint8Array;
  /** It cannot be shown here: downloading stays. */
  onFailed(): void;
}

/** A PDF file, page below page, as wide as the screen; pages are drawn as they come near. */
export function PdfPages({ bytes, onFailed }: Props) {
  const { t } = useTranslation(pdfSentences);
  const [opened, setOpened] = useState<OpenPdf>();
  const [zoom, setZoom] = useState(0);
  useEffect(() => {
    let gone = false;
    let file: OpenPdf | undefined;
    openPdf(bytes).then(
      (one) => {
        if (gone) return one.close();
        file = one;
        setOpened(one);
      },
      () => !gone && onFailed(),
    );
    return () => {
      gone = true;
      file?.close();
    };
  }, [bytes]);
  if (opened === undefined) return <p role="status">{t('opening')}</p>;
  const { numPages } = opened.pages;
  const scale = scales[zoom] ?? 1;
  return (
    <>
      <p class="pdf-widths">
        <button type="button" class="tool" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {t('smaller')}
        </button>
        <button type="button" class="tool" disabled={zoom === scales.length - 1} onClick={() => setZoom(zoom + 1)}>
          {t('larger')}
        </button>
      </p>
      <TableBox name={t('pages', { count: numPages })}>
        <div class="pdf-pages" style={{ '--pdf-width': `${scale * 100}%` }}>
          {Array.from({ length: numPages }, (_, at) => (
            <PdfPage key={at} file={opened.pages} number={at + 1} of={numPages} scale={scale} onFailed={onFailed} />
          ))}
        </div>
      </TableBox>
    </>
  );
}

interface PageProps {
  readonly file: PDFDocumentProxy;
  readonly number: number;
  readonly of: number;
  readonly scale: number;
  onFailed(): void;
}

function PdfPage({ file, number, of, scale, onFailed }: PageProps) {
  const { t } = useTranslation(pdfSentences);
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number === 1);
  const [page, setPage] = useState<PDFPageProxy>();
  const [text, setText] = useState('');
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: '100% 0px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!near || page !== undefined) return;
    const load = async () => {
      const one = await file.getPage(number);
      setPage(one);
      setText(await textOf(one));
    };
    load().catch(onFailed);
  }, [near]);
  useEffect(() => {
    if (page === undefined || canvas.current === null || place.current === null) return;
    if (!near) {
      // What is far away is given back: the memory of phones is small.
      canvas.current.width = 0;
      canvas.current.height = 0;
      return;
    }
    const task = draw(page, canvas.current, place.current.clientWidth);
    task.promise.catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'RenderingCancelledException')) onFailed();
    });
    return () => task.cancel();
  }, [near, page, scale]);
  const view = page?.getViewport({ scale: 1 });
  // A box of the page's shape, whether it is drawn or not; old browsers know no `aspect-ratio`.
  const height = view === undefined ? 297 / 210 : view.height / view.width;
  return (
    <div ref={place} class="pdf-page" style={{ '--pdf-height': `${height * 100}%` }}>
      <canvas ref={canvas} />
      <p class="pdf-text">{`${t('page', { number, of })}. ${text}`}</p>
    </div>
  );
}

/** As sharp as the screen shows it at this width, within what a canvas holds. */
function draw(page: PDFPageProxy, canvas: HTMLCanvasElement, cssWidth: number) {
  const plain = page.getViewport({ scale: 1 });
  const wanted = (cssWidth * Math.min(window.devicePixelRatio, 2)) / plain.width;
  const most = Math.sqrt(largestCanvas / (plain.width * plain.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, most) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  return page.render({ canvas, viewport });
}

/** For who hears it: the words of the page in the order of the file. */
async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
}
