import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { SessionStore } from '../store/session-store.ts';
import { joinParts } from './append-part.ts';

/** A ballot has 200 kB at most: so many are in memory at once. */
const partsAtOnce = 16;

/**
 * A record as a file to keep, under the only name that auditors' programs look for; undefined before its setup. It comes
 * in parts, and ends where the record stood when it was asked for.
 */
export async function recordFile({ store: { sessions } }: Deps, electionId: SessionId) {
  const state = await sessions.recordState(electionId);
  if (state === undefined) return undefined;
  return attachment(bytesOf(sessions, electionId, state.nextHeight), `${electionId}.bel`);
}

async function* bytesOf(
  sessions: Pick<SessionStore, 'record'>,
  electionId: SessionId,
  end: number,
): AsyncGenerator<Uint8Array, void> {
  for (let height = 0; height < end; height += partsAtOnce) {
    yield joinParts(await sessions.record(electionId, height, Math.min(partsAtOnce, end - height)));
  }
}
