import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';

/** The chair's position as the roll has it; empty for a chair who is not on the roll. */
export async function chairPosition({ store }: Deps, { chair, roll }: Session): Promise<string> {
  const account = await store.accounts.find(chair.accountId);
  const personId = account?.personId ?? null;
  const voter = personId === null ? undefined : roll.find((one) => one.personId === personId);
  return voter?.position ?? '';
}
