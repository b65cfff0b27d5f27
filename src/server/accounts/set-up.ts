import type { z } from 'zod';
import type { AccountView, setUp as contract } from '../../contract/account/accounts.ts';
import { accountId } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import type { About } from '../store/audit-intent.ts';
import { newAccount } from './new-account.ts';
import { accountView } from './views.ts';
import { isWeakPassword } from './weak-password.ts';

type SetUp = z.infer<typeof contract.body>;

/** Makes the first administrator; the link works once, and only while there is no account. */
export async function setUp(
  deps: Deps,
  { token, username, password }: SetUp,
  about: About,
): Promise<Ruling<AccountView, 'already-set-up' | 'wrong-setup-link' | 'weak-password'>> {
  if (await deps.store.accounts.any()) return refuse('already-set-up');
  if (!deps.setupLink.matches(token)) return refuse('wrong-setup-link');
  if (isWeakPassword(password, [username])) return refuse('weak-password');
  const id = accountId.parse(uuid(deps.random));
  const account = await newAccount(id, { username, password, personId: null, administrator: true });
  about({ aboutAccountId: account.id, role: 'administrator' });
  const decision = await deps.store.accounts.createFirst(account);
  if (!decision.ok) return decision;
  deps.setupLink.end();
  return accept(accountView(decision.value, deps.config));
}
