import { z } from 'zod';
import { committeeId } from '../domain/committee.ts';
import { personId } from '../domain/person.ts';
import { bytes, operation } from './operation.ts';
import { resultView } from './results.ts';
import { count } from './session-values.ts';

const tag = 'Results';
const day = z.iso.date();
const localText = z.object({ vi: z.string(), en: z.string() });
const reachedTier = z.object({
  ...{ tier: z.int().min(0), article: localText.nullable(), consequence: localText, count },
});

const { sessionId, committee, title, heldOn, form, formTitle, levels, base, collected } = resultView.shape;

const rollUpSession = z
  .object({
    ...{ sessionId, committeeId: z.string(), committee, committeeLevel: z.string() },
    ...{ title, heldOn, form, formTitle, levels, base, collected },
    annulled: z.boolean(),
    /** How many subjects in each; the form's every tier, 0 for no consequence first. */
    tiers: z.array(reachedTier),
  })
  .meta({ id: 'RollUpSession' });
export type RollUpSession = z.infer<typeof rollUpSession>;

const rollUpPerson = z
  .object({
    ...{ personId, name: z.string() },
    /** What `readResult` says of this person, newest conference first. */
    results: z.array(
      resultView.shape.subjects.element
        .omit({ id: true, name: true, article: true, consequence: true })
        .extend({ sessionId: resultView.shape.sessionId }),
    ),
  })
  .meta({ id: 'RollUpPerson' });
export type RollUpPerson = z.infer<typeof rollUpPerson>;

const rollUpView = z
  .object({
    committee: z.string(),
    /** Newest conference first. */
    sessions: z.array(rollUpSession),
    people: z.array(rollUpPerson),
    /** Sums over the sessions above that are not annulled. */
    tiers: z.array(reachedTier.extend({ form, formTitle })),
    /** `subjects`: results of single people or organisations; `concerned`: those to which a consequence is attached. */
    committeeLevels: z.array(z.object({ level: z.string(), results: count, subjects: count, concerned: count })),
  })
  .meta({ id: 'RollUp' });
export type RollUpView = z.infer<typeof rollUpView>;

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

const filter = z.object({
  /** Id of a ballot form. */
  form: z.string().max(64).optional(),
  /** Of the committees. */
  level: z.string().max(64).optional(),
  ...{ from: day.optional(), to: day.optional() },
  /** People who were in this tier at least once. */
  tier: z.coerce.number().int().min(0).max(99).optional(),
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
  query: filter,
  replies: { 200: rollUpView },
});

const exported = filter.extend({ language: z.enum(['vi', 'en']).default('vi') });

export const readRollUpXlsx = operation({
  ...rolledUp,
  id: 'readRollUpXlsx',
  path: '/api/committees/:committeeId/roll-up.xlsx',
  summary: { vi: 'Bảng tổng hợp dạng Excel', en: 'The roll-up as a workbook' },
  query: exported,
  replies: { 200: bytes(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']) },
});

export const readRollUpCsv = operation({
  ...rolledUp,
  id: 'readRollUpCsv',
  path: '/api/committees/:committeeId/roll-up.csv',
  summary: { vi: 'Bảng tổng hợp dạng CSV', en: 'The roll-up as CSV' },
  query: exported,
  replies: { 200: bytes(['text/csv; charset=utf-8']) },
});

export const rollUpOperations = [listRollUps, readRollUp, readRollUpXlsx, readRollUpCsv] as const;
