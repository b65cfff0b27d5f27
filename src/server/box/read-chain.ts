import type { z } from 'zod';
import type { chainView } from '../../contract/box/chain.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { ownRecord } from '../store/record-ref.ts';
import { isClosed } from './list-trackers.ts';

type Chain = z.infer<typeof chainView>;

/** The events of a closed box, up to its encrypted tally: what follows is the tellers' until it is published. */
export async function readChain(
  { store }: Deps,
  id: SessionId,
): Promise<Ruling<Chain, 'box-not-closed' | 'not-found'>> {
  const session = await store.sessions.find(id);
  if (session === undefined) return refuse('not-found');
  if (!isClosed(session.state)) return refuse('box-not-closed');
  const ofType = async <Type extends 'Setup' | 'Ballot' | 'EncryptedTally'>(type: Type) =>
    (await store.sessions.payloads(ownRecord(id), type)).map((payload) => ({ type, payload }));
  const [setup, ballots, tally] = await Promise.all([ofType('Setup'), ofType('Ballot'), ofType('EncryptedTally')]);
  return accept({ events: [...setup, ...ballots, { type: 'EndBallots', payload: null }, ...tally] });
}
