import type { z } from 'zod';
import type { tallyView as contract } from '../../contract/tally/tally.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { currentAnnouncement } from '../../domain/session/counting.ts';
import { survivingKeys } from '../../domain/session/publication.ts';
import type { Session } from '../../domain/session/session.ts';
import { missingTellers } from '../../domain/session/tally.ts';

type TallyView = z.infer<typeof contract>;

/** How far opening the totals is, for chair and tellers; there is no share and no total in it. */
export function tallyView(session: Session): Ruling<TallyView, 'not-closed'> {
  const { tally, state, settings, tellers } = session;
  if (tally === null) return refuse('not-closed');
  const missing = new Set(missingTellers(session));
  return accept({
    state,
    counted: tally.counted,
    encryptedTally: tally.encryptedTally,
    sharesOf: [...tally.sharesOf],
    announced: currentAnnouncement(session)?.collected ?? 0,
    awaited: tellers.filter(({ index }) => missing.has(index)).map(({ index, name }) => ({ index, name })),
    threshold: settings.threshold,
    sparable: survivingKeys(session) - settings.threshold,
  });
}

/** How far it is after a change, or why there was none. */
export async function shownTally<Refusal extends string>(
  changing: Promise<Ruling<Session, Refusal>>,
): Promise<Ruling<TallyView, Refusal | 'not-closed'>> {
  const changed = await changing;
  return changed.ok ? tallyView(changed.value) : changed;
}
