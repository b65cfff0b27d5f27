import * as z from 'zod/mini';
import { type Account, accountId, roles, type SecondFactor, usernameKey } from '../../domain/account/account.ts';
import { committeeId } from '../../domain/committee/committee.ts';
import { personId } from '../../domain/roster/person.ts';
import { readRow } from './damaged-row.ts';
import { requireJson } from './json-text.ts';

const aRole = z.enum(roles);
const somebody = z.nullable(personId);

export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly personId: string | null;
  readonly administrator: boolean;
  readonly secondFactor: SecondFactor | null;
  readonly secondOf: string | null;
}

export interface GrantRow {
  readonly accountId: string;
  readonly role: string;
  readonly committeeId: string;
}

export function toAccount(row: AccountRow, grants: readonly GrantRow[]): Account {
  return readRow({ table: 'account', row: row.id }, () => {
    requireJson(row.secondFactor);
    return {
      id: accountId.parse(row.id),
      username: row.username,
      passwordHash: row.passwordHash,
      personId: somebody.parse(row.personId),
      administrator: row.administrator,
      grants: grants
        .filter((grant) => grant.accountId === row.id)
        .map((grant) => ({ role: aRole.parse(grant.role), committeeId: committeeId.parse(grant.committeeId) })),
      secondFactor: row.secondFactor,
      ...(row.secondOf === null ? {} : { secondOf: accountId.parse(row.secondOf) }),
    };
  });
}

/** Without what only an upgrade writes, and without the grants. */
export function toAccountRow({ id, username, passwordHash, personId, administrator, secondFactor }: Account) {
  return { id, username, usernameKey: usernameKey(username), passwordHash, personId, administrator, secondFactor };
}
