import * as z from 'zod/mini';
import { type JointAction, jointActionSchema } from '../../domain/session/joint-decision.ts';
import { actorView, instant, newId, paragraph, problemView, ref, sessionParams } from '../kit/session-values.ts';
import { unprintableIssues } from '../kit/text.ts';
import { operation } from '../operation.ts';

/** A decision of chair and tellers together. */
export const decisionView = z
  .object({
    id: ref,
    action: jointActionSchema,
    reason: z.string(),
    /** Where the ledger did not balance when closing with a deviation was proposed. */
    problems: z.optional(z.readonly(z.array(problemView))),
    signatures: z.array(z.object({ actor: actorView, capacity: z.enum(['chair', 'teller']), at: instant })),
    status: z.enum(['proposed', 'effective', 'overtaken']),
  })
  .register(z.globalRegistry, { id: 'JointDecision' });

const refusals = [
  'not-before-opening',
  'unknown-subject',
  'last-subject',
  'bad-name',
  'unknown-teller',
  'unknown-person',
  'teller-is-subject',
  'teller-named-like-subject',
  'teller-named-twice',
  'too-few-tellers',
  'threshold-out-of-range',
  'no-sheet-left',
  'papers-not-open',
  'session-not-open',
  'countdown-not-running',
  'not-counting',
  'ledger-balances',
  'ledger-changed',
  'enough-keys-survive',
  'cannot-be-cancelled',
  'not-closed',
  'unknown-decision',
  'decision-not-pending',
  'already-signed',
] as const;

/** A correction comes after everything else was looked through. */
const printableCorrection: z.core.CheckFn<JointAction> = ({ value, issues }) => {
  if (value.kind !== 'correct-subject') return;
  for (const text of [value.name, value.position]) issues.push(...unprintableIssues(text));
};

/** Both answer with the decision; it says itself whether it has taken effect. */
export const proposeDecision = operation({
  id: 'proposeDecision',
  method: 'POST',
  path: '/api/sessions/:sessionId/decisions',
  tag: 'Decisions',
  summary: {
    vi: 'Đề xuất một quyết định chung, chữ ký của người đề xuất kèm theo',
    en: 'Put a joint decision forward, signed by whoever does so',
  },
  access: ['chair', 'teller'],
  params: sessionParams,
  body: z.strictObject({ id: newId, action: jointActionSchema.check(printableCorrection), reason: paragraph }),
  replies: { 201: decisionView },
  refusals: [...refusals, 'id-in-use'],
});

export const signDecision = operation({
  id: 'signDecision',
  method: 'POST',
  path: '/api/sessions/:sessionId/decisions/:decisionId/signature',
  tag: 'Decisions',
  summary: { vi: 'Ký một quyết định chung', en: 'Sign a joint decision with one’s own account' },
  access: ['chair', 'teller'],
  params: z.extend(sessionParams, { decisionId: ref }),
  replies: { 200: decisionView },
  refusals,
});

export const decisionOperations = [proposeDecision, signDecision] as const;
