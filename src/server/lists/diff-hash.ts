import { createHash } from 'node:crypto';

/** What a preview and its entry agree on: SHA-256 of everything that would change, as it is and as it would be. */
export function diffHash(options: object, ...lists: readonly (readonly unknown[])[]): string {
  const hash = createHash('sha256').update(JSON.stringify(options));
  // Piecemeal, as a province makes megabytes of it.
  for (const list of lists) {
    for (let from = 0; from < list.length; from += 1000) hash.update(JSON.stringify(list.slice(from, from + 1000)));
    hash.update('\n');
  }
  return hash.digest('hex');
}
