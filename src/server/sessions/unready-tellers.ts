import { hasSecondFactor } from '../../domain/account/account.ts';
import { personId } from '../../domain/roster/person.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';

export interface UnreadyTeller {
  readonly index: number;
  readonly lacks: 'account' | 'second-factor';
}

/** Tellers who could not begin the key ceremony today: found out while there is time. */
export async function unreadyTellers({ store, config }: Deps, { tellers }: Session): Promise<UnreadyTeller[]> {
  const people = tellers.map((teller) => personId.parse(teller.personId));
  const accounts = await store.accounts.findByPeople(people);
  return tellers.flatMap(({ index, personId: id }): UnreadyTeller[] => {
    const own = accounts.filter((account) => account.personId === id);
    if (own.length === 0) return [{ index, lacks: 'account' }];
    const isReady = config.secondFactor === 'offered' || own.some(hasSecondFactor);
    return isReady ? [] : [{ index, lacks: 'second-factor' }];
  });
}
