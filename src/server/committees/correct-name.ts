import type { CommitteeId } from '../../domain/committee/committee.ts';
import { isBornLater } from '../../domain/roster/born-later.ts';
import {
  correctedDraft,
  correctedList,
  decideCorrectName,
  type NameCorrection,
  type NameRefusal,
} from '../../domain/roster/correct-name.ts';
import type { Person } from '../../domain/roster/person.ts';
import { committeesOn, type Office } from '../../domain/roster/whom-office-corrects.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { changeSession } from '../meeting/session-call.ts';
import type { About } from '../store/audit-intent.ts';

/**
 * Corrects somebody's name where it is kept, then in drafts and lists that name them. The same correction sent again
 * finishes what a stop of the service between these steps left. Every committee where they sit finds it in its log.
 */
export async function correctName(
  deps: Deps,
  correction: NameCorrection,
  by: { readonly within: CommitteeId | null; readonly office: Office | null },
  about: About,
): Promise<Ruling<Person, NameRefusal | 'bad-birth-year'>> {
  if (isBornLater(correction.birthYear, localDay(deps.clock()))) return refuse('bad-birth-year');
  const { personId } = correction;
  const decided = await deps.store.committees.changePerson(personId, (known) => {
    const there = committeesOn(known.seats, localDay(deps.clock()));
    const others = there.filter((id) => id !== by.within).map((committeeId) => ({ personId, committeeId }));
    about({ personId }, ...others);
    return decideCorrectName(known, correction, by);
  });
  if (!decided.ok) return decided;
  const [person] = decided.value.people;
  const { sessions, summoned } = deps.store;
  for (const { id, state } of await sessions.list({ personIds: [person.id] })) {
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
