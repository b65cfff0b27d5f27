import type { z } from 'zod';
import { type Connection, call } from '../../client/api.ts';
import { createAccount, giveGrant, signIn } from '../../contract/account/accounts.ts';
import type { seatView } from '../../contract/committee/committees.ts';
import type { Grant } from '../../domain/account/account.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { base58Text, type RandomBytes } from '../../protocol/arithmetic/random.ts';
import { granted } from './granted.ts';

export type SeatHolder = z.infer<typeof seatView>;

/** Somebody with an account, signed in. */
export interface Member {
  readonly name: string;
  readonly personId: PersonId | null;
  readonly connection: Connection;
}

/** Who gets an account, and as what. */
export interface NewMember {
  readonly username: string;
  readonly person: SeatHolder | undefined;
  readonly roles?: readonly Grant[];
}

/** Nobody will ever type these: they are drawn, used once and forgotten. */
export function drawPassword(random: RandomBytes): string {
  return base58Text(24, random);
}

/** Makes an account with its roles and signs in with it. */
export async function enrol(
  administrator: Connection,
  { username, person, roles = [] }: NewMember,
  password: string,
): Promise<Member> {
  const personId = person?.personId ?? null;
  const account = granted(await call(administrator, createAccount, { body: { username, password, personId } }));
  for (const body of roles) granted(await call(administrator, giveGrant, { params: { accountId: account.id }, body }));
  return signInAs(administrator.baseUrl, { username, password, person });
}

interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly person?: SeatHolder | undefined;
}

export async function signInAs(baseUrl: string, { username, password, person }: Credentials): Promise<Member> {
  const { token } = granted(await call({ baseUrl }, signIn, { body: { username, password } }));
  const name = person?.name ?? username;
  return { name, personId: person?.personId ?? null, connection: { baseUrl, token } };
}
