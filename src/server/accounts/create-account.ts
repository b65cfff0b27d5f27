import type { z } from 'zod';
import type {
  AccountView,
  createAccount as contract,
  setUp as setUpContract,
} from '../../contract/account/accounts.ts';
import { type Account, accountId } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import type { About } from '../store/audit-intent.ts';
import { hashPassword } from './password.ts';
import { accountView, knownOf } from './views.ts';
import { isWeakPassword } from './weak-password.ts';

type SetUp = z.infer<typeof setUpContract.body>;
type NewAccount = z.infer<typeof contract.body>;

/** Makes the first administrator; the link works once, and only while there is no account. */
export async function setUp(
  deps: Deps,
  { token, username, password }: SetUp,
  about: About,
): Promise<Ruling<AccountView, 'already-set-up' | 'wrong-setup-link' | 'weak-password'>> {
  if (await deps.store.accounts.any()) return refuse('already-set-up');
  if (!deps.setupLink.matches(token)) return refuse('wrong-setup-link');
  if (isWeakPassword(password, [username])) return refuse('weak-password');
  const account = await newAccount(deps, { username, password, personId: null, administrator: true });
  about({ aboutAccountId: account.id, role: 'administrator' });
  const decision = await deps.store.accounts.createFirst(account);
  if (!decision.ok) return decision;
  deps.setupLink.end();
  return accept(accountView(decision.value, deps.config));
}

export async function createAccount(
  deps: Deps,
  wanted: NewAccount,
  about: About,
): Promise<Ruling<AccountView, 'username-taken' | 'unknown-person' | 'has-account' | 'weak-password'>> {
  const { personId } = wanted;
  const { accounts, committees } = deps.store;
  if (personId !== null && !(await committees.findPerson(personId))) return refuse('unknown-person');
  // One person has one account: a second one would act in their name without their knowing.
  if (personId !== null && (await accounts.findByPeople([personId])).length > 0) return refuse('has-account');
  if (isWeakPassword(wanted.password, await knownOf(deps, wanted))) return refuse('weak-password');
  const account = await newAccount(deps, wanted);
  about({ aboutAccountId: account.id, role: wanted.administrator ? 'administrator' : null });
  const decision = await deps.store.accounts.create(account);
  return decision.ok ? accept(accountView(decision.value, deps.config)) : decision;
}

async function newAccount(deps: Deps, { username, password, personId, administrator }: NewAccount): Promise<Account> {
  const passwordHash = await hashPassword(password);
  const id = accountId.parse(uuid(deps.random));
  return { id, username, passwordHash, personId, administrator, grants: [], secondFactor: null };
}
