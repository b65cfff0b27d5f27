import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the report of the test run holds of its files; times in milliseconds since 1970. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
}

/** Of one file: how many lines and branches there are, and how many of them ran. */
interface Coverage {
  readonly lines: { readonly total: number; readonly covered: number };
  readonly branches: { readonly total: number; readonly covered: number };
}

/**
 * Prints the ten files that took longest, the coverage of what is measured and, as the last line, `Tests: N passed,
 * N failed` from the reports of the run; fails when a report is missing or holds no test.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string) => JSON.parse(readFileSync(`${root}test-results/${name}`, 'utf8'));
const reports: Report[] = ['measured.json', 'vitest.json'].map(read);
const sum = (count: (report: Report) => number) => reports.reduce((all, report) => all + count(report), 0);
const times = reports
  .flatMap(({ testResults }) => testResults)
  .map(({ name, startTime, endTime }) => ({
    name: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }));
console.log('The ten slowest files, in seconds:');
for (const { name, seconds } of times.sort((one, other) => other.seconds - one.seconds).slice(0, 10)) {
  console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`);
}
const coverage = 'coverage/coverage-summary.json';
if (existsSync(`${root}test-results/${coverage}`)) console.log(coverageLine(read(coverage)));
const failed = Math.max(
  sum(({ numFailedTests }) => numFailedTests),
  reports.some(({ numFailedTestSuites }) => numFailedTestSuites > 0) ? 1 : 0,
);
const passed = sum(({ numPassedTests }) => numPassedTests);
console.log(`Tests: ${passed} passed, ${failed} failed`);
if (reports.some(({ numPassedTests }) => numPassedTests === 0) || failed > 0) process.exitCode = 1;

/** By layer, the share of lines and of branches that ran: what `vitest.config.ts` has floors for. */
function coverageLine(files: Readonly<Record<string, Coverage>>): string {
  const named = Object.entries(files).filter(([path]) => path !== 'total');
  const byLayer = Map.groupBy(named, ([path]) => relative(root, path).split('/')[1] ?? '');
  const shares = [...byLayer].map(([layer, own]) => {
    const share = (kind: keyof Coverage) => {
      const [covered, total] = (['covered', 'total'] as const).map((what) =>
        own.reduce((all, [, file]) => all + file[kind][what], 0),
      );
      return ((100 * (covered ?? 0)) / (total || 1)).toFixed(1);
    };
    return `${layer} ${share('lines')} % of lines, ${share('branches')} % of branches`;
  });
  return `Coverage: ${shares.join('; ')}`;
}
