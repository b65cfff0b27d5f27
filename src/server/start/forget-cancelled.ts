import { noObject } from '../../domain/audit.ts';
import { accept } from '../../domain/ruling.ts';
import { decideForgetCancelled } from '../../domain/session/forget-cancelled.ts';
import type { Deps } from '../deps.ts';
import { auditIntent } from '../store/audit-intent.ts';
import { AlteredSession } from '../store/session-locks.ts';
import { withAllPapers } from '../store/session-store.ts';

/**
 * Forgets the channels of papers in sessions that releases cancelled which did not yet; the audit log notes each, with
 * the seal that it has from now on. One that is locked stays as it is.
 */
export async function forgetCancelled(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  log: { info(entry: object, message: string): void },
): Promise<void> {
  const { sessions } = store;
  for (const { id, state } of await sessions.all()) {
    if (state !== 'cancelled') continue;
    try {
      const found = await sessions.findWithPapers(id);
      if (found === undefined || !decideForgetCancelled(found).ok) continue;
      const about = { ...noObject, sessionId: id, committeeId: found.session.committeeId };
      const note = { ...about, at: clock().toISOString(), event: 'sessionSealed', accountId: null };
      await store.noting(auditIntent(note)).sessions.update(id, withAllPapers, (known) => {
        const forgotten = decideForgetCancelled(known);
        return forgotten.ok ? accept({ after: forgotten.value }) : forgotten;
      });
      log.info({ session: id }, 'channels of papers of a cancelled session were forgotten');
    } catch (error) {
      // Locked by itself, and told of where that was found.
      if (!(error instanceof AlteredSession)) throw error;
    }
  }
}
