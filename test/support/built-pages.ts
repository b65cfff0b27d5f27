import { buildWeb, isBuilt } from '../../scripts/build-web.ts';

/** The pages as they stand in the sources now. */
export async function builtPages(): Promise<void> {
  if (!isBuilt()) await buildWeb();
}
