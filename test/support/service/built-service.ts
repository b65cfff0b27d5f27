import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildService } from '../../../src/cli/build-service.ts';
import { isServiceBuilt, newestBuild, serviceFolder } from '../../../src/cli/is-up-to-date.ts';

/** Where a program that runs apart was built to, by the name of its source; built first where that is newer. */
export async function builtProgram(name: string): Promise<URL> {
  if (!isServiceBuilt()) await buildService();
  const folder = join(serviceFolder, readFileSync(newestBuild, 'utf8'));
  const [file] = globSync(`${name}-*.js`, { cwd: folder });
  if (file === undefined) throw new Error(`${name} was not built`);
  return pathToFileURL(join(folder, file));
}
