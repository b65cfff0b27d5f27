import type * as imports from '../../contract/imports/imports.ts';
import { accept } from '../../domain/ruling.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';

export async function listRollImports(deps: Deps, { params }: Call<typeof imports.listRollImports>) {
  const found = await findSession(deps, params.sessionId);
  return found.ok ? accept(rollImportViews(found.value)) : found;
}

/** Newest first. */
function rollImportViews({ rollImports = [] }: Session): imports.RollImportView[] {
  return rollImports
    .map(({ id, by, at, voters, takenBack }) => ({
      id,
      by: { name: by.name },
      at,
      left: voters.length,
      takenBack: takenBack && { by: { name: takenBack.by.name }, at: takenBack.at },
    }))
    .reverse();
}
