import type { Grant, SignInId } from '../../domain/account/account.ts';

/** A sign-in with what its account is, once for each of its roles. */
export interface StandingRow {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly administrator: boolean;
  readonly hasSecondFactor: boolean;
  readonly grant: (Pick<Grant, 'role'> & { readonly committeeId: string }) | null;
}

/** Of each sign-in what decides what its owner may do: the same text as long as nothing of it changes. */
export function standingsOf(rows: readonly StandingRow[]): ReadonlyMap<SignInId, string> {
  const standings = [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => {
    const grants = own.map(({ grant }) => (grant === null ? '' : `${grant.role} ${grant.committeeId}`)).toSorted();
    const [account] = own.map(({ id: _id, grant: _grant, ...rest }) => rest);
    return [id as SignInId, JSON.stringify([account, grants])] as const;
  });
  return new Map(standings);
}
