import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, as measured on two cores (the summary of a run prints the ten slowest). Where a machine has run
 * the tests before, the runner goes by its own times among the files that do not stand here.
 */
const longest = [
  'acceptance/whole-vote-in-browsers',
  'acceptance/audit',
  'web/voting',
  'acceptance/interop',
  'web/voting-states',
  'web/results',
  'web/voting-life',
  'web/teller',
  'acceptance/soak',
  'acceptance/durability',
  'acceptance/demo',
  'web/console-prepare',
  'web/console-hall',
  'acceptance/demo-tables',
  'web/desk',
  'cli/demo-data',
  'server/reference',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  if (place >= 0) return place;
  return longest.length + (/\/test\/(acceptance|web|cli)\//.test(moduleId) ? 0 : 1);
};

/** Long files come first, so that at the end none of them runs on alone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
