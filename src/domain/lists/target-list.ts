import type { WantedList } from './read-lists.ts';
import { titlesOfTargets } from './title-patterns.ts';

/** Targets of a resolution. */
export const targetList: WantedList<'targets'> = {
  kind: 'targets',
  shape: { titles: titlesOfTargets, required: ['name', 'target'] },
  fields: { name: 'name', mate: 'target' },
};
