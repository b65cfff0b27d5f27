import { writeTargetNumber } from '../../domain/half-term/target-number.ts';

/** A number as people type it here: with a comma, and never so that it could be taken for thousands. */
export function showTyped(number: number | null | undefined): string {
  return number === null || number === undefined ? '' : writeTargetNumber(number).replace('.', ',');
}
