import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import type { DelegatesPreview, DelegatesToPreview } from '../workers/office/delegates-work.ts';

// A worker does all of it on a connection of its own.

export async function previewDelegates(
  { store, pool, clock }: Deps,
  asked: Omit<DelegatesToPreview, 'today'>,
): Promise<DelegatesPreview> {
  const work = { ...asked, today: localDay(clock()) };
  return pool.run('previewDelegates', { store: store.address, work });
}
