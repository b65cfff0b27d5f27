import type { AccountId } from './account.ts';

/** Who acted, as the minutes name them. */
export interface Actor {
  readonly accountId: AccountId;
  readonly name: string;
}
