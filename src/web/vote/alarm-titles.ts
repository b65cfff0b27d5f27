import type { VotingSentence } from './sentences.ts';
import type { Found } from './voting-state.ts';

/** What a look into the box can find that nobody may keep quiet about. */
export const alarmTitles: ReadonlyMap<Found['step'], VotingSentence> = new Map([
  ['missing', 'alarmTitle'],
  ['other-record', 'otherRecordTitle'],
]);
