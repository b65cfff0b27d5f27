import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { readSource, sourceFiles } from '../sources/imports.ts';
import { areas } from './areas.ts';
import { plant } from './plant.ts';

const area = areas[process.env.MUTANTS_AREA ?? ''];
if (area === undefined) throw new Error('no such area');
const { sources, tests } = area;
const root = new URL('../../', import.meta.url).pathname;

const texts = new Map<string, string>();
let count = 0;
for (const file of sourceFiles(sources)) {
  const { text, mutants } = plant(file, readSource(file), count);
  texts.set(root + file, text);
  count += mutants.length;
}

const order = tests.flatMap((pattern) => sourceFiles(pattern)).map((file) => root + file);

/** The area's own order, the quickest first: the runner by itself begins with the largest file. */
class AsListed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => order.indexOf(one.moduleId) - order.indexOf(other.moduleId));
  }
}

/** Used by `npm run test:mutants`: one process, one test file after the other, everything planted. */
export default defineConfig({
  root,
  plugins: [{ name: 'mutants', enforce: 'pre', transform: (code, id) => texts.get(id) ?? code }],
  test: {
    include: [...tests],
    runner: `${root}scripts/mutants/runner.ts`,
    // Its key does not know which mutants are planted.
    fsModuleCache: false,
    isolate: false,
    sequence: { sequencer: AsListed },
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
