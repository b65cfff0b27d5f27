import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const outcome = ['papers.pdf', 'record', 'result.json', 'results.csv', 'results.xlsx', 'minutes.pdf'];

/** Below the folder; its name says whose it is, since an earlier one is deleted. */
export const databaseFolder = 'demo-data';

/**
 * Makes the folder ready: what an earlier demonstration left there is deleted, anything else of these names is not.
 * @returns the name of a file that stands in the way
 */
export async function prepareFolder(folder: string): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  const exists = (name: string) =>
    access(join(folder, name)).then(
      () => true,
      () => false,
    );
  const isOurs = await exists(databaseFolder);
  for (const name of outcome) {
    if (!isOurs && (await exists(name))) return name;
  }
  for (const name of [...outcome, databaseFolder]) await rm(join(folder, name), { recursive: true, force: true });
  return undefined;
}
