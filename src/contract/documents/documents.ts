import * as z from 'zod/mini';
import { sessionParams } from '../kit/session-values.ts';
import { bytes, operation } from '../operation.ts';

/**
 * Papers of the round beside ballots and minutes: the decision to hold the vote, a summons for each voter, the list of
 * subjects, the roll with a column to sign in, the receipt for the ledger.
 */
export const roundDocuments = ['decision', 'summons', 'subjects', 'roll', 'receipt'] as const;
export type RoundDocument = (typeof roundDocuments)[number];

const pdf = bytes(['application/pdf']);

export const readRoundDocument = operation({
  id: 'readRoundDocument',
  method: 'GET',
  path: '/api/sessions/:sessionId/documents/:document',
  tag: 'Documents',
  summary: {
    vi: 'Văn bản của đợt lấy phiếu: quyết định, giấy triệu tập, danh sách, giấy giao nhận phiếu (PDF)',
    en: 'A paper of the round as PDF: decision, summons, list of subjects, roll to sign, receipt',
  },
  access: ['chair', 'secretary', 'office'],
  params: z.extend(sessionParams, { document: z.enum(roundDocuments) }),
  replies: { 200: pdf },
  refusals: ['unprintable-letter'],
});

export const documentOperations = [readRoundDocument] as const;
