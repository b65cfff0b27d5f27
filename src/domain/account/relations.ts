import type { PersonId } from '../roster/person.ts';
import type { AccountId, Grant } from './account.ts';

/**
 * How a caller can stand to what an address names. An operation lists those that may call it; any one suffices.
 * `chair`, `secretary`, `office`, `seat-holder`: of the committee, or of the session's committee; `teller`, `voter`,
 * `read-key`: of the session; `superior-seat-holder`, `superior-chair`: a seat in, or the chair of, the directly superior committee.
 */
export const relations = [
  'anyone',
  'signed-in',
  'administrator',
  'chair',
  'secretary',
  'office',
  'seat-holder',
  'superior-seat-holder',
  'superior-chair',
  'teller',
  'voter',
  'read-key',
] as const;
export type Relation = (typeof relations)[number];

/** Relations that need a committee or a session in the address. */
export const relationsToPlace: readonly Relation[] = relations.slice(3);

/** Who calls, as the sign-in knows them. */
export interface Principal {
  readonly accountId: AccountId;
  readonly personId: PersonId | null;
  readonly administrator: boolean;
  readonly grants: readonly Grant[];
}

/** What ties one caller to the committee or session of an address; found by the store. */
export interface Ties {
  readonly committeeId: string;
  /** The directly superior committee; null at the top. */
  readonly superiorId: string | null;
  readonly seatHolder: boolean;
  readonly superiorSeatHolder: boolean;
  readonly teller: boolean;
  readonly voter: boolean;
  /** The request carries the session's read key. */
  readonly readKey: boolean;
}

/** Every relation that holds. Being administrator opens no committee: it is a relation of its own (promise 6). */
export function relationsOf(principal: Principal | null, ties: Ties | null): ReadonlySet<Relation> {
  const held = new Set<Relation>(['anyone']);
  if (ties?.readKey) held.add('read-key');
  if (principal === null) return held;
  held.add('signed-in');
  if (principal.administrator) held.add('administrator');
  if (ties === null) return held;
  for (const grant of principal.grants) {
    if (grant.committeeId === ties.committeeId) held.add(grant.role);
    if (grant.committeeId === ties.superiorId && grant.role === 'chair') held.add('superior-chair');
  }
  if (ties.seatHolder) held.add('seat-holder');
  if (ties.superiorSeatHolder) held.add('superior-seat-holder');
  if (ties.teller) held.add('teller');
  if (ties.voter) held.add('voter');
  return held;
}

/** Default deny: without a listed relation nothing is reachable. */
export function mayCall(access: readonly Relation[], held: ReadonlySet<Relation>): boolean {
  return access.some((relation) => held.has(relation));
}
