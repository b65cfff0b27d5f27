import type { WantedList } from './read-lists.ts';
import { titlesOfCommittees } from './title-patterns.ts';

/** Committees, each with its rank and its superior. */
export const committeeList: WantedList<'committees'> = {
  kind: 'committees',
  shape: { titles: titlesOfCommittees, required: ['committee', 'rank'] },
  fields: { name: 'committee', mate: 'rank' },
};
