import * as z from 'zod/mini';
import { planId } from '../../domain/plan/plan-id.ts';
import { sessionId } from '../../domain/session/session.ts';
import { listPart, partOfList } from '../kit/list-part.ts';
import { count, lockedSession } from '../kit/session-values.ts';
import { operation } from '../operation.ts';

const day = z.iso.date();
const localText = z.object({ vi: z.string(), en: z.string() });
/** Tier 0: nothing is attached to the result, in the form's words. */
export const consequence = z.object({
  tier: z.int().check(z.minimum(0)),
  article: z.nullable(localText),
  consequence: localText,
});

/** Votes of confidence, or ratings of a year. */
const kind = z.enum(['confidence', 'rating']);

export const choices = z
  .object({
    /** The newest result's first. */
    kinds: z.array(kind),
    forms: z.array(z.object({ id: z.string(), title: localText })),
    ranks: z.array(z.string()),
    plans: z.array(z.object({ id: planId, number: z.string() })),
    /** Newest first. */
    years: z.array(z.string()),
    tiers: z.array(z.omit(consequence, { article: true })),
  })
  .register(z.globalRegistry, { id: 'ResultChoices' });
export type ResultChoices = z.infer<typeof choices>;

const listedResult = z
  .object({
    sessionId,
    committeeId: z.string(),
    committeeName: z.string(),
    committeeRank: z.string(),
    title: z.string(),
    heldOn: z.string(),
    formId: z.string(),
    formTitle: localText,
    annulled: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'ListedResult' });

export const resultFilter = z.object({
  kind: z.optional(kind),
  /** Id of a ballot form. */
  formId: z.optional(z.string().check(z.maxLength(64))),
  /** Of the committees, on the day of the vote. */
  rank: z.optional(z.string().check(z.maxLength(64))),
  /** Of the conferences, both included. */
  from: z.optional(day),
  to: z.optional(day),
  planId: z.optional(planId),
});

export const listResults = operation({
  id: 'listResults',
  method: 'GET',
  path: '/api/results',
  tag: 'Results',
  summary: {
    vi: 'Kết quả đã công bố mà người đọc được xem',
    en: 'Published results that the caller may read: of their committees, from directly below, or of their own sessions',
  },
  access: ['signed-in'],
  /** `search`: beginnings of words of committee and conference, with or without diacritics. */
  query: z.extend(resultFilter, { search: z.optional(z.string().check(z.trim(), z.maxLength(100))), ...partOfList }),
  replies: {
    /** `choices` and `locked` whatever the filter; `total` in all parts; the newest conference first. */
    200: z.extend(listPart(listedResult), { choices, total: count, locked: z.array(lockedSession) }),
  },
  refusals: [],
});
