import type { AccountId } from '../../domain/account/account.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import type { About } from '../store/audit-intent.ts';
import { runNoted } from '../workers/noted-job.ts';
import type {
  DelegatesEntered,
  DelegatesPreview,
  DelegatesToEnter,
  DelegatesToPreview,
} from '../workers/office/delegates-work.ts';

// A worker does all of it on a connection of its own.

export async function previewDelegates(
  { store, pool, clock }: Deps,
  asked: Omit<DelegatesToPreview, 'today'>,
): Promise<DelegatesPreview> {
  const work = { ...asked, today: localDay(clock()) };
  return pool.run('previewDelegates', { folder: store.folder, work });
}

export async function enterDelegates(
  { store, pool, clock }: Deps,
  asked: Omit<DelegatesToEnter, 'made' | 'today'>,
  by: AccountId,
  about: About,
): Promise<DelegatesEntered> {
  const now = clock();
  const work = { ...asked, made: { by, at: now.toISOString() }, today: localDay(now) };
  return runNoted(pool, 'enterDelegates', { folder: store.folder, work }, about);
}
