import { type Account, hasDuty } from '../../domain/account/account.ts';
import { noObject } from '../../domain/audit.ts';
import type { Deps } from '../deps.ts';
import { withAuditEntry } from '../http/with-audit-entry.ts';

/**
 * Something that an account does to itself, noted in the audit log only where it has a duty: of a member it would say
 * about when they came to receive a paper.
 */
export function ownEvent<Answer extends { readonly ok: boolean }>(
  deps: Deps,
  event: string,
  account: Pick<Account, 'id' | 'administrator' | 'grants'>,
  act: (deps: Deps) => Promise<Answer>,
): Promise<Answer> {
  if (!hasDuty(account)) return act(deps);
  return withAuditEntry(deps, { ...noObject, event, accountId: account.id, aboutAccountId: account.id }, act);
}
