import { renameSync, rmSync } from 'node:fs';

/**
 * Puts a folder in the place of another, which goes. Each move is one step: what stands there is always the whole of
 * what one program has made, however many of them come at one moment.
 */
export function putInPlace(fresh: string, output: string): void {
  const before = `${fresh}-before`;
  while (!moves(fresh, output, isTaken)) {
    moves(output, before, isGone);
    rmSync(before, { recursive: true, force: true });
  }
}

const isTaken: readonly string[] = ['ENOTEMPTY', 'EEXIST'];
/** Another program has moved it away. */
const isGone: readonly string[] = ['ENOENT'];

/** False where it was not moved, for a reason that is no error. */
function moves(from: string, to: string, reasons: readonly string[]): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (reasons.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
