import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromium } from './test/support/browser/chromium.ts';
import { fastTests, slowTests } from './test/support/fast.ts';
import { LongestFirst } from './test/support/longest-first.ts';
import { measuredTests } from './test/support/measured.ts';
import { patience } from './test/support/patience.ts';

const cores = availableParallelism();
/** `measured` or `other`: the half of the node tests that `scripts/test.sh` runs; `fast`; all of them without. */
const part = process.env.TEST_PART;
const parts: Readonly<Record<string, { readonly include?: readonly string[]; readonly exclude?: readonly string[] }>> =
  {
    measured: { include: measuredTests },
    other: { exclude: measuredTests },
    fast: { include: fastTests, exclude: slowTests },
  };
const { include = ['test/**/*.test.ts'], exclude = [] } = parts[part ?? ''] ?? {};

/** What a page shows, as a function of what it knows. */
const pureState = [
  'src/web/console/next-step.ts',
  'src/web/desk/keying.ts',
  'src/web/teller/teller-state.ts',
  'src/web/vote/voting-state.ts',
];
const long = 'test/**/*.long.test.ts';

/**
 * `node`: everything. `browser`: the protocol's tests once more, and what needs workers, in a real Chromium. `long`:
 * repetitions of what `node`
 * tests once of each kind, by `npm run test:long` only.
 */
export default defineConfig({
  test: {
    // Many tests wait for a browser or a server of their own: where cores are few, one more at once than there are.
    maxWorkers: cores < 4 ? cores + 1 : cores - 1,
    sequence: { sequencer: LongestFirst },
    // Over the measured tests alone: what runs in threads of the service, in browsers and in WebAssembly is not counted.
    coverage: {
      provider: 'v8',
      enabled: part === 'measured',
      include: ['src/{protocol,domain,client}/**/*.ts', ...pureState],
      exclude: ['**/*.json', 'src/protocol/arithmetic/wasm-{module,pairs-module}.ts'],
      reporter: ['json-summary'],
      reportsDirectory: 'test-results/coverage',
      reportOnFailure: true,
      thresholds: {
        'src/protocol/**': { lines: 98, branches: 95 },
        'src/domain/**': { lines: 98, branches: 95 },
        'src/client/**': { lines: 98, branches: 95 },
        'src/web/**': { lines: 95, branches: 95 },
      },
    },
    projects: [
      {
        test: {
          name: 'node',
          include: [...include],
          exclude: ['test/**/*.browser.test.ts', long, ...exclude],
          // One process runs many files, so that what they import is read once. What a file puts up it takes down;
          // hooks at the top of a file of test/support would be those of the first test file alone.
          isolate: false,
          setupFiles: ['test/support/service/after-each-file.ts'],
          testTimeout: 4 * patience,
          hookTimeout: 4 * patience,
          // What is waited for comes at once, or seconds later where the machine is busy.
          expect: { poll: { timeout: patience } },
        },
      },
      { test: { name: 'long', include: [long], testTimeout: 300_000, hookTimeout: 120_000 } },
      {
        // Recorded test keys of trustees are called *.key, which the default list keeps from the browser.
        server: { fs: { deny: ['.env', '.env.*'] } },
        test: {
          name: 'browser',
          include: ['test/protocol/**/*.test.ts', 'test/web/**/*.browser.test.ts'],
          exclude: ['test/protocol/**/*.node.test.ts', long],
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
