import type { SeatView } from '../../contract/committee/committees.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';

/** A member of the issuer as a choice shows them. */
export function memberLabel({ name, birthYear, position }: SeatView): string {
  return `${nameWithYear({ name, birthYear })}, ${position}`;
}
