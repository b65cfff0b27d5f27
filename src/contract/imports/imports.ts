import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { importId } from '../../domain/roster/import-id.ts';
import { importKinds } from '../../domain/roster/kept-import.ts';
import { importCounts } from '../committee/province.ts';
import { actorView, instant, sessionParams } from '../kit/session-values.ts';
import { operation } from '../operation.ts';
import { sessionView } from '../session/sessions.ts';

const byWhom = z.object({ by: actorView, at: instant });

export const importView = z
  .object({
    id: importId,
    kind: z.enum(importKinds),
    ...byWhom.shape,
    /** The congress term of delegates; null for committees and seats. */
    term: z.nullable(z.string()),
    counts: importCounts,
    takenBack: z.nullable(byWhom),
    /** What stands in the way of taking it back; nothing does where there is none and it was not taken back. */
    obstacles: z.array(
      z.object({
        code: z.string(),
        /** The first five of `count`. */
        names: z.array(z.string()),
        count: z.int(),
        messages: z.object({ vi: z.string(), en: z.string() }),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'Import' });
export type ImportView = z.infer<typeof importView>;

const ofRoster = { tag: 'Committees', access: ['administrator'] } as const;

export const listImports = operation({
  ...ofRoster,
  id: 'listImports',
  method: 'GET',
  path: '/api/imports',
  summary: {
    vi: 'Các lần nhập cấp ủy và cấp ủy viên, mới nhất trước; lần nào rút lại được, nếu không thì vì sao',
    en: 'Imports of committees and seats, newest first; which can be taken back, and why the others cannot',
  },
  replies: { 200: z.array(importView) },
  refusals: [],
});

export const takeBackImport = operation({
  ...ofRoster,
  id: 'takeBackImport',
  method: 'POST',
  path: '/api/imports/:importId/taking-back',
  summary: {
    vi: 'Rút lại cả một lần nhập khi chưa có gì dựa vào nó: mọi thứ trở lại như trước khi nhập',
    en: 'Take a whole import back while nothing was built on it: everything is as it was before',
  },
  params: z.object({ importId }),
  replies: { 200: importView },
  refusals: ['import-built-on', 'own-seat'],
});

/** Of one committee's own list, on its page: whoever may import it. */
const ofOwnRoster = { tag: 'Committees', access: ['administrator', 'office'] } as const;

export const listRosterImports = operation({
  ...ofOwnRoster,
  id: 'listRosterImports',
  method: 'GET',
  path: '/api/committees/:committeeId/roster/imports',
  summary: {
    vi: 'Các lần nhập danh sách của một cấp ủy, mới nhất trước; lần nào rút lại được, nếu không thì vì sao',
    en: 'Imports of one committee’s roster, newest first; which can be taken back, and why the others cannot',
  },
  params: z.object({ committeeId }),
  replies: { 200: z.array(importView) },
  refusals: [],
});

export const takeBackCommitteeRoster = operation({
  ...ofOwnRoster,
  id: 'takeBackCommitteeRoster',
  method: 'POST',
  path: '/api/committees/:committeeId/roster/imports/:importId/taking-back',
  summary: {
    vi: 'Rút lại cả một lần nhập danh sách của một cấp ủy khi chưa có gì dựa vào nó',
    en: 'Take an import of one committee’s roster back while nothing was built on it: everything is as it was before',
  },
  params: z.object({ committeeId, importId }),
  replies: { 200: importView },
  refusals: ['import-built-on', 'own-seat'],
});

const ofDelegates = { tag: 'Plans', access: ['chair', 'office'] } as const;

export const listDelegateImports = operation({
  ...ofDelegates,
  id: 'listDelegateImports',
  method: 'GET',
  path: '/api/committees/:committeeId/summoned/imports',
  summary: {
    vi: 'Các lần nhập danh sách đại biểu, mới nhất trước; lần nào rút lại được, nếu không thì vì sao',
    en: 'Imports of delegates, newest first; which can be taken back, and why the others cannot',
  },
  params: z.object({ committeeId }),
  replies: { 200: z.array(importView) },
  refusals: [],
});

export const takeBackDelegates = operation({
  ...ofDelegates,
  id: 'takeBackDelegates',
  method: 'POST',
  path: '/api/committees/:committeeId/summoned/imports/:importId/taking-back',
  summary: {
    vi: 'Rút lại cả một lần nhập danh sách đại biểu khi chưa có gì dựa vào nó',
    en: 'Take an import of delegates back while nothing was built on it: the list is as it was before',
  },
  params: z.object({ committeeId, importId }),
  replies: { 200: importView },
  refusals: ['import-built-on'],
});

const ofRoll = { tag: 'Sessions', access: ['chair', 'office'] } as const;

export const rollImportView = z
  .object({
    id: importId,
    ...byWhom.shape,
    /** How many of those whom it added are still on the roll. */
    left: z.int(),
    takenBack: z.nullable(byWhom),
  })
  .register(z.globalRegistry, { id: 'RollImport' });
export type RollImportView = z.infer<typeof rollImportView>;

export const listRollImports = operation({
  ...ofRoll,
  id: 'listRollImports',
  method: 'GET',
  path: '/api/sessions/:sessionId/roll/imports',
  summary: {
    vi: 'Những lần thêm nhiều người vào danh sách bỏ phiếu của bản chuẩn bị, mới nhất trước',
    en: 'When several people were added to the roll of a draft at once, newest first',
  },
  params: sessionParams,
  replies: { 200: z.array(rollImportView) },
  refusals: [],
});

export const takeBackParticipants = operation({
  ...ofRoll,
  id: 'takeBackParticipants',
  method: 'POST',
  path: '/api/sessions/:sessionId/roll/imports/:importId/taking-back',
  summary: {
    vi: 'Đưa ra khỏi danh sách những người đã thêm trong một lần, khi danh sách chưa chốt',
    en: 'Take everybody who was added at once off the roll again, while the lists are not frozen',
  },
  params: z.extend(sessionParams, { importId }),
  replies: { 200: sessionView },
  refusals: ['not-in-draft'],
});

export const importOperations = [
  listImports,
  takeBackImport,
  listRosterImports,
  takeBackCommitteeRoster,
  listDelegateImports,
  takeBackDelegates,
  listRollImports,
  takeBackParticipants,
] as const;
