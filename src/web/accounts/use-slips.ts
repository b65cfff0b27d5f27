import { useEffect, useState } from 'preact/hooks';
import type { InvitationSlipsData } from '../../print/invitation-slips.ts';
import { lastingLine } from '../shared/workers/lasting-line.ts';
import type { SlipsPrograms } from './slips-message.ts';

/** The slips as a PDF: being drawn, there, or not to be had. */
export type Slips =
  | { readonly stage: 'making' }
  | { readonly stage: 'made'; readonly pdf: Blob }
  | { readonly stage: 'failed' };

/** Draws slips in a worker that ends with it: the links stay in this page's memory and in the PDF, nowhere else. */
export function useSlips(data: InvitationSlipsData): Slips {
  const [slips, setSlips] = useState<Slips>({ stage: 'making' });
  useEffect(() => {
    setSlips({ stage: 'making' });
    const start = () => new Worker(new URL('./slips.worker.ts', import.meta.url));
    const line = lastingLine<SlipsPrograms>(start, { repeatable: true });
    const take = (next: Slips) => {
      line.close();
      setSlips(next);
    };
    line.call('draw', data).then(
      (pdf) => take({ stage: 'made', pdf: new Blob([pdf], { type: 'application/pdf' }) }),
      () => take({ stage: 'failed' }),
    );
    return line.close;
  }, [data]);
  return slips;
}
