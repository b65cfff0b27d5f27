import * as z from 'zod/mini';
import { birthYear } from '../../domain/roster/person.ts';

/**
 * Of a person in a list: only where another of the same name stands in it. The name itself never holds it, so that it
 * can be sent back as it came.
 */
export const shownBirthYear = z.optional(birthYear);
