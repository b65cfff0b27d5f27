import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { joinParts } from './append-part.ts';

/** A record as a file to keep, under the only name that auditors' programs look for; undefined before its setup. */
export async function recordFile({ store }: Deps, electionId: SessionId) {
  const parts = await store.sessions.record(electionId);
  if (parts.length === 0) return undefined;
  const headers = { 'content-disposition': `attachment; filename="${electionId}.bel"` };
  return { ok: true, value: joinParts(parts), headers } as const;
}
