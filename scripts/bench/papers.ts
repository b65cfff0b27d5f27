import { printPapers } from '../../src/client/office.ts';
import { printData } from '../../src/contract/papers/papers.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { loadFonts } from '../../src/server/kit/fonts.ts';
import { aVoteService } from '../../test/support/service/vote-service.ts';
import { atMost, type Row, told } from './row.ts';
import { median } from './times.ts';
import { random } from './work.ts';

const count = 1_000;

/** Credentials and PDF of a thousand ballot sheets for fifteen people, as the office's programs make them. */
export async function papersToPdf(): Promise<Row[]> {
  const made = await aVoteService({ subjects: 15, voters: 15, sheets: 1, phones: 0 });
  const data = printData.replies[200].parse((await made.get('print-data', made.chair)).body);
  await made.service.app.close();
  const fonts = await loadFonts();
  const device = { group: sodiumGroup, random };
  const seconds: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < 3; round++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await printPapers(device, data, count, { kind: 'sheets', language: 'vi', createdAt: new Date() }, fonts);
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1e6);
  }
  return [
    told('a thousand sheets to PDF, 15 subjects, processor time', median(processor), 's'),
    atMost(15, 'a thousand sheets to PDF, 15 subjects', median(seconds), 's'),
  ];
}
