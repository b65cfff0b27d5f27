import type { Deps } from '../deps.ts';

/** Says who had two accounts when a database of an earlier release was taken over, by account: names are not logged. */
export async function tellSecondAccounts(
  { store }: Pick<Deps, 'store'>,
  log: { warn(entry: object, message: string): void },
): Promise<void> {
  const ended = (await store.accounts.list()).filter(({ secondOf }) => secondOf !== undefined);
  if (ended.length === 0) return;
  const accountIds = ended.map(({ id }) => id);
  log.warn({ accountIds }, 'second accounts of one person were ended; the older account has all roles');
}
