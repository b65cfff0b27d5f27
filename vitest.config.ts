import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromium } from './test/support/chromium.ts';

/** `node`: everything. `browser`: the protocol's tests once more, in a real Chromium. */
export default defineConfig({
  test: {
    // Many tests wait for a browser or a server of their own: two at once even where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Recorded test keys of trustees are called *.key, which the default list keeps from the browser.
        server: { fs: { deny: ['.env', '.env.*'] } },
        test: {
          name: 'browser',
          include: ['test/protocol/**/*.test.ts'],
          exclude: ['test/protocol/**/*.node.test.ts'],
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
