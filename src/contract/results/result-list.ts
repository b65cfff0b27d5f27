import { z } from 'zod';
import { planId } from '../../domain/plan/plan-id.ts';
import { sessionId } from '../../domain/session/session.ts';
import { count, lockedSession } from '../kit/session-values.ts';
import { operation } from '../operation.ts';

const day = z.iso.date();
const localText = z.object({ vi: z.string(), en: z.string() });
/** Tier 0: nothing is attached to the result, in the form's words. */
export const consequence = z.object({ tier: z.int().min(0), article: localText.nullable(), consequence: localText });

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
    tiers: z.array(consequence.omit({ article: true })),
  })
  .meta({ id: 'ResultChoices' });
export type ResultChoices = z.infer<typeof choices>;

const listedResult = z
  .object({
    sessionId,
    committeeId: z.string(),
    committeeName: z.string(),
    committeeRank: z.string(),
    title: z.string(),
    heldOn: z.string(),
    form: z.string(),
    formTitle: localText,
    annulled: z.boolean(),
  })
  .meta({ id: 'ListedResult' });

export const resultFilter = z.object({
  kind: kind.optional(),
  /** Id of a ballot form. */
  form: z.string().max(64).optional(),
  /** Of the committees, on the day of the vote. */
  rank: z.string().max(64).optional(),
  /** Of the conferences, both included. */
  from: day.optional(),
  to: day.optional(),
  planId: planId.optional(),
});

export const page = z.coerce.number().int().min(1).max(10_000).default(1);

export const size = z.coerce.number().int().min(1).max(200).default(50);

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
  query: resultFilter.extend({ search: z.string().trim().max(100).optional(), page, size }),
  replies: {
    /** `choices` and `locked` whatever the filter; `total` on all pages; the newest conference first. */
    200: z.object({ choices, total: count, rows: z.array(listedResult), locked: z.array(lockedSession) }),
  },
  refusals: [],
});
