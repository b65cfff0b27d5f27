import type { SessionView } from '../../contract/session/sessions.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { TellerRules } from '../../domain/session/tellers.ts';
import type { Deps } from '../deps.ts';
import { newTellers } from './new-tellers.ts';
import { underPlanView } from './under-plan.ts';
import { sessionView } from './views.ts';

/** Sessions as their consoles see them, with what other parts of the service know of them. */
export function shownSessions(deps: Deps) {
  const rules: TellerRules = { singleTellerAllowed: deps.config.singleTeller };
  const view = async (state: SessionWithPapers): Promise<SessionView> => {
    const beside = {
      underPlan: await underPlanView(deps, state.session),
      newTellers: await newTellers(deps, state.session),
    };
    return sessionView(state, beside, rules);
  };
  /** The session after a change, or why there was none. */
  const shown = async <Refusal extends string>(
    changing: Promise<Ruling<SessionWithPapers, Refusal>>,
  ): Promise<Ruling<SessionView, Refusal>> => {
    const changed = await changing;
    return changed.ok ? accept(await view(changed.value)) : changed;
  };
  return { rules, view, shown };
}
