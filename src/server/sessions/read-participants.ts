import type { Capitals } from '../../domain/lists/line-people.ts';
import { refuse } from '../../domain/ruling.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { findSession } from '../meeting/session-call.ts';
import type { ParticipantsPreview } from '../workers/office/participants-work.ts';

/** Reads a list of those summoned for the office to look at, in a worker. */
export async function readParticipants(
  deps: Deps,
  id: SessionId,
  file: Uint8Array,
  capitals: Capitals,
): Promise<ParticipantsPreview | { ok: false; refusal: ListRefusal }> {
  const session = await findSession(deps, id);
  if (!session.ok) return session;
  const { state, roll } = session.value;
  if (state !== 'draft') return refuse('not-in-draft');
  const work = { file, capitals, roll, today: localDay(deps.clock()) };
  return deps.pool.run('previewParticipants', { store: deps.store.address, work });
}

type ListRefusal = 'not-in-draft' | 'not-found';
