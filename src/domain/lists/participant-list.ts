import type { WantedList } from './read-lists.ts';
import { titlesOfParticipants } from './title-patterns.ts';

/** Those summoned: delegates, or participants of a session. */
export const participantList: WantedList<'participants'> = {
  kind: 'participants',
  shape: { titles: titlesOfParticipants, required: ['fullName', 'position'] },
  fields: { name: 'fullName', mate: 'position' },
};
