import type { SummonedList } from '../../../domain/summoned.ts';
import type { SummonedStore } from '../summoned-store.ts';

export function memorySummoned(): SummonedStore {
  const lists = new Map<string, SummonedList>();
  return {
    list: async (committee) =>
      [...lists.values()]
        .filter(({ committeeId }) => committeeId === committee)
        .sort((a, b) => (a.term < b.term ? 1 : -1)),
    find: async (committee, term) => lists.get(`${committee} ${term}`),
    change: async (committee, term, decide) => {
      const decision = decide(lists.get(`${committee} ${term}`));
      if (decision.ok) lists.set(`${committee} ${term}`, decision.value);
      return decision;
    },
  };
}
