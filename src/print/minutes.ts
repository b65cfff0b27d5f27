import { dayInWords, drawDocumentHead } from './document-head.ts';
import { A4, type DocumentLayout, documentLayouts } from './document-layout.ts';
import { type Flow, paragraph, startFlow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import type { LocalMoment, MinutesData, MinutesPerson, MinutesSubject } from './minutes-data.ts';
import { drawRecipients, drawSignatures, signaturesHeight } from './minutes-signatures.ts';
import { countOfBase, figuresTable, resultTable, writtenPercent } from './minutes-tables.ts';
import { type MinutesWording, minutesWording } from './minutes-wording.ts';
import { closePages, drawLine, drawText, openPages, type TextStyle, textWidth } from './pages.ts';

type Writing = {
  readonly flow: Flow;
  readonly data: MinutesData;
  readonly wording: MinutesWording;
  readonly layout: DocumentLayout;
  readonly body: TextStyle;
};

/** @param keep room for what must stand under the title on the same page */
const part = ({ flow, layout }: Writing, title: string, keep = 60): void =>
  paragraph(flow, title, { size: layout.sizes.body, face: 'bold' }, { before: 10, keep });

const line = ({ flow, body }: Writing, content: string, indent = 0): void =>
  paragraph(flow, content, body, { before: 3, indent });

const moment = ({ data, wording }: Writing, { time, day }: LocalMoment): string =>
  wording.at(time, dayInWords(day, data.language));

const named = ({ name, role }: MinutesPerson): string => (role === '' ? name : `${name}, ${role}`);

const drawTop = ({ flow, data, layout }: Writing): void => {
  const { pages, x, width } = flow;
  flow.y = drawDocumentHead(pages, data.head, data.language, { x, y: flow.y, width });
  const title = { size: layout.sizes.kind, face: 'bold', align: 'center' } as const;
  const abstract = { size: layout.sizes.abstract, face: 'bold', align: 'center' } as const;
  paragraph(flow, data.title, title, { before: 16 });
  paragraph(flow, data.abstract, abstract, { before: 2 });
  const rule = Math.min(90, textWidth(pages, data.title, title));
  drawLine(pages, [x + (width - rule) / 2, flow.y + 3], [x + (width + rule) / 2, flow.y + 3]);
  flow.y += 8;
};

const drawMeeting = (writing: Writing): void => {
  const { flow, data, wording } = writing;
  part(writing, wording.parts.meeting);
  line(writing, wording.time(moment(writing, data.startedAt), moment(writing, data.endedAt)));
  line(writing, wording.venue(data.venue));
  line(writing, wording.conference(data.conference));
  line(writing, wording.citation(data.citation));
  line(writing, wording.convenedBy(data.convenedBy));
  line(writing, wording.chair(named(data.chair)));
  line(writing, wording.tellers(data.tellers.length));
  for (const teller of data.tellers) line(writing, `- ${named(teller)}`, 18);
  const { summoned, present, absent } = data.attendance;
  figuresTable(flow, [
    [wording.attendance.summoned, summoned],
    [wording.attendance.present, present],
    [wording.attendance.absent, absent],
  ]);
};

const drawBallots = (writing: Writing): void => {
  const { flow, data, wording } = writing;
  const { ballots, ledger } = data;
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
  paragraph(flow, wording.ledgerTitle, writing.body, { before: 8, keep: 60 });
  figuresTable(flow, [
    [wording.ledger.printed, ledger.printed],
    [wording.ledger.handedOut, ledger.handedOut],
    [wording.ledger.unused, ledger.unused],
    [wording.ledger.void, ledger.void],
    [wording.ledger.onPhones, ledger.onPhones],
    [wording.ledger.notReturned, ledger.notReturned],
  ]);
};

const tierSentence = ({ data, wording }: Writing, subject: MinutesSubject): string | null => {
  const { tier } = subject;
  if (tier === null) return null;
  const share = `${countOfBase(tier.levelCount, data.base.value)} ${wording.ballotsUnit}`;
  const percent = writtenPercent(tier.levelCount.percent, data.language);
  const level = tier.level.toLocaleLowerCase('vi');
  return `- ${subject.name}, ${subject.position}: ${level} ${share} (${percent}), ${wording.tier(tier.tier)}, ${tier.article}: ${tier.consequence}.`;
};

const drawResult = (writing: Writing): void => {
  const { flow, data, wording } = writing;
  part(writing, wording.parts.result, 160);
  paragraph(flow, wording.base(data.base.label, data.base.value), writing.body, { before: 3, keep: 70 });
  flow.y += 6;
  resultTable(flow, data, wording);
  if (data.noTier === null) return;
  const sentences = data.subjects.flatMap((subject) => tierSentence(writing, subject) ?? []);
  paragraph(flow, wording.tiers, { ...writing.body, face: 'bold' }, { before: 10, keep: 30 });
  for (const sentence of sentences.length > 0 ? sentences : [`${data.noTier}.`]) line(writing, sentence);
};

const drawRemarks = (writing: Writing): void => {
  const { data, wording } = writing;
  const missing = data.missingTellers.length > 0 ? [wording.missing(data.missingTellers.join('; '))] : [];
  const remarks = [...missing, ...data.remarks];
  part(writing, wording.parts.remarks);
  if (remarks.length === 0) line(writing, wording.none);
  remarks.forEach((remark, index) => {
    line(writing, `${index + 1}. ${remark}`);
  });
};

const drawRecord = (writing: Writing): void => {
  const { flow, data, wording } = writing;
  const { record } = data;
  part(writing, wording.parts.record);
  const rows = [
    [wording.record.uuid, record.uuid],
    [wording.record.fingerprint, record.fingerprint],
    [wording.record.head, record.head],
    [wording.record.height, String(record.height)],
    [wording.record.supplement, record.supplementHash],
  ] as const;
  for (const [label, value] of rows) paragraph(flow, `${label}: ${value}`, { size: 11.5 }, { before: 3 });
};

/** Page numbers at the top from the second page on, as both layouts ask; the record's name at every foot binds them. */
const drawPageNumbers = ({ flow, data, wording }: Writing): void => {
  const { start, count } = flow.pages.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    flow.pages.switchToPage(index);
    const area = { x: flow.x, width: flow.width };
    if (index > 0)
      drawText(flow.pages, `${index + 1}/${count}`, { ...area, y: flow.top - 26 }, { size: 13, align: 'center' });
    const foot = { ...area, y: A4.height - 34 };
    drawText(flow.pages, `${wording.record.uuid}: ${data.record.uuid}`, foot, {
      size: 9,
      align: 'right',
      colour: '#555555',
    });
  }
};

/** The minutes of the count as PDF, in the Party's or the State's layout as `head.layout` says (regulations.md). */
export const minutes = (data: MinutesData, fonts: Fonts): Promise<Uint8Array> => {
  const { language, createdAt } = data;
  const info = {
    title: `${data.title} – ${data.abstract}`,
    author: data.head.issuer,
    language,
    createdAt,
    revisit: true,
  };
  const pages = openPages(fonts, info);
  const layout: DocumentLayout = documentLayouts[data.head.layout];
  const flow = startFlow(pages, layout);
  const body: TextStyle = { size: layout.sizes.body, align: 'justify' };
  const writing: Writing = { flow, data, wording: minutesWording[language], layout, body };
  drawTop(writing);
  drawMeeting(writing);
  drawBallots(writing);
  drawResult(writing);
  drawRemarks(writing);
  drawRecord(writing);
  paragraph(flow, writing.wording.closing(moment(writing, data.endedAt)), body, {
    before: 12,
    keep: signaturesHeight(data, layout.sizes.signature),
  });
  drawSignatures(flow, data, writing.wording, layout.sizes.signature);
  drawRecipients(flow, data, writing.wording, layout.sizes);
  drawPageNumbers(writing);
  return closePages(pages);
};
