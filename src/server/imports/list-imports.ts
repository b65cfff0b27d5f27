import type { ImportView } from '../../contract/imports/imports.ts';
import type { ImportPlace } from '../../domain/roster/kept-import.ts';
import type { Deps } from '../deps.ts';
import { listedAtOnce } from '../workers/office/taking-back.ts';
import { importViews } from './views.ts';

/** Imports of a place. A whole province is much to compare: a worker does it, as it imports. */
export async function listImports(deps: Deps, place: ImportPlace): Promise<ImportView[]> {
  const { address: store, imports } = deps.store;
  // Listed here, so that one that cannot be read is told of where it is missing.
  const work = { place, listed: await imports.list(place, listedAtOnce) };
  return importViews(deps, await deps.pool.run('judgeImports', { store, work }));
}
