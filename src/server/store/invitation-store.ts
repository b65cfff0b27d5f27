import type { Account } from '../../domain/account/account.ts';
import type { Invitation, InvitationId } from '../../domain/account/invitation.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import type { Ruling } from '../../domain/ruling.ts';

export interface InvitationStore {
  /** Keeps new links; those that were live for the same account, or for the same person and roles, are replaced. */
  add(invitations: readonly Invitation[]): Promise<void>;
  /**
   * Keeps a new link whose id its caller may have drawn, or refuses it as the decision on what is there under the id
   * does. Where that is the very same, it goes on with the new token: the one before was never seen by anybody.
   */
  make<Refusal extends string>(
    invitation: Invitation,
    decide: (there: Invitation | undefined) => Ruling<unknown, Refusal>,
  ): Promise<Ruling<Invitation, Refusal>>;
  /** `tokenHash` as the link's token hashes. */
  find(tokenHash: string): Promise<Invitation | undefined>;
  /** Links to new accounts for these people that neither were used nor replaced. */
  liveFor(people: readonly PersonId[]): Promise<readonly Invitation[]>;
  /** A committee's links of any kind that neither were used, replaced nor withdrawn. */
  liveOf(committeeId: CommitteeId): Promise<readonly Invitation[]>;
  /** Takes a committee's live link back; false when it has none of this id. */
  withdraw(committeeId: CommitteeId, id: InvitationId): Promise<boolean>;
  /**
   * Uses a link: one step that looks at the link and at the account that it recovers, or that its person has where the link
   * gives roles; keeps the account that the decision yields, marks the link as used and, where the password is another, ends
   * every sign-in of the account. One person has one account.
   */
  use<Refusal extends string>(
    tokenHash: string,
    decide: (invitation: Invitation | undefined, account: Account | undefined) => Ruling<Account, Refusal>,
  ): Promise<Ruling<Account, Refusal | 'username-taken' | 'has-account'>>;
}
