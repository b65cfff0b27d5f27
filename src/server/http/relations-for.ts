import type { FastifyRequest } from 'fastify';
import type { Relation } from '../../domain/relations.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { type GateKeeper, heldBy } from './gate.ts';

/**
 * What the caller of a request is to other sessions than the one in its address: as the gate would find it if they called
 * there, so that an answer about several sessions holds nothing that asking one by one would not give (promise 6).
 */
export function relationsFor(
  { findTies }: GateKeeper,
  { caller }: Pick<FastifyRequest, 'caller'>,
): (id: SessionId) => Promise<ReadonlySet<Relation>> {
  return async (id) => heldBy(caller, (await findTies({ sessionId: id }, caller?.principal ?? null)) ?? null);
}
