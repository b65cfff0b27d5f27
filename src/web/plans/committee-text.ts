import type { Translation } from '../shared/show/sentences.ts';
import type { CommitteeChoice } from './provisions.ts';
import type { sentences } from './sentences.ts';

/** A committee with the name of whoever directs it: there are many cells of one name. */
export function committeeText(
  { t }: Pick<Translation<keyof typeof sentences>, 't'>,
  { committeeName: name, directorName }: Omit<CommitteeChoice, 'committeeId'>,
): string {
  return directorName === null ? name : t('below', { name, director: directorName });
}
