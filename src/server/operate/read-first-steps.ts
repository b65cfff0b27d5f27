import { type FirstStep, firstSteps } from '../../contract/service/first-steps.ts';
import { accept } from '../../domain/ruling.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { Store } from '../store/store.ts';

/** In a service where a box was opened once nothing is left, and little is read to know it. */
export async function readFirstSteps({ store }: Deps) {
  const done = new Set(await doneIn(store));
  return accept({ left: firstSteps.filter((step) => !done.has(step)) });
}

async function doneIn({ committees, accounts, sessions }: Store): Promise<readonly FirstStep[]> {
  const all = await sessions.all();
  if (all.some(({ state }) => !beforeOpening.includes(state))) return firstSteps;
  const everything = { words: [], limit: 1 };
  const drawnUp = await sessions.list({ committeeIds: (await committees.list()).map(({ id }) => id) });
  const steps: readonly (readonly [FirstStep, boolean])[] = [
    ['committee', (await committees.search(everything)).length > 0],
    ['members', (await committees.searchPeople(everything)).length > 0],
    ['chair', (await accounts.list()).some(({ grants }) => grants.some(({ role }) => role === 'chair'))],
    ['session', all.length > 0],
    ['phones', drawnUp.some(knowsOfPhones)],
  ];
  return steps.flatMap(([step, isDone]) => (isDone ? [step] : []));
}

const beforeOpening: readonly Session['state'][] = ['draft', 'issued', 'cancelled'];

/** Whether a phone came through, or it was decided that none has to. */
function knowsOfPhones({ phonesSeen = [], phoneUse }: Session): boolean {
  return phonesSeen.length > 0 || phoneUse !== undefined;
}
