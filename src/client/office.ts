import type * as z from 'zod/mini';
import type { printData } from '../contract/papers/papers.ts';
import { sheetSerial } from '../domain/session/sheet-serial.ts';
import { ballotSheets } from '../print/ballot-sheets.ts';
import type { AfterPaper, PapersData, SheetPaper } from '../print/ballot-sheets-data.ts';
import { ballotSlips } from '../print/ballot-slips.ts';
import type { PrintLanguage } from '../print/document-head.ts';
import type { Fonts } from '../print/fonts.ts';
import { sheetTexts } from '../print/sheet-texts.ts';
import { createCredential, publicCredential } from '../protocol/ballot/credential.ts';
import type { Device } from './device.ts';
import { newId } from './new-id.ts';
import { makeDeskCode, makeVotingLink } from './voting-link.ts';

export type PrintData = z.infer<(typeof printData.replies)[200]>;

/** A sheet before it is printed: what the server may know of it beside what only the paper may hold. */
export interface BlankPaper extends SheetPaper {
  readonly publicCredential: string;
}

/** Makes the credentials of some papers. Whoever keeps what comes back can vote with them: print it and drop it. */
export function makePapers(
  { group, random }: Pick<Device, 'group' | 'random'>,
  data: PrintData,
  count: number,
  afterPaper: (made: number) => void = () => undefined,
): BlankPaper[] {
  const { votingAddress, phonesVote, sessionId, readKey } = data;
  return Array.from({ length: count }, (_, index) => {
    const credential = createCredential(random);
    const half = publicCredential(group, sessionId, credential);
    const link = phonesVote
      ? makeVotingLink({ votingAddress, sessionId, readKey, credential })
      : makeDeskCode({ sessionId, credential });
    afterPaper(index + 1);
    return { serial: sheetSerial(half), link, credential, publicCredential: half };
  });
}

/** How a print run is to look. */
export interface PrintOrder {
  readonly kind: 'sheets' | 'slips';
  readonly language: PrintLanguage;
  readonly createdAt: Date;
}

/** The papers as a PDF: full ballot sheets, or slips for phones. */
export function drawPapers(
  data: PrintData,
  papers: readonly SheetPaper[],
  order: PrintOrder,
  fonts: Fonts,
  afterPaper?: AfterPaper,
): Promise<Uint8Array> {
  const { form, committeeName, superiorName, title, placeOfIssue, heldOn, subjects, phonesVote } = data;
  const { kind, language, createdAt } = order;
  const common: PapersData = { language, createdAt, committeeName, sessionTitle: title, phonesVote, papers };
  if (kind === 'slips') return ballotSlips(common, fonts, afterPaper);
  const head = {
    layout: form.documentLayout,
    superior: superiorName,
    issuer: committeeName,
    number: null,
    place: placeOfIssue,
    date: heldOn,
  };
  return ballotSheets({ ...common, head, ...sheetTexts(form, language, committeeName), subjects }, fonts, afterPaper);
}

/** A print run ready to be kept as a file and registered. */
export interface PrintedPapers {
  /** Of the print run, kept while its registration is sent again. */
  readonly id: string;
  readonly pdf: Uint8Array;
  readonly publicCredentials: readonly string[];
}

/**
 * Credentials and PDF in one go; nothing but the PDF holds the credentials afterwards.
 * @param tell is told how many papers have their credential, and how many are drawn
 */
export async function printPapers(
  device: Pick<Device, 'group' | 'random'>,
  data: PrintData,
  count: number,
  order: PrintOrder,
  fonts: Fonts,
  tell: (made: number, drawn: number) => void = () => undefined,
): Promise<PrintedPapers> {
  const papers = makePapers(device, data, count, (made) => tell(made, 0));
  const pdf = await drawPapers(data, papers, order, fonts, (drawn) => tell(count, drawn));
  return { id: newId(device.random), pdf, publicCredentials: papers.map((paper) => paper.publicCredential) };
}
