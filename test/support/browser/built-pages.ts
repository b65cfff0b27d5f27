import { buildPages, isBuilt } from '../../../src/cli/build-pages.ts';

/** The pages as they stand in the sources now. */
export async function builtPages(): Promise<void> {
  if (!isBuilt()) await buildPages();
}
