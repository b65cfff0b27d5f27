import * as z from 'zod/mini';
import { copiedParts } from '../../domain/session/copy-session.ts';
import { sessionId } from '../../domain/session/session.ts';
import { newId, sessionParams } from '../kit/session-values.ts';
import { operation } from '../operation.ts';
import { sessionView } from './sessions.ts';

const notCopiedView = z.object({
  part: z.enum(['teller', 'participant', 'dossier']),
  name: z.string(),
  reason: z.enum(['left-office', 'is-subject', 'by-name', 'not-voted-on', 'full']),
});
export type NotCopiedView = z.infer<typeof notCopiedView>;

export const copySession = operation({
  id: 'copySession',
  tag: 'Sessions',
  method: 'POST',
  path: '/api/sessions/:sessionId/copies',
  summary: {
    vi: 'Chép từ đợt trước của cấp ủy vào dự thảo đợt này',
    en: 'Give a draft tellers, participants, texts and dossiers of an earlier session of the committee; who has left is named',
  },
  access: ['chair'],
  params: sessionParams,
  body: z.strictObject({
    id: newId,
    from: sessionId,
    parts: z.array(z.enum(copiedParts)).check(z.minLength(1), z.maxLength(copiedParts.length)),
  }),
  replies: { 201: z.object({ session: sessionView, leftOut: z.array(notCopiedView) }) },
  refusals: ['not-in-draft', 'not-an-earlier-session', 'id-in-use'],
});
