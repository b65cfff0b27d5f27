import { LRUCache } from 'lru-cache';
import { type Election, readElection } from '../../../protocol/record/election.ts';
import { sodiumGroup } from '../../arithmetic/sodium-group.ts';

/** By their texts. The tables of an election's key hang on its object. */
const elections = new LRUCache<string, Election>({ max: 8 });

/** An election from its text; those last asked for are kept. */
export function knownElection(text: string): Election {
  const known = elections.get(text);
  if (known !== undefined) return known;
  const reading = readElection(sodiumGroup, text);
  if (!reading.ok) throw new TypeError(`the record's election is refused: ${reading.refusal}`);
  elections.set(text, reading.election);
  return reading.election;
}
