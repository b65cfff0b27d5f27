import { mayCall, type Relation } from '../account/relations.ts';
import type { SessionState } from '../session/session.ts';

/** Whom everything about their session's totals is open to as soon as it exists. */
const insiders = ['chair', 'teller'] as const satisfies readonly Relation[];
/** And for whom a result is published: those who sit in its committee and in the directly superior one (promise 6). */
const audience = ['seat-holder', 'superior-seat-holder'] as const satisfies readonly Relation[];

/** Who can come to read a session's result, its minutes and its record, and nobody else. */
export const resultReaders = [...insiders, ...audience] as const;

/** Whether somebody runs the vote, for whom its totals and minutes are there before publication or without one. */
export function isInsider(held: ReadonlySet<Relation>): boolean {
  return mayCall(insiders, held);
}

/** Whether somebody may read the result of a session in this state, as far as there is one. */
export function mayReadResult(held: ReadonlySet<Relation>, state: SessionState): boolean {
  return isInsider(held) || (state === 'published' && mayCall(audience, held));
}

const published: readonly SessionState[] = ['published'];
/** What a session leaves that was cancelled or cannot be opened can be held against its minutes; no ballot can be made from others' any more. */
const fromClosing: readonly SessionState[] = ['closed', 'tallied', 'cancelled', 'unopenable', ...published];
const fromCounting: readonly SessionState[] = ['counting', ...fromClosing];

/**
 * The states in which somebody may have the record. Until closing nobody gets ballots but tellers, who verify them
 * meanwhile: a ballot made from others' ballots is what PROTOCOL §9.3 warns of.
 */
const recordFrom: Readonly<Record<(typeof resultReaders)[number], readonly SessionState[]>> = {
  teller: fromCounting,
  chair: fromClosing,
  'seat-holder': published,
  'superior-seat-holder': published,
};

/** Whether somebody may have the verifiable record of a session in this state. */
export function mayReadRecord(held: ReadonlySet<Relation>, state: SessionState): boolean {
  return resultReaders.some((relation) => held.has(relation) && recordFrom[relation].includes(state));
}
