import * as z from 'zod/mini';
import { personId } from '../../domain/roster/person.ts';
import { shownBirthYear } from './shown-birth-year.ts';

/** Somebody whom the rosters brought, to be chosen. */
export const foundByName = z
  .object({
    personId,
    name: z.string(),
    birthYear: shownBirthYear,
    /** Where they sit today. */
    seats: z.array(z.object({ committeeName: z.string(), superiorName: z.nullable(z.string()), position: z.string() })),
  })
  .register(z.globalRegistry, { id: 'FoundPerson' });
