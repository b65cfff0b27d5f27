import type { AccountId } from '../../domain/account.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../local-time.ts';
import { runNoted } from '../noted-job.ts';
import { uuid } from '../uuid.ts';
import type { About } from '../with-audit-entry.ts';
import {
  type DelegatesEntered,
  type DelegatesPreview,
  type DelegatesToEnter,
  type DelegatesToPreview,
  enterDelegateFile,
  previewDelegateFile,
} from './delegates-work.ts';

// Where the store has a file, a worker does all of it on a connection of its own.

export function previewDelegates(
  { store, pool, clock }: Deps,
  asked: Omit<DelegatesToPreview, 'today'>,
): Promise<DelegatesPreview> {
  const { folder } = store;
  const work = { ...asked, today: localDay(clock()) };
  return folder === null ? previewDelegateFile(store, work) : pool.run('previewDelegates', { folder, work });
}

export function enterDelegates(
  { store, pool, clock, random }: Deps,
  asked: Omit<DelegatesToEnter, 'made' | 'today'>,
  by: AccountId,
  about: About,
): Promise<DelegatesEntered> {
  const { folder } = store;
  const now = clock();
  const work = { ...asked, made: { by, at: now.toISOString() }, today: localDay(now) };
  if (folder === null) return enterDelegateFile(store, work, () => uuid(random));
  return runNoted(pool, 'enterDelegates', { folder, work }, about);
}
