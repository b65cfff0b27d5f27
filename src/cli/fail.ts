/** Ends a command: one line on standard error, exit status 1. */
export function fail(problem: string): void {
  console.error(`phieu: ${problem}`);
  process.exitCode = 1;
}
