import type * as contract from '../../contract/session/sessions.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { decideNameTellers, type TellersRefusal } from '../../domain/session/tellers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

/**
 * Names the body of tellers: people of the service, so that an account can be tied to them, and others who become such
 * by being entered. The log says who entered whom.
 */
export async function nameTellers(
  { store, config }: Deps,
  { params, body, about }: Call<typeof contract.nameTellers>,
): Promise<Ruling<SessionWithPapers, TellersRefusal | 'not-found'>> {
  const { personIds: people, threshold } = body;
  const entered = body.entered.map(({ birthYear = null, ...one }) => ({ ...one, birthYear }));
  const asked = { people: [...people, ...entered.map(({ id }) => id)], seatsOf: people };
  const owners = new Set((await store.accounts.findByPeople(people)).map(({ personId }) => personId));
  const rules = { singleTellerAllowed: config.singleTeller };
  const step = await store.sessions.update(params.sessionId, asked, (state, { people: known, seats }) => {
    const seated = new Set(seats.map(({ personId }) => personId));
    const unvouched = new Set(people.filter((id) => !seated.has(id) && !owners.has(id)));
    const decision = decideNameTellers(state.session, { people, entered, known, unvouched }, threshold, rules);
    if (!decision.ok) return decision;
    const { session, people: added } = decision.value;
    if (added.length > 0) about(...added.map(({ id }) => ({ personId: id })));
    return accept({ after: { ...state, session }, people: added });
  });
  return step.ok ? accept(step.value.after) : refuse(step.refusal);
}
