import type { CeremonyStep } from '../../client/teller/ceremony.ts';
import { transientRefusals } from '../../client/transient-refusals.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { waitOrOnline } from '../shared/fetch/wait.ts';
import { type Kept, memoryWith } from './kept.ts';
import type { TellerContext } from './teller-context.ts';
import type { TellerState } from './teller-state.ts';

/** Milliseconds between two looks while others act, and after a network that failed. */
const pause = 1000;

/** The part of the state in which the rounds run by themselves. */
function atWork({ session, ceremony, kept, code }: TellerState) {
  if (session?.state !== 'issued' || ceremony === null || kept === null) return undefined;
  const { seed, run, trustees } = kept;
  const runs = run === ceremony.run && ceremony.round !== 'failed' && code === null;
  return runs && seed !== null && trustees === null ? { kept, seed } : undefined;
}

/** Whether the page still shows, and the phone still keeps, this run of the ceremony. */
function isOfRun({ ceremony, kept }: TellerState, run: number): boolean {
  return ceremony?.run === run && kept?.run === run;
}

/** Goes through the rounds until the teller is needed, others have failed it, or the key is there. */
export async function runRounds(work: TellerContext): Promise<void> {
  const { store, sessionId, worker } = work;
  for (let now = atWork(store.get()); now !== undefined && !work.isStopped(); now = atWork(store.get())) {
    const { kept, seed } = now;
    const step = await worker.call('ceremonyStep', {
      sessionId,
      memory: memoryWith(kept, seed),
      agreed: kept.agreed,
      run: kept.run,
    });
    if (work.isStopped()) return;
    // What was answered to a ceremony that was begun anew meanwhile belongs to nothing any more: neither view, code nor key.
    if (!isOfRun(store.get(), kept.run)) continue;
    if (!takeIn(work, kept, step)) return;
    if (step.kind !== 'sent') await waitOrOnline(pause);
  }
}

/** @returns whether the rounds go on by themselves */
function takeIn({ store, keep }: TellerContext, kept: Kept, step: CeremonyStep): boolean {
  switch (step.kind) {
    case 'sent':
    case 'waiting':
      store.set({ ceremony: step.view });
      return true;
    case 'asks':
      store.set({ ceremony: step.view, code: step.code });
      return false;
    case 'failed':
      store.set({ ceremony: step.view });
      return false;
    case 'done':
      keep({ ...kept, trustees: sha256Hex(step.view.trustees ?? '') });
      store.set({ ceremony: step.view });
      return false;
    case 'complained':
      // The next look shows it as everybody sees it.
      return false;
    case 'refused':
      return transientRefusals.has(step.refusal);
  }
}
