import { accountRefusals } from './refusals/accounts.ts';
import { committeeRefusals } from './refusals/committees.ts';
import { generalRefusals } from './refusals/general.ts';
import { halfTermRefusals } from './refusals/half-term.ts';
import { planRefusals } from './refusals/plans.ts';
import type { RefusalText } from './refusals/refusal-text.ts';
import { sessionRefusals } from './refusals/sessions.ts';

/**
 * The closed list of reasons for which the service refuses: stable codes, each with its status and its sentence. A
 * feature keeps its own in `refusals/`; the compiler finds a decision whose refusal has none.
 */
export const refusals = {
  ...generalRefusals,
  ...accountRefusals,
  ...committeeRefusals,
  ...planRefusals,
  ...halfTermRefusals,
  ...sessionRefusals,
} satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;
export const refusalCodes = Object.keys(refusals) as readonly RefusalCode[];

/** Any operation can be refused for these, so none has to list them. */
export const commonRefusals = [
  'invalid-request',
  'malformed-json',
  'not-signed-in',
  'not-allowed',
  'cross-site',
  'tls-required',
  'not-found',
  'too-large',
  'unsupported-type',
  'taken-back-meanwhile',
  'too-many-streams',
  'overloaded',
  'took-too-long',
  'record-altered',
  'stored-row-damaged',
  'storage-full',
  'storage-failing',
  'database-away',
  'internal',
] as const satisfies readonly RefusalCode[];
export type CommonRefusal = (typeof commonRefusals)[number];
