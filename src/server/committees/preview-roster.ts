/*
 * A file may have been made to be slow to read, and a province's people are many to look through: a worker does all of it
 * on a connection of its own.
 */
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import type { RosterPreview, RosterToPreview } from '../workers/office/roster-work.ts';

export async function previewRoster(
  { store, pool, clock }: Deps,
  asked: Omit<RosterToPreview, 'today'>,
): Promise<RosterPreview> {
  const work = { ...asked, today: localDay(clock()) };
  return pool.run('previewRoster', { store: store.address, work });
}
