import type { setUp as contract } from '../../contract/account/accounts.ts';
import { type Account, accountId } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import type { Call } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { newAccount } from './new-account.ts';
import { cookiesOfNewPassword } from './signed-in.ts';
import { accountView } from './views.ts';
import { isWeakPassword } from './weak-password.ts';

type SetUp = Pick<Call<typeof contract>, 'body' | 'about'>;

/** Makes the first administrator and signs the browser in; the link works once, and only while there is no account. */
export async function setUp(context: RouteContext, { body, about, request }: Call<typeof contract>) {
  const made = await makeFirst(context.deps, { body, about });
  if (!made.ok) return made;
  const headers = { 'set-cookie': await cookiesOfNewPassword(context, request, made.value) };
  return { ok: true as const, value: accountView(made.value, context.deps.config), headers };
}

async function makeFirst(
  deps: Deps,
  { body: { token, username, password }, about }: SetUp,
): Promise<Ruling<Account, 'already-set-up' | 'wrong-setup-link' | 'weak-password'>> {
  if (await deps.store.accounts.any()) return refuse('already-set-up');
  if (!(await deps.setupLink.matches(token))) return refuse('wrong-setup-link');
  if (await isWeakPassword(password, [username])) return refuse('weak-password');
  const id = accountId.parse(uuid(deps.random));
  const account = await newAccount(id, { username, password, personId: null, administrator: true });
  about({ aboutAccountId: account.id, role: 'administrator' });
  const decision = await deps.store.accounts.createFirst(account);
  if (!decision.ok) return decision;
  await deps.setupLink.end();
  return accept(decision.value);
}
