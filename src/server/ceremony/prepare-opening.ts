import type * as contract from '../../contract/ceremony/ceremony.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import { decidePrepareOpening } from '../../domain/session/opening.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { withAllPapers } from '../store/session-store.ts';
import { setupOf } from './setup-now.ts';
import { openingView } from './views.ts';

/** Draws up the setup from what stands now; the decision refuses it while something is missing. */
export async function prepareOpening(deps: Deps, { params }: Call<typeof contract.prepareOpening>) {
  const step = await deps.store.sessions.update(params.sessionId, withAllPapers, (state) => {
    const decision = decidePrepareOpening(state, setupOf(state));
    return decision.ok ? accept({ after: { ...state, session: decision.value } }) : decision;
  });
  if (!step.ok) return step;
  const { opening } = step.value.after.session;
  return opening === null ? refuse('no-opening-prepared') : accept(openingView(opening));
}
