import { transientRefusals } from '../../client/transient-refusals.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { learned } from './kept.ts';
import type { TellerContext } from './teller-context.ts';
import type { Alarm, TellerState } from './teller-state.ts';

/** Answers that say nothing about the record, and raise no alarm: also the sign-in's, or of a moment that has passed. */
export const harmlessRefusals: ReadonlySet<string> = new Set([
  ...transientRefusals,
  ...[
    'not-signed-in',
    'not-allowed',
    'not-found',
    'setup-changed',
    'no-opening-prepared',
    'not-counting',
    'not-closed',
    'box-changed',
    'rehearsal-not-closed',
  ],
  ...['rehearsal-not-running', 'ceremony-not-running'],
]);

/** What does not fit between what this phone remembers and what the service shows now. */
export function findContradiction({ session, ceremony, kept, fingerprint: shown }: TellerState): Alarm | null {
  if (kept === null || session === undefined || ceremony === null) return null;
  const { trustees, fingerprint, run } = kept;
  const sameRun = run === ceremony.run;
  // Before opening a new run is a new ceremony; afterwards there can be none.
  if (!sameRun && session.state === 'issued') return null;
  const isDone = ceremony.round === 'done';
  if (trustees !== null && isDone && !(sameRun && sha256Hex(ceremony.trustees ?? '') === trustees)) {
    return { refusal: 'trustees-differ' };
  }
  return fingerprint !== null && shown !== null && shown !== fingerprint ? { refusal: 'another-election' } : null;
}

/** Confirms a prepared setup by itself: the teller sees the outcome, and has nothing to compare that a program cannot. */
export async function confirmPreparedSetup({ store, sessionId, worker, keep }: TellerContext): Promise<void> {
  const { opening, ceremony, kept, session, me } = store.get();
  if (session?.state !== 'issued' || opening === null || me === undefined || kept?.run !== ceremony?.run) return;
  if (!kept?.proven || kept.trustees === null || session.lostKeys.includes(me)) return;
  if (opening.confirmedBy.includes(me) && kept.fingerprint !== null) return;
  const confirmed = await worker.call('confirmSetup', { sessionId, evidence: { trustees: kept.trustees } });
  const now = store.get().kept;
  if (now?.run !== kept.run) return;
  if (confirmed.ok) keep({ ...now, fingerprint: confirmed.fingerprint });
  else if (!harmlessRefusals.has(confirmed.refusal)) {
    store.set({ alarm: { refusal: confirmed.refusal } });
  }
}

/** Milliseconds between two fetches of a record that grows; it is fetched whole each time. */
const betweenChecks = 60_000;

/** Verifies what is in the box while sheets are being keyed. */
export function checksAhead({ store, sessionId, worker, keep }: TellerContext) {
  let last = { at: Number.NEGATIVE_INFINITY, head: '' };
  return async (head: string | null, now: number): Promise<void> => {
    const { session, kept } = store.get();
    if (session?.state !== 'counting' || head === null || head === last.head || now - last.at < betweenChecks) return;
    last = { at: now, head };
    const show = (done: number, total: number, running: boolean) => store.set({ ahead: { done, total, running } });
    const checked = await worker.checkAhead({ sessionId, heads: kept?.heads ?? [] }, (note) => {
      if (note.kind === 'progress') show(note.done, note.total, true);
    });
    const { ahead, kept: known } = store.get();
    if (checked.ok) {
      show(ahead?.total ?? 0, ahead?.total ?? 0, false);
      if (known !== null) keep(learned(known, { heads: [checked.head], decrypted: new Map() }));
    } else if (!harmlessRefusals.has(checked.refusal)) {
      const { failure } = checked;
      store.set({ alarm: { refusal: checked.refusal, ...(failure && { failure }) } });
    }
  };
}
