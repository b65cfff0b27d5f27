import type { RosterField } from '../roster/roster-note.ts';

/** What a line of a list of targets says. */
export type TargetField = 'name' | 'unit' | 'direction' | 'target' | 'reached';

/**
 * What a column can hold. Names and positions may stand in several columns: `family`, `middle` and `given` make a name,
 * positions in the Party come before others. `number` counts the lines.
 */
export type ListField =
  | RosterField
  | TargetField
  | 'number'
  | 'family'
  | 'middle'
  | 'given'
  | 'partyPosition'
  | 'otherPosition';
