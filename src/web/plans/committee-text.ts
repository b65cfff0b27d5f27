import type { Speech } from '../shared/show/sentences.ts';
import type { CommitteeChoice } from './provisions.ts';
import type { sentences } from './sentences.ts';

/** A committee with the name of whoever directs it: there are many cells of one name. */
export function committeeText(
  { say }: Pick<Speech<keyof typeof sentences>, 'say'>,
  { committeeName: name, directorName }: Omit<CommitteeChoice, 'committeeId'>,
): string {
  return directorName === null ? name : say('below', { name, director: directorName });
}
