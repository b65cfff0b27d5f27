import { type Election, readElection } from '../../../protocol/record/election.ts';
import { sodiumGroup } from '../../arithmetic/sodium-group.ts';

const known = new Map<string, Election>();
const most = 8;

/** An election from its text. The last few are kept, since the tables of an election's key hang on its object. */
export function knownElection(text: string): Election {
  const found = known.get(text) ?? read(text);
  // Put at the end again: the one that was not asked for longest makes room.
  known.delete(text);
  known.set(text, found);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return found;
}

function read(text: string): Election {
  const reading = readElection(sodiumGroup, text);
  if (!reading.ok) throw new TypeError(`the record's election is refused: ${reading.refusal}`);
  return reading.election;
}
