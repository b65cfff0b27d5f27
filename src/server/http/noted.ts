import type { FastifyRequest } from 'fastify';
import { isNoted, type Operation } from '../../contract/operation.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { noObject } from '../../domain/audit.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { About } from '../store/audit-intent.ts';
import type { RouteContext } from './gate.ts';
import { withAuditEntry } from './with-audit-entry.ts';

interface Ids {
  readonly sessionId?: SessionId;
  readonly accountId?: AccountId;
  readonly planId?: PlanId;
}

/**
 * Handles a call, and notes it in the audit log when it is one that changes something: the one place for every
 * operation. Of the address only ids of committees, plans, sessions and accounts are noted; a voter's or a subject's never.
 */
export async function noted<Answer extends { readonly ok: boolean }>(
  { deps }: RouteContext,
  declared: Operation,
  request: FastifyRequest,
  handle: (deps: Deps, about: About) => Promise<Answer>,
): Promise<Answer> {
  if (!isNoted(declared)) return handle(deps, () => {});
  const { sessionId, accountId, planId } = (request.params ?? {}) as Ids;
  const note = {
    ...noObject,
    event: declared.id,
    accountId: request.caller?.principal.accountId ?? null,
    committeeId: request.committeeId as CommitteeId | null,
    sessionId: sessionId ?? null,
    aboutAccountId: accountId ?? null,
    planId: planId ?? null,
  };
  return withAuditEntry(deps, note, handle);
}
