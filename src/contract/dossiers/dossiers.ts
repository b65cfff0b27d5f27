import * as z from 'zod/mini';
import { subjectId } from '../../domain/session/session.ts';
import { newId, ref, sessionParams } from '../kit/session-values.ts';
import { lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';

const ofSession = { params: sessionParams } as const;

const dossierHolders = ['read-key', 'voter', 'chair', 'office', 'secretary', 'teller'] as const;

export const addDossier = operation({
  ...ofSession,
  id: 'addDossier',
  tag: 'Dossiers',
  method: 'POST',
  path: '/api/sessions/:sessionId/dossiers',
  summary: { vi: 'Gửi tài liệu cho người bỏ phiếu', en: 'Attach a dossier to the session or to one subject' },
  access: ['chair', 'office'],
  query: z.object({ id: newId, title: lineOfText(200), subjectId: z.optional(subjectId) }),
  body: { kind: 'bytes', types: ['application/pdf'], maximum: 20 * 1024 * 1024 },
  replies: { 201: z.object({ id: ref, title: z.string(), subjectId: z.nullable(subjectId) }) },
  refusals: ['not-a-pdf', 'unknown-subject', 'too-many-dossiers', 'not-before-opening', 'id-in-use'],
});

export const readDossier = operation({
  ...ofSession,
  id: 'readDossier',
  tag: 'Dossiers',
  method: 'GET',
  path: '/api/sessions/:sessionId/dossiers/:dossierId',
  summary: { vi: 'Đọc một tài liệu', en: 'Read a dossier' },
  access: dossierHolders,
  params: z.extend(sessionParams, { dossierId: ref }),
  replies: { 200: { kind: 'bytes', types: ['application/pdf'], maximum: 0 } },
  refusals: ['unknown-dossier'],
  quiet: true,
});

export const removeDossier = operation({
  ...ofSession,
  id: 'removeDossier',
  tag: 'Dossiers',
  method: 'DELETE',
  path: '/api/sessions/:sessionId/dossiers/:dossierId',
  summary: { vi: 'Bỏ một tài liệu', en: 'Take a dossier away before opening' },
  access: ['chair', 'office'],
  params: z.extend(sessionParams, { dossierId: ref }),
  replies: { 204: z.undefined() },
  refusals: ['unknown-dossier', 'not-before-opening'],
});

export const dossierOperations = [addDossier, readDossier, removeDossier] as const;
