import type { AccountView } from '../../contract/accounts.ts';
import type { Account } from '../../domain/account.ts';

/** An account without its hash. */
export function accountView({ id, username, personId, administrator, grants }: Account): AccountView {
  return { id, username, personId, administrator, grants: [...grants] };
}
