import type { z } from 'zod';
import { addBatch, type printData } from '../contract/papers.ts';
import { readSession } from '../contract/sessions.ts';
import type { SessionId } from '../domain/session/session.ts';
import { sheetSerial } from '../domain/session/sheet-serial.ts';
import { ballotSheets } from '../print/ballot-sheets.ts';
import type { PapersData, SheetPaper } from '../print/ballot-sheets-data.ts';
import { ballotSlips } from '../print/ballot-slips.ts';
import type { PrintLanguage } from '../print/document-head.ts';
import type { Fonts } from '../print/fonts.ts';
import { sheetTexts } from '../print/sheet-texts.ts';
import { createCredential, publicCredential } from '../protocol/credential.ts';
import { type Connection, call, type Reply } from './api.ts';
import type { Device } from './device.ts';
import { makeVotingLink } from './voting-link.ts';

export type PrintData = z.infer<(typeof printData.replies)[200]>;

/** A sheet before it is printed: what the server may know of it beside what only the paper may hold. */
export interface BlankPaper extends SheetPaper {
  readonly publicCredential: string;
}

/** Makes the credentials of some papers. Whoever keeps what comes back can vote with them: print it and drop it. */
export function makePapers({ group, random }: Device, data: PrintData, count: number): BlankPaper[] {
  const { votingAddress, sessionId, readKey } = data;
  return Array.from({ length: count }, () => {
    const credential = createCredential(random);
    const half = publicCredential(group, sessionId, credential);
    const link = makeVotingLink({ votingAddress, sessionId, readKey, credential });
    return { serial: sheetSerial(half), link, credential, publicCredential: half };
  });
}

/** How a batch is to look. */
export interface PrintOrder {
  readonly kind: 'sheets' | 'slips';
  readonly language: PrintLanguage;
  readonly createdAt: Date;
}

/** The papers as a PDF: full ballot sheets, or slips for phones. */
export function printPapers(
  data: PrintData,
  papers: readonly SheetPaper[],
  order: PrintOrder,
  fonts: Fonts,
): Promise<Uint8Array> {
  const { form, committeeName, superiorName, title, place, heldOn, subjects } = data;
  const { kind, language, createdAt } = order;
  const common: PapersData = { language, createdAt, committee: committeeName, conference: title, papers };
  if (kind === 'slips') return ballotSlips(common, fonts);
  const head = {
    ...{ layout: form.documentLayout, superior: superiorName, issuer: committeeName, number: null },
    ...{ place, date: heldOn },
  };
  return ballotSheets({ ...common, head, ...sheetTexts(form, language, committeeName), subjects }, fonts);
}

/** A batch ready to be kept as a file and registered. */
export interface PrintedBatch {
  readonly pdf: Uint8Array;
  readonly publicCredentials: readonly string[];
}

/** Credentials and PDF in one go; nothing but the PDF holds the credentials afterwards. */
export async function printBatch(
  device: Device,
  data: PrintData,
  count: number,
  order: PrintOrder,
  fonts: Fonts,
): Promise<PrintedBatch> {
  const papers = makePapers(device, data, count);
  const pdf = await printPapers(data, papers, order, fonts);
  return { pdf, publicCredentials: papers.map((paper) => paper.publicCredential) };
}

const attempts = 5;

/**
 * Registers the public halves of a printed batch. A lost answer is made up for: when a repeated attempt finds the
 * credentials there already, the first one arrived, and the batch is the last of this size.
 */
export async function registerBatch(
  connection: Connection,
  { wait }: Device,
  sessionId: SessionId,
  publicCredentials: readonly string[],
): Promise<Reply<typeof addBatch>> {
  let lost = false;
  for (let attempt = 1; ; attempt++) {
    const reply = await call(connection, addBatch, {
      params: { sessionId },
      body: { credentials: [...publicCredentials] },
    });
    if (!reply.ok && lost && reply.refusal === 'credential-already-registered') {
      return (await lastBatch(connection, sessionId, publicCredentials.length)) ?? reply;
    }
    if (reply.ok || reply.refusal !== 'unreachable' || attempt === attempts) return reply;
    lost = true;
    await wait(1000 * attempt);
  }
}

async function lastBatch(
  connection: Connection,
  sessionId: SessionId,
  size: number,
): Promise<Reply<typeof addBatch> | undefined> {
  const session = await call(connection, readSession, { params: { sessionId } });
  const batch = session.ok ? session.value.batches.findLast((one) => one.size === size) : undefined;
  return batch && { ok: true, value: batch };
}
