import type { FastifyRequest } from 'fastify';
import type { Account, SignInId } from '../../domain/account/account.ts';
import type { Principal } from '../../domain/account/relations.ts';
import { type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { About } from '../store/audit-intent.ts';

interface OwnCall {
  readonly caller: Principal;
  readonly request: FastifyRequest;
  readonly about: About;
}

/** The caller's account as it is kept, for the sign-in that calls; the log's entry says that it is about it. */
export async function withOwnAccount<Value, Refusal extends string>(
  { store }: Deps,
  { caller, request, about }: OwnCall,
  act: (own: Account, signIn: SignInId) => Promise<Ruling<Value, Refusal>>,
): Promise<Ruling<Value, Exclude<Refusal, 'unknown-account'> | 'not-signed-in'>> {
  about({ aboutAccountId: caller.accountId });
  const own = await store.accounts.find(caller.accountId);
  if (own === undefined) return refuse('not-signed-in');
  const decision = await act(own, request.caller?.signInId ?? ('' as SignInId));
  if (decision.ok) return decision;
  const { refusal } = decision;
  return refuse(refusal === 'unknown-account' ? 'not-signed-in' : (refusal as Exclude<Refusal, 'unknown-account'>));
}
