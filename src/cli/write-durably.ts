import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a new file that only its owner may read, and returns once it is on disk, its name included. Nothing is
 * written elsewhere on the way. A file of this name that is there already stays as it is: the promise is rejected with
 * EEXIST.
 */
export async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
