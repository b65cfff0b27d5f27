import { useEffect, useState } from 'preact/hooks';
import type { SlipsAnswer, SlipsRequest } from './slips-message.ts';

/** The slips as a PDF: being drawn, there, or not to be had. */
export type Slips =
  | { readonly stage: 'making' }
  | { readonly stage: 'made'; readonly pdf: Blob }
  | { readonly stage: 'failed' };

/** Draws slips in a worker that ends with it: the links stay in this page's memory and in the PDF, nowhere else. */
export function useSlips(request: SlipsRequest): Slips {
  const [slips, setSlips] = useState<Slips>({ stage: 'making' });
  useEffect(() => {
    setSlips({ stage: 'making' });
    const worker = new Worker(new URL('./slips.worker.ts', import.meta.url));
    const take = (answer: SlipsAnswer) => {
      worker.terminate();
      if (answer.kind === 'failed') setSlips({ stage: 'failed' });
      else setSlips({ stage: 'made', pdf: new Blob([answer.pdf], { type: 'application/pdf' }) });
    };
    worker.addEventListener('message', ({ data }: MessageEvent<SlipsAnswer>) => take(data));
    worker.addEventListener('error', () => take({ kind: 'failed' }));
    worker.postMessage(request);
    return () => worker.terminate();
  }, [request]);
  return slips;
}
