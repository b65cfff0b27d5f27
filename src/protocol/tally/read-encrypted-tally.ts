import type { Group } from '../arithmetic/group.ts';
import { parseCanonical, readFields, readList, readText } from '../encoding/json.ts';
import type { EncryptedTally } from './tally.ts';

/**
 * Reads an encrypted tally as it stands in a record. It says nothing of whether the ballots give it: that takes all of
 * them (V7). Undefined unless it is exactly what createEncryptedTally writes; points may be neutral (PROTOCOL §1).
 * @param readPoint another way to read them, for example `decodeAgain` of what this program has written itself
 */
export function readEncryptedTally(
  group: Group,
  data: string,
  readPoint = (text: string) => group.decode(text, { allowNeutral: true }),
): EncryptedTally | undefined {
  const point = (text: unknown) => readPoint(readText(text) ?? '');
  const cells = readList(parseCanonical(data), (row) =>
    readList(row, (cell) => {
      const fields = readFields(cell, ['alpha', 'beta']);
      const alpha = point(fields?.alpha);
      const beta = point(fields?.beta);
      return alpha !== undefined && beta !== undefined ? { alpha, beta } : undefined;
    }),
  );
  return cells === undefined ? undefined : { cells, text: data };
}
