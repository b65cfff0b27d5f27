import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { invitationSlips } from '../../print/invitation-slips.ts';
import { loadFonts } from '../shared/print/load-fonts.ts';
import type { SlipsAnswer, SlipsRequest } from './slips-message.ts';

function answer(message: SlipsAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function draw(request: SlipsRequest): Promise<void> {
  const bytes = new Uint8Array(await invitationSlips(request, await loadFonts())).buffer;
  answer({ kind: 'done', pdf: bytes }, [bytes]);
}

self.addEventListener('message', ({ data }: MessageEvent<SlipsRequest>) => {
  draw(data).catch((error: unknown) => {
    answer({ kind: 'failed' });
    throw error;
  });
});
