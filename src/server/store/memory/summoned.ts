import type { SummonedList } from '../../../domain/summoned.ts';
import type { SummonedStore } from '../summoned-store.ts';
import type { KeepImport } from './imports.ts';

export function memorySummoned(lists: Map<string, SummonedList>, keepImport: KeepImport): SummonedStore {
  return {
    list: async (committee) =>
      [...lists.values()]
        .filter(({ committeeId }) => committeeId === committee)
        .sort((a, b) => (a.term < b.term ? 1 : -1)),
    naming: async (person) =>
      [...lists.values()].filter(({ people }) => people.some(({ personId }) => personId === person)),
    find: async (committee, term) => lists.get(`${committee} ${term}`),
    change: async (committee, term, decide) => {
      const decision = decide(lists.get(`${committee} ${term}`));
      if (decision.ok) lists.set(`${committee} ${term}`, decision.value);
      if (decision.ok && decision.kept) keepImport(decision.kept);
      return decision;
    },
  };
}
