import { dayInWords, drawDocumentHead } from './document-head.ts';
import { A4, type DocumentLayout, documentLayouts } from './document-layout.ts';
import { type Flow, makeRoom, paragraph, startFlow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import type { LocalMoment, MinutesFrame, MinutesLedger, MinutesPerson } from './minutes-data.ts';
import { drawSignatures, signaturesHeight } from './minutes-signatures.ts';
import { figuresTable } from './minutes-tables.ts';
import { type MinutesWording, minutesWording } from './minutes-wording.ts';
import { closePages, drawLine, drawText, openPages, type TextStyle, textHeight, textWidth } from './pages.ts';
import { drawRecipients, recipientsHeight } from './recipients.ts';

/** Minutes being written: of a count, or of a cancelled session. */
export interface Writing<Data extends MinutesFrame = MinutesFrame> {
  readonly flow: Flow;
  readonly data: Data;
  readonly wording: MinutesWording;
  readonly layout: DocumentLayout;
  readonly body: TextStyle;
}

/** Draws the title of a part. @param keep room for what must stand under the title on the same page */
export function part({ flow, layout }: Writing, title: string, keep = 60): void {
  paragraph(flow, title, { size: layout.sizes.body, face: 'bold' }, { before: 10, keep });
}

export function line({ flow, body }: Writing, content: string, indent = 0): void {
  paragraph(flow, content, body, { before: 3, indent });
}

/** A moment in words, on the clock of the conference. */
export function moment({ data, wording }: Writing, { time, day }: LocalMoment): string {
  return wording.at(time, dayInWords(day, data.language));
}

function named({ name, role }: MinutesPerson): string {
  return role === '' ? name : `${name}, ${role}`;
}

function drawTop({ flow, data, layout }: Writing): void {
  const { pages, x, width } = flow;
  flow.y = drawDocumentHead(pages, data.head, data.language, { x, y: flow.y, width });
  const title = { size: layout.sizes.kind, face: 'bold', align: 'center' } as const;
  const abstract = { size: layout.sizes.abstract, face: 'bold', align: 'center' } as const;
  paragraph(flow, data.title, title, { before: 16 });
  paragraph(flow, data.abstract, abstract, { before: 2 });
  const rule = Math.min(90, textWidth(pages, data.title, title));
  drawLine(pages, [x + (width - rule) / 2, flow.y + 3], [x + (width + rule) / 2, flow.y + 3]);
  flow.y += 8;
}

function drawMeeting(writing: Writing): void {
  const { flow, data, wording } = writing;
  part(writing, wording.parts.meeting);
  line(writing, wording.time(moment(writing, data.startedAt), moment(writing, data.endedAt)));
  line(writing, wording.venue(data.venue));
  line(writing, wording.conference(data.sessionTitle));
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
}

/** Draws the receipt ledger. */
export function drawLedger({ flow, wording, body }: Writing, ledger: MinutesLedger): void {
  paragraph(flow, wording.ledgerTitle, body, { before: 8, keep: 60 });
  figuresTable(flow, [
    [wording.ledger.printed, ledger.printed],
    [wording.ledger.handedOut, ledger.handedOut],
    [wording.ledger.unused, ledger.unused],
    [wording.ledger.void, ledger.void],
    [wording.ledger.onPhones, ledger.onPhones],
    [wording.ledger.notReturned, ledger.notReturned],
  ]);
}

/** Draws numbered remarks, or that there are none. */
export function drawRemarks(writing: Writing, title: string, remarks: readonly string[]): void {
  part(writing, title);
  if (remarks.length === 0) line(writing, writing.wording.none);
  remarks.forEach((remark, index) => {
    line(writing, `${index + 1}. ${remark}`);
  });
}

/** Draws where the verifiable record stands. */
export function drawRecord(writing: Writing, title: string): void {
  const { flow, data, wording } = writing;
  const { record } = data;
  part(writing, title);
  const supplement =
    record.supplementHash === null ? [] : ([[wording.record.supplement, record.supplementHash]] as const);
  const rows = [
    [wording.record.uuid, record.uuid],
    [wording.record.fingerprint, record.fingerprint],
    [wording.record.head, record.head],
    [wording.record.height, String(record.height)],
    ...supplement,
  ] as const;
  const texts = rows.map(([label, value]) => `${label}: ${value}`);
  texts.forEach((text, index) => {
    // The last lines go on to the next page with the signatures: nobody signs a page that says nothing.
    const follow = texts.slice(index + 1);
    const keep = follow.length < lastLines ? linesHeight(flow, follow) + endHeight(writing) : 0;
    paragraph(flow, text, small, { before: lineAir, keep });
  });
}

const small: TextStyle = { size: 11.5 };
const lineAir = 3;
const lastLines = 2;

function linesHeight(flow: Flow, texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + lineAir + textHeight(flow.pages, text, flow.width, small), 0);
}

const closingAir = 12;
const recipientsAir = 10;

function closingSentence(writing: Writing): string {
  return writing.wording.closing(moment(writing, writing.data.endedAt));
}

/** The height of what stands below the closing sentence: signatures, and who receives the minutes. */
function signedHeight({ flow, data, layout }: Writing): number {
  const list = recipientsHeight(flow.pages, data.recipients, flow.width, layout);
  return signaturesHeight(data, layout.sizes.signature) + recipientsAir + list;
}

function endHeight(writing: Writing): number {
  const { flow, body } = writing;
  return closingAir + textHeight(flow.pages, closingSentence(writing), flow.width, body) + signedHeight(writing);
}

/** Page numbers at the top from the second page on, as both layouts ask; the record's name at every foot binds them. */
function drawPageNumbers({ flow, data, wording }: Writing): void {
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
}

/** Begins minutes in the Party's or the State's layout, as `head.layout` says: the head, and who met. */
export function beginMinutes<Data extends MinutesFrame>(data: Data, fonts: Fonts): Writing<Data> {
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
  const body: TextStyle = { size: layout.sizes.body, align: 'justify' };
  const writing = { flow: startFlow(pages, layout), data, wording: minutesWording[language], layout, body };
  drawTop(writing);
  drawMeeting(writing);
  return writing;
}

/** Ends minutes: room for the signatures under the closing sentence, who receives them, page numbers. */
export function endMinutes(writing: Writing): Promise<Uint8Array> {
  const { flow, data, wording, layout, body } = writing;
  paragraph(flow, closingSentence(writing), body, { before: closingAir, keep: signedHeight(writing) });
  drawSignatures(flow, data, wording, layout.sizes.signature);
  flow.y += recipientsAir;
  makeRoom(flow, recipientsHeight(flow.pages, data.recipients, flow.width, layout));
  const area = { x: flow.x, y: flow.y, width: flow.width };
  flow.y = drawRecipients(flow.pages, wording.recipients, data.recipients, area, layout);
  drawPageNumbers(writing);
  return closePages(flow.pages);
}
