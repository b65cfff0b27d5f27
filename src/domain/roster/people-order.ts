import type { Voter } from '../session/session.ts';
import type { HeldSeat } from './held-seat.ts';
import { nameOrderKey } from './name-order-key.ts';

/** People by given name (`nameOrderKey`); those of one name stay as they stood. */
export function inNameOrder<One extends { readonly name: string }>(people: readonly One[]): One[] {
  return people
    .map((one) => ({ one, key: nameOrderKey(one.name) }))
    .sort((a, b) => byBytes(a.key, b.key))
    .map(({ one }) => one);
}

/** Seats by precedence, equal ones by the holders' names; of one name they stay as they stood. */
export function inPrecedence(held: readonly HeldSeat[]): HeldSeat[] {
  return held
    .map((one) => ({ one, order: one.seat.order, key: nameOrderKey(one.person.name) }))
    .sort((a, b) => a.order - b.order || byBytes(a.key, b.key))
    .map(({ one }) => one);
}

/** A roll as it is called and signed: seat holders as they stand, in order of precedence, then all others by name. */
export function inRollOrder(roll: readonly Voter[]): Voter[] {
  const others = roll.filter(({ kind }) => kind !== 'seat');
  return [...roll.filter(({ kind }) => kind === 'seat'), ...inNameOrder(others)];
}

function byBytes(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
