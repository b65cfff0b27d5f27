import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { personId } from '../../domain/roster/person.ts';
import { tableFile, tableFormat } from '../documents/spreadsheet.ts';
import { listPart, partOfList } from '../kit/list-part.ts';
import { count, lockedSession } from '../kit/session-values.ts';
import { operation } from '../operation.ts';
import { choices, consequence, listResults, resultFilter } from './result-list.ts';
import { resultView } from './results.ts';

const tag = 'Results';
const localText = z.object({ vi: z.string(), en: z.string() });
const countedTier = z.extend(consequence, { count });

const { sessionId, committeeName, title, heldOn, formId, formTitle, levels, base, collected } = resultView.shape;
const { position, valid, invalid, levels: levelCounts } = resultView.shape.subjects._zod.def.element.shape;

/** Which result it is, as the committee and its form were on the day of the vote. */
const resultHead = {
  sessionId,
  committeeId: z.string(),
  committeeName,
  committeeRank: z.string(),
  title,
  heldOn,
  formId,
  formTitle,
  base,
  annulled: z.boolean(),
};

const rollUpResult = z
  .object({
    ...resultHead,
    collected,
    /** How many subjects in each; the form's every tier, 0 first; empty where it attaches none. */
    tiers: z.array(countedTier),
  })
  .register(z.globalRegistry, { id: 'RollUpResult' });
export type RollUpResult = z.infer<typeof rollUpResult>;

/** What `readResult` says of one person, with the form's own levels. */
const personsResult = z
  .object({
    ...resultHead,
    levels,
    position,
    collected,
    valid,
    invalid,
    counts: levelCounts,
    ...consequence.shape,
    /** Null where the form attaches no consequences at all. */
    consequence: z.nullable(localText),
  })
  .register(z.globalRegistry, { id: 'PersonsResult' });
export type PersonsResultView = z.infer<typeof personsResult>;

const rollUpPerson = z
  .object({
    personId,
    name: z.string(),
    /** How many of the results that fit. */
    results: count,
    /** The newest one in force; an annulled one where there is no other. */
    latest: personsResult,
  })
  .register(z.globalRegistry, { id: 'RollUpPerson' });
export type RollUpPerson = z.infer<typeof rollUpPerson>;

const rollUpView = z
  .object({
    committeeName: z.string(),
    /** All that was published to the committee can be narrowed by these, whatever the filter. */
    choices,
    /** Sums over all results that fit, without those that are annulled. */
    tiers: z.array(z.extend(countedTier, { formId, formTitle })),
    /** `subjects`: results of single people or organisations; `concerned`: those to which a consequence is attached. */
    committeeRanks: z.array(z.object({ rank: z.string(), results: count, subjects: count, concerned: count })),
    /** A part of those that fit, newest conference first; `total` in all parts. */
    results: z.extend(listPart(rollUpResult), { total: count }),
    /** A part of the people in them, by name. */
    people: z.extend(listPart(rollUpPerson), { total: count }),
    /** Left out everywhere else, whatever the filter. */
    locked: z.array(lockedSession),
  })
  .register(z.globalRegistry, { id: 'RollUp' });
export type RollUpView = z.infer<typeof rollUpView>;

const filter = z.extend(resultFilter, {
  /** People who were in this tier at least once. */
  tier: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(99))),
  /** People with these beginnings of words in their name; with or without diacritics. */
  search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
});

export const listRollUps = operation({
  id: 'listRollUps',
  method: 'GET',
  path: '/api/roll-ups',
  tag,
  summary: {
    vi: 'Cấp ủy mà mình tham gia và có kết quả của cấp dưới công bố cho',
    en: 'Committees in which the caller holds a seat and to which results were published from below',
  },
  access: ['signed-in'],
  replies: { 200: z.array(z.object({ committeeId, name: z.string(), results: count })) },
  refusals: [],
});

const rolledUp = {
  tag,
  method: 'GET',
  access: ['seat-holder'],
  params: z.object({ committeeId }),
  refusals: [],
} as const;

export const readRollUp = operation({
  ...rolledUp,
  id: 'readRollUp',
  path: '/api/committees/:committeeId/roll-up',
  summary: {
    vi: 'Tổng hợp kết quả của cấp dưới đã công bố cho cấp ủy',
    en: 'Results published to the committee from directly below: only what the caller could open one by one',
  },
  /** `peopleAfter`: where the part of the people begins, as `after` that of the results. */
  query: z.extend(filter, { ...partOfList, peopleAfter: partOfList.after }),
  replies: { 200: rollUpView },
});

export const readPersonResults = operation({
  id: 'readPersonResults',
  method: 'GET',
  path: '/api/people/:personId/results',
  tag,
  summary: {
    vi: 'Kết quả qua các đợt của một người, trong phạm vi người đọc được xem',
    en: 'One person’s published results over the sessions, of those that the caller may read',
  },
  access: ['signed-in'],
  params: z.object({ personId }),
  replies: {
    200: z.object({
      name: z.string(),
      /** Newest conference first; never empty. */
      results: z.array(personsResult),
      /** Of sessions in which the person took part; left out of the results. */
      locked: z.array(lockedSession),
    }),
  },
  refusals: [],
});

export const readRollUpTable = operation({
  ...rolledUp,
  id: 'readRollUpTable',
  path: '/api/committees/:committeeId/roll-up/table',
  summary: { vi: 'Bảng tổng hợp dạng Excel hoặc CSV', en: 'The roll-up as a workbook or as CSV' },
  query: z.extend(filter, { language: z._default(z.enum(['vi', 'en']), 'vi'), format: tableFormat }),
  replies: { 200: tableFile },
});

export const rollUpOperations = [listResults, listRollUps, readRollUp, readPersonResults, readRollUpTable] as const;
