import type { z } from 'zod';
import { type Connection, call } from '../../client/api.ts';
import { createAccount, giveGrant, signIn } from '../../contract/accounts.ts';
import type { seatView } from '../../contract/committees.ts';
import type { Role } from '../../domain/account.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import type { PersonId } from '../../domain/person.ts';
import { base58Text, type RandomBytes } from '../../protocol/random.ts';
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
  readonly role?: { readonly role: Role; readonly committeeId: CommitteeId };
}

/** Nobody will ever type these: they are drawn, used once and forgotten. */
export function drawPassword(random: RandomBytes): string {
  return base58Text(24, random);
}

/** Makes an account with its role and signs in with it. */
export async function enrol(administrator: Connection, member: NewMember, password: string): Promise<Member> {
  const { username, person, role } = member;
  const personId = person?.personId ?? null;
  const account = granted(await call(administrator, createAccount, { body: { username, password, personId } }));
  if (role) granted(await call(administrator, giveGrant, { params: { accountId: account.id }, body: role }));
  return signInAs(administrator.baseUrl, { username, password, person });
}

interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly person?: SeatHolder | undefined;
}

export async function signInAs(baseUrl: string, { username, password, person }: Credentials): Promise<Member> {
  const { token } = granted(await call({ baseUrl }, signIn, { body: { username, password } }));
  const name = person?.fullName ?? username;
  return { name, personId: person?.personId ?? null, connection: { baseUrl, token } };
}
