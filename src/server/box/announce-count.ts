import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import { currentAnnouncement, decideAnnounce, ledgerOf } from '../../domain/session/counting.ts';
import type { Announcement, Ledger, Session, SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { actorOf, changeSession } from '../meeting/session-call.ts';

export type AnnouncedNumbers = Pick<Announcement, 'issued' | 'collected' | 'sheets' | 'notIssued'>;

/** Records what the tellers announced before keying; the same numbers again change nothing. */
export async function announceCount(
  deps: Deps,
  id: SessionId,
  numbers: AnnouncedNumbers,
  caller: Principal,
): Promise<Ruling<Ledger, 'not-counting' | 'announcement-impossible' | 'not-found'>> {
  const by = await actorOf(deps, caller);
  const at = deps.clock().toISOString();
  const changed = await changeSession(deps, id, (session) => {
    const decided = decideAnnounce(session, { ...numbers, by, at });
    return decided.ok && isAnnounced(session, numbers) ? accept(session) : decided;
  });
  return changed.ok ? accept(ledgerOf(changed.value)) : changed;
}

function isAnnounced(session: Session, numbers: AnnouncedNumbers): boolean {
  const last = currentAnnouncement(session);
  const names = ['issued', 'collected', 'sheets', 'notIssued'] as const;
  return last !== undefined && names.every((name) => last[name] === numbers[name]);
}
