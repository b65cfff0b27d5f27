import { readFile, stat } from 'node:fs/promises';

/**
 * The hints where none are named: `<uuid>.hints` beside `<uuid>.bel`. They decide nothing, so whatever stands there
 * must not keep a record from its verdict: what is no file, cannot be read or is larger than the record is left out. A
 * ballot's entry is smaller than the ballot, which has a text and two numbers of 77 digits where a hint has two points.
 */
export async function hintsBeside(path: string, record: Uint8Array): Promise<Uint8Array | undefined> {
  const beside = path.replace(/\.bel$/, '.hints');
  if (beside === path) return undefined;
  try {
    const found = await stat(beside);
    return found.isFile() && found.size <= record.length ? await readFile(beside) : undefined;
  } catch {
    // Not there or not to be read: without hints checking takes longer, and finds the same.
    return undefined;
  }
}
