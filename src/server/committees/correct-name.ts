import type { CommitteeId } from '../../domain/committee.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { Person } from '../../domain/person.ts';
import {
  correctedDraft,
  correctedList,
  decideCorrectName,
  type NameCorrection,
} from '../../domain/roster/correct-name.ts';
import type { Deps } from '../deps.ts';
import { changeSession } from '../session-call.ts';
import { changeRoster } from './change-roster.ts';

/**
 * Corrects somebody's name where it is kept, then in drafts and lists that name them. The same correction sent again
 * finishes what a stop of the service between these steps left.
 */
export async function correctName(
  deps: Deps,
  correction: NameCorrection,
  within: CommitteeId | null,
): Promise<Decision<Person, 'unknown-person' | 'bad-name'>> {
  const decided = await changeRoster(deps.store, (known) => decideCorrectName(known, correction, within));
  if (!decided.ok) return decided;
  const [person] = decided.value.people;
  const { sessions, summoned } = deps.store;
  for (const { id, state } of await sessions.list({ personId: person.id })) {
    // In one that was issued meanwhile nothing changes.
    if (state === 'draft') await changeSession(deps, id, (session) => accept(correctedDraft(session, person)));
  }
  for (const { committeeId, term } of await summoned.naming(person.id)) {
    // One whose import was taken back meanwhile is gone.
    await summoned.change(committeeId, term, (list) =>
      list === undefined ? refuse('no-summoned-list') : accept(correctedList(list, person)),
    );
  }
  return accept(person);
}
