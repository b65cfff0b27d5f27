import type { z } from 'zod';
import type { AccountView, createAccount as contract } from '../../contract/account/accounts.ts';
import { type Account, accountId } from '../../domain/account/account.ts';
import type { Principal } from '../../domain/account/relations.ts';
import { sameContent } from '../../domain/creation.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import type { About } from '../store/audit-intent.ts';
import { type NewAccount, newAccount } from './new-account.ts';
import { accountView, knownOf } from './views.ts';
import { isWeakPassword } from './weak-password.ts';
import { opensAsChair } from './without-seat.ts';

type CreateRefusal =
  | 'username-taken'
  | 'unknown-person'
  | 'has-account'
  | 'weak-password'
  | 'id-in-use'
  | 'not-by-a-chair';

export async function createAccount(
  deps: Deps,
  { id: given, ...wanted }: z.infer<typeof contract.body>,
  caller: Principal,
  about: About,
): Promise<Ruling<AccountView, CreateRefusal>> {
  const { personId } = wanted;
  const { accounts, committees } = deps.store;
  const id = accountId.parse(given ?? uuid(deps.random));
  const findEarlier = async () => findMade(about, await accounts.find(id), (there) => isAsWanted(there, wanted));
  const made = await findEarlier();
  if (!made.ok) return made;
  if (made.value !== undefined) return accept(accountView(made.value, deps.config));
  if (personId !== null && !(await committees.findPerson(personId))) return refuse('unknown-person');
  if (await opensAsChair(deps, caller, [personId])) return refuse('not-by-a-chair');
  // One person has one account: a second one would act in their name without their knowing.
  if (personId !== null && (await accounts.findByPeople([personId])).length > 0) return refuse('has-account');
  if (await isWeakPassword(wanted.password, await knownOf(deps, wanted))) return refuse('weak-password');
  const account = await newAccount(id, wanted);
  about({ aboutAccountId: account.id, role: wanted.administrator ? 'administrator' : null });
  const decision = await deps.store.accounts.create(account);
  if (decision.ok) return accept(accountView(decision.value, deps.config));
  if (decision.refusal !== 'id-in-use') return decision;
  // The same was sent twice at one time, and the other came first.
  const meanwhile = await findEarlier();
  return meanwhile.ok && meanwhile.value !== undefined
    ? accept(accountView(meanwhile.value, deps.config))
    : refuse('id-in-use');
}

/**
 * Whether an earlier sending made this account. The password is not compared: whoever knows an account's id could try
 * passwords by it.
 */
function isAsWanted({ username, personId, administrator }: Account, wanted: NewAccount): boolean {
  return sameContent([username, personId, administrator], [wanted.username, wanted.personId, wanted.administrator]);
}
