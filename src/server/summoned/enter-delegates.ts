import type { AccountId } from '../../domain/account/account.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import type { About } from '../store/audit-intent.ts';
import { runNoted } from '../workers/noted-job.ts';
import type {
  DelegatesEntered,
  DelegatesPreview,
  DelegatesToEnter,
  DelegatesToPreview,
} from '../workers/office/delegates-work.ts';

// Where the store has a file, a worker does all of it on a connection of its own.
const inMemory = () => import('../workers/office/delegates-work.ts');

export async function previewDelegates(
  { store, pool, clock }: Deps,
  asked: Omit<DelegatesToPreview, 'today'>,
): Promise<DelegatesPreview> {
  const { folder } = store;
  const work = { ...asked, today: localDay(clock()) };
  if (folder === null) return (await inMemory()).previewDelegateFile(store, work);
  return pool.run('previewDelegates', { folder, work });
}

export async function enterDelegates(
  { store, pool, clock, random }: Deps,
  asked: Omit<DelegatesToEnter, 'made' | 'today'>,
  by: AccountId,
  about: About,
): Promise<DelegatesEntered> {
  const { folder } = store;
  const now = clock();
  const work = { ...asked, made: { by, at: now.toISOString() }, today: localDay(now) };
  if (folder === null) return (await inMemory()).enterDelegateFile(store, work, () => uuid(random));
  return runNoted(pool, 'enterDelegates', { folder, work }, about);
}
