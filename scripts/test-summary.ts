import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the report of the test run holds of its files; times in milliseconds since 1970. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
}

/**
 * Prints the ten files that took longest and, as the last line, `Tests: N passed, N failed` from the report of the run;
 * fails when the report is missing or holds no test.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const report: Report = JSON.parse(readFileSync(new URL('../test-results/vitest.json', import.meta.url), 'utf8'));
const times = report.testResults.map(({ name, startTime, endTime }) => ({
  name: relative(root, name),
  seconds: (endTime - startTime) / 1000,
}));
console.log('The ten slowest files, in seconds:');
for (const { name, seconds } of times.sort((one, other) => other.seconds - one.seconds).slice(0, 10)) {
  console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`);
}
const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
console.log(`Tests: ${report.numPassedTests} passed, ${failed} failed`);
if (report.numPassedTests === 0 || failed > 0) process.exitCode = 1;
