import type * as z from 'zod/mini';
import type { printData } from '../contract/papers/papers.ts';
import { sheetSerial } from '../domain/session/sheet-serial.ts';
import { ballotSheets, pagesOfSheet } from '../print/ballot-sheets.ts';
import type { AfterPaper, BallotSheetsData, PapersData, SheetPaper } from '../print/ballot-sheets-data.ts';
import { ballotSlips } from '../print/ballot-slips.ts';
import type { PrintLanguage } from '../print/document-head.ts';
import type { Fonts } from '../print/fonts.ts';
import { sheetTexts } from '../print/sheet-texts.ts';
import { createCredential, publicCredential } from '../protocol/ballot/credential.ts';
import type { Device } from './device.ts';
import { newId } from './new-id.ts';
import { makeDeskCode, makeTestLink, makeVotingLink } from './voting-link.ts';

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
  if (order.kind === 'slips') return ballotSlips(papersData(data, papers, order), fonts, afterPaper);
  return ballotSheets(sheetsData(data, papers, order), fonts, afterPaper);
}

function papersData(
  { committeeName, title, phonesVote }: PrintData,
  papers: readonly SheetPaper[],
  { language, createdAt }: Omit<PrintOrder, 'kind'>,
): PapersData {
  return { language, createdAt, committeeName, sessionTitle: title, phonesVote, papers };
}

function sheetsData(data: PrintData, papers: readonly SheetPaper[], order: Omit<PrintOrder, 'kind'>): BallotSheetsData {
  const { form, committeeName, superiorName, placeOfIssue, heldOn, subjects } = data;
  const head = {
    layout: form.documentLayout,
    superior: superiorName,
    issuer: committeeName,
    number: null,
    place: placeOfIssue,
    date: heldOn,
  };
  return { ...papersData(data, papers, order), head, ...sheetTexts(form, order.language, committeeName), subjects };
}

/**
 * One sheet that is no ballot, to look at before the lists are final and to try the printer with: marked, its code opens
 * the phone test or nothing, and in the place of a credential stand signs that no credential has.
 */
export function drawTestSheet(data: PrintData, order: Omit<PrintOrder, 'kind'>, fonts: Fonts): Promise<Uint8Array> {
  const { votingAddress, sessionId, readKey, phonesVote } = data;
  const link = phonesVote
    ? makeTestLink({ votingAddress, sessionId, readKey })
    : makeDeskCode({ sessionId, credential: '' });
  const paper = { serial: '0000', link, credential: '00000-000000-00000-000000' };
  return ballotSheets({ ...sheetsData(data, [paper], order), isTest: true }, fonts);
}

/** A print run ready to be kept as a file and registered. */
export interface PrintedPapers {
  /** Of the print run, kept while its registration is sent again. */
  readonly id: string;
  readonly pdf: Uint8Array;
  readonly publicCredentials: readonly string[];
  /** Of each sheet; more than one are printed on both sides. */
  readonly pagesEach: number;
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
  const publicCredentials = papers.map((paper) => paper.publicCredential);
  const pagesEach = order.kind === 'slips' ? 1 : pagesOfSheet(sheetsData(data, papers.slice(0, 1), order), fonts);
  return { id: newId(device.random), pdf, publicCredentials, pagesEach };
}
