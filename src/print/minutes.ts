import { paragraph } from './flow.ts';
import type { Fonts } from './fonts.ts';
import type { MinutesData, MinutesSubject } from './minutes-data.ts';
import {
  beginMinutes,
  drawLedger,
  drawRecord,
  drawRemarks,
  endMinutes,
  line,
  part,
  type Writing as WritingOf,
} from './minutes-parts.ts';
import { countOfBase, figuresTable, resultTable, writtenPercent } from './minutes-tables.ts';

type Writing = WritingOf<MinutesData>;

function drawBallots(writing: Writing): void {
  const { flow, data, wording } = writing;
  const { ballots } = data;
  part(writing, wording.parts.ballots);
  figuresTable(flow, [
    [wording.ballots.issued, ballots.issued],
    [wording.ballots.collected, ballots.collected],
    [wording.ballots.valid, ballots.valid],
    [wording.ballots.invalid, ballots.invalid],
  ]);
  if (data.invalidReasons.length > 0) {
    paragraph(flow, wording.invalidReasons, writing.body, { before: 8, keep: 20 });
    for (const { reason, count } of data.invalidReasons) {
      line(writing, `- ${reason}: ${count} ${wording.ballotsUnit}`, 18);
    }
  }
  drawLedger(writing, data.ledger);
}

function tierSentence({ data, wording }: Writing, subject: MinutesSubject): string | null {
  const { tier } = subject;
  if (tier === null) return null;
  const share = `${countOfBase(tier.levelCount, data.base.value)} ${wording.ballotsUnit}`;
  const percent = writtenPercent(tier.levelCount.percent, data.language);
  const level = tier.level.toLocaleLowerCase('vi');
  return `- ${subject.name}, ${subject.position}: ${level} ${share} (${percent}), ${wording.tier(tier.tier)}, ${tier.article}: ${tier.consequence}.`;
}

function drawResult(writing: Writing): void {
  const { flow, data, wording } = writing;
  part(writing, wording.parts.result, 160);
  paragraph(flow, wording.base(data.base.label, data.base.value), writing.body, { before: 3, keep: 70 });
  flow.y += 6;
  resultTable(flow, data, wording);
  if (data.noTier === null) return;
  const sentences = data.subjects.flatMap((subject) => tierSentence(writing, subject) ?? []);
  paragraph(flow, wording.tiers, { ...writing.body, face: 'bold' }, { before: 10, keep: 30 });
  for (const sentence of sentences.length > 0 ? sentences : [`${data.noTier}.`]) line(writing, sentence);
}

/** The minutes of the count as PDF, in the Party's or the State's layout as `head.layout` says (docs/rules.md). */
export function minutes(data: MinutesData, fonts: Fonts): Promise<Uint8Array> {
  const writing = beginMinutes(data, fonts);
  const { wording } = writing;
  drawBallots(writing);
  drawResult(writing);
  const missing = data.missingTellers.length > 0 ? [wording.missing(data.missingTellers.join('; '))] : [];
  drawRemarks(writing, wording.parts.remarks, [...missing, ...data.remarks]);
  drawRecord(writing, wording.parts.record);
  return endMinutes(writing);
}
