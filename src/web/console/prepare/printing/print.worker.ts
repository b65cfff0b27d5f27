import '../../../shared/frame/old-browsers.ts';
import '../../../shared/frame/no-eval.ts';
import { drawTestSheet, printPapers } from '../../../../client/office.ts';
import { nobleGroup } from '../../../../protocol/arithmetic/noble-group.ts';
import { randomBytes } from '../../../shared/device/random-bytes.ts';
import { loadFonts } from '../../../shared/print/load-fonts.ts';
import { handOver, serveLine } from '../../../shared/workers/serve-line.ts';
import type { PrintPrograms, PrintProgress } from './print-message.ts';

/** Credentials and sheets are made here, away from the screen; with the worker's end they are gone from memory. */
const device = { group: nobleGroup, random: randomBytes };

serveLine<PrintPrograms, PrintProgress>(() => ({
  print: async ({ data, count, order }, note) => {
    const printed = await printPapers(
      device,
      data,
      count,
      order,
      await loadFonts(),
      (made, drawn) => void note({ made, drawn }),
    );
    const pdf = new Uint8Array(printed.pdf);
    return handOver({ ...printed, pdf }, [pdf.buffer]);
  },
  test: async ({ data, order }) => {
    const pdf = new Uint8Array(await drawTestSheet(data, order, await loadFonts()));
    return handOver(pdf, [pdf.buffer]);
  },
}));
