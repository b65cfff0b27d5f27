import type { SummonedStore } from '../summoned-store.ts';
import { heldSeatsIn } from './committees.ts';
import { refuseGone } from './gone.ts';
import type { Data, KeepImport } from './imports.ts';

export function memorySummoned({ summoned: lists, roster, gone }: Data, keepImport: KeepImport): SummonedStore {
  return {
    list: async (committee) =>
      [...lists.values()]
        .filter(({ committeeId }) => committeeId === committee)
        .sort((a, b) => (a.term < b.term ? 1 : -1)),
    naming: async (person) =>
      [...lists.values()].filter(({ people }) => people.some(({ personId }) => personId === person)),
    find: async (committee, term) => lists.get(`${committee} ${term}`),
    change: async (committee, term, decide) => {
      const decision = decide(lists.get(`${committee} ${term}`), {
        revision: roster.revision,
        people: () => [...roster.people.values()],
        seated: (on) => heldSeatsIn(roster, committee, on).map(({ person }) => person),
      });
      if (decision.ok) refuseGone(gone, [committee, ...decision.value.people.map(({ personId }) => personId)]);
      if (decision.ok) lists.set(`${committee} ${term}`, decision.value);
      if (decision.ok && decision.kept) keepImport(decision.kept);
      return decision;
    },
  };
}
