import { readFileSync } from 'node:fs';

/** Prints `Tests: N passed, N failed` from the runners' reports; fails when a report is missing or holds no test. */
const report = JSON.parse(readFileSync(new URL('../test-results/vitest.json', import.meta.url), 'utf8')) as {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
};
const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
console.log(`Tests: ${report.numPassedTests} passed, ${failed} failed`);
if (report.numPassedTests === 0 || failed > 0) process.exitCode = 1;
