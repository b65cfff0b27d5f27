import type { AccountId } from '../../domain/account/account.ts';

/**
 * Turns of accounts: each job of one comes a turn after the one before it, and none before the turn that it is. So whoever
 * comes now waits for one job of everybody who came before, not for all of theirs; nobody gains by asking one by one.
 */
export function accountTurns() {
  const last = new Map<AccountId | undefined, number>();
  let now = 0;
  return {
    next: (account: AccountId | undefined): number => {
      const turn = Math.max(now, (last.get(account) ?? now - 1) + 1);
      last.set(account, turn);
      return turn;
    },
    come: (turn: number): void => {
      now = Math.max(now, turn);
      for (const [account, its] of last) if (its < now) last.delete(account);
    },
  };
}
