import fc from 'fast-check';
import { expect, test } from 'vitest';
import { causeOf, fileOf, meantBy, officeLists } from '../../support/build/office-list.ts';
import { readBack, told } from '../../support/build/office-lists.ts';

const tried = 300;

test(`${tried} lists are read back to what they were made from, however an office writes them`, async () => {
  const refused: string[] = [];
  for (const list of fc.sample(officeLists, { numRuns: tried, seed: 9 })) {
    const read = await readBack(fileOf(list));
    const cause = causeOf(list);
    if (cause !== null) expect('refused' in read ? read.refused : [], told(list)).toContain(cause);
    else if ('refused' in read) refused.push(`${read.refused}: ${told(list)}`);
    else expect(read.lines, told(list)).toEqual(meantBy(list));
  }
  // Sound ones are refused rather than read as something else; 5 % at most.
  expect(refused.slice(tried / 20)).toEqual([]);
});
