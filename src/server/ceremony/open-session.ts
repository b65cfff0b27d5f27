import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { decideOpen, type OpenRefusal } from '../../domain/session/opening.ts';
import type { ServedAt } from '../../domain/session/phone-test.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { sha256Base64 } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import { rankAndSuperior } from '../meeting/rank-and-superior.ts';
import { appendPart } from '../record/append-part.ts';
import { setupEventOf } from '../record/build-setup.ts';
import type { SessionStep } from '../store/session-store.ts';
import { nothingYet, setupOf } from './setup-now.ts';

/** Election fingerprint (PROTOCOL §12) and head of the record that has just begun. */
export interface OpenedSession {
  readonly fingerprint: string;
  readonly head: { readonly hash: string; readonly height: number };
}

/** Opens the box: begins the record with exactly the setup that the tellers confirmed, and fixes level and superior. */
export async function openSession(
  deps: Deps,
  id: SessionId,
  served: ServedAt,
): Promise<Ruling<OpenedSession, OpenRefusal | 'not-found'>> {
  const step = await deps.store.sessions.update(
    id,
    { place: true },
    (state, seen): Ruling<SessionStep, OpenRefusal | 'not-found'> => {
      const place = rankAndSuperior(seen.place);
      if (place === undefined) return refuse('not-found');
      const setup = state.session.state === 'issued' ? setupOf(state) : nothingYet;
      const decision = decideOpen(state, setup.setupHash, place, deps.clock(), served);
      if (!decision.ok) return decision;
      const { part } = appendPart(id, undefined, setupEventOf(setup), deps.clock);
      return accept({ after: { ...state, session: decision.value }, append: [part] });
    },
  );
  if (!step.ok) return step;
  const { after, append } = step.value;
  const [part] = append ?? [];
  const election = after.session.opening?.election ?? '';
  return accept({
    fingerprint: sha256Base64(election),
    head: { hash: part?.hash ?? '', height: part?.height ?? 0 },
  });
}
