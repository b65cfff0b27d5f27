import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { invitationSlips } from '../../print/invitation-slips.ts';
import { loadFonts } from '../shared/print/load-fonts.ts';
import { handOver, serveLine } from '../shared/workers/serve-line.ts';
import type { SlipsPrograms } from './slips-message.ts';

serveLine<SlipsPrograms>(() => ({
  draw: async (data) => {
    const pdf = new Uint8Array(await invitationSlips(data, await loadFonts()));
    return handOver(pdf, [pdf.buffer]);
  },
}));
