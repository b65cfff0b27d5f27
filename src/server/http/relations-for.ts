import type { FastifyRequest } from 'fastify';
import type { Relation } from '../../domain/account/relations.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { localDay } from '../kit/local-time.ts';
import { heldBy, type RouteContext } from './gate.ts';

/** Every relation that a caller has to each of these sessions. */
export type RelationsTo = (ids: readonly SessionId[]) => Promise<ReadonlyMap<SessionId, ReadonlySet<Relation>>>;

/**
 * What the caller of a request is to other sessions than the one in its address: as the gate would find it if they called
 * there, so that an answer about several sessions holds nothing that asking one by one would not give (promise 6).
 */
export function relationsFor({ deps }: RouteContext, { caller }: Pick<FastifyRequest, 'caller'>): RelationsTo {
  return async (ids) => {
    const question = { personId: caller?.principal.personId ?? null, today: localDay(deps.clock()) };
    const ties = await deps.store.ties.ofSessions(ids, question);
    return new Map([...ties].map(([id, one]) => [id, heldBy(caller, one)]));
  };
}
