import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';

/** Names of those whom joint decisions would make tellers, by the decision's id: nobody signs an id. */
export async function newTellers({ store }: Deps, { decisions }: Session): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { id, action } of decisions) {
    const person = action.kind === 'replace-teller' ? await store.committees.findPerson(action.personId) : undefined;
    if (person !== undefined) names.set(id, person.name);
  }
  return names;
}
