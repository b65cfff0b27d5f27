import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import {
  decideOpen,
  decidePrepareOpening,
  missingForPreparation,
  type OpenRefusal,
  type PrepareRefusal,
} from '../../domain/session/opening.ts';
import { credentialsForSetup, type SessionWithPapers } from '../../domain/session/papers.ts';
import type { PreparedOpening, SessionId } from '../../domain/session/session.ts';
import { sha256Base64 } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import { type Place, presentPlace } from '../meeting/present-place.ts';
import { changeSession } from '../meeting/session-call.ts';
import { appendPart } from '../record/append-part.ts';
import { buildSetup, type ElectionSetup, setupEventOf } from '../record/build-setup.ts';
import { withAllPapers } from '../store/session-store.ts';

/** Election fingerprint (PROTOCOL §12) and head of the record that has just begun. */
export interface OpenedSession {
  readonly fingerprint: string;
  readonly head: { readonly hash: string; readonly height: number };
}

const nothingYet: ElectionSetup = { setupHash: '', election: '', trustees: '', credentials: '' };

/** Draws up the setup from what stands now; the decision refuses it while something is missing. */
export async function prepareOpening(
  deps: Deps,
  id: SessionId,
): Promise<Ruling<PreparedOpening, PrepareRefusal | 'not-found' | 'no-opening-prepared'>> {
  const step = await deps.store.sessions.update(id, withAllPapers, (state) => {
    const decision = decidePrepareOpening(state, setupOf(state));
    return decision.ok ? accept({ after: { ...state, session: decision.value } }) : decision;
  });
  if (!step.ok) return step;
  const { opening } = step.value.after.session;
  return opening === null ? { ok: false, refusal: 'no-opening-prepared' } : accept(opening);
}

/** The setup as it would be now; empty while the keys, and so the election, are not there. */
function setupOf(state: SessionWithPapers): ElectionSetup {
  if (missingForPreparation(state).length > 0) return nothingYet;
  return buildSetup(state.session, credentialsForSetup(state));
}

/** Opens the box: begins the record with exactly the setup that the tellers confirmed, and fixes level and superior. */
export async function openSession(
  deps: Deps,
  id: SessionId,
): Promise<Ruling<OpenedSession, OpenRefusal | 'not-found'>> {
  const place = await findPlace(deps, id);
  if (place === undefined) return refuse('not-found');
  const step = await deps.store.sessions.update(id, withAllPapers, (state) => {
    const setup = state.session.state === 'issued' ? setupOf(state) : nothingYet;
    const decision = decideOpen(state, setup.setupHash, place, deps.clock());
    if (!decision.ok) return decision;
    const { part } = appendPart(id, undefined, setupEventOf(setup), deps.clock);
    return accept({ after: { ...state, session: decision.value }, append: [part] });
  });
  if (!step.ok) return step;
  const { after, append } = step.value;
  const [part] = append ?? [];
  const election = after.session.opening?.election ?? '';
  return accept({
    fingerprint: sha256Base64(election),
    head: { hash: part?.hash ?? '', height: part?.height ?? 0 },
  });
}

/** Where the session's committee stands at this moment; undefined when there is no such session. */
async function findPlace({ store }: Deps, id: SessionId): Promise<Place | undefined> {
  const session = await store.sessions.find(id);
  return session && presentPlace(store, session.committeeId);
}

/** A teller's program found its key in the prepared setup. */
export async function confirmSetup(
  deps: Deps,
  id: SessionId,
  decide: Parameters<typeof changeSession<'no-opening-prepared' | 'setup-changed' | 'not-found'>>[2],
): Promise<Ruling<PreparedOpening, 'no-opening-prepared' | 'setup-changed' | 'not-found'>> {
  const changed = await changeSession(deps, id, decide);
  if (!changed.ok) return changed;
  const { opening } = changed.value.session;
  return opening === null ? { ok: false, refusal: 'no-opening-prepared' } : accept(opening);
}
