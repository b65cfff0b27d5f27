import type { Relation } from '../../domain/account/relations.ts';
import { refuse } from '../../domain/ruling.ts';
import type { SessionId, SessionState } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { recordFile } from '../record/record-file.ts';

const published: readonly SessionState[] = ['published'];
/** What a cancelled session leaves can be held against its minutes; no ballot can be made from others' any more. */
const fromClosing: readonly SessionState[] = ['closed', 'tallied', 'cancelled', ...published];
const fromCounting: readonly SessionState[] = ['counting', ...fromClosing];

/**
 * The states in which somebody may have the record. Until closing nobody gets ballots but tellers, who verify them
 * meanwhile: a ballot made from others' ballots is what PROTOCOL §9.3 warns of.
 */
const readers: readonly { readonly relation: Relation; readonly states: readonly SessionState[] }[] = [
  { relation: 'teller', states: fromCounting },
  { relation: 'chair', states: fromClosing },
  { relation: 'seat-holder', states: published },
  { relation: 'superior-seat-holder', states: published },
];

/** The verifiable record as `<uuid>.bel`. */
export async function readRecord(deps: Deps, id: SessionId, held: ReadonlySet<Relation>) {
  const session = await deps.store.sessions.find(id);
  if (session === undefined) return refuse('not-found');
  if (!readers.some(({ relation, states }) => held.has(relation) && states.includes(session.state))) {
    return refuse(held.has('teller') ? 'not-counting' : 'not-published');
  }
  return (await recordFile(deps, id)) ?? refuse('not-counting');
}
