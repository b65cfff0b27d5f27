import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { utf8Bytes } from '../../protocol/encoding/utf8.ts';
import type { RecordEvent } from '../../protocol/record/record.ts';
import { resultEvent } from '../../protocol/record/record-events.ts';
import { type Counts, writeResult } from '../../protocol/tally/result.ts';
import type { Deps } from '../deps.ts';
import type { ShareTexts } from '../workers/jobs.ts';
import type { TallyRecord } from './tally-record.ts';

/** The totals, and the event that ends the record with them. */
export interface OpenedResult {
  readonly counts: Counts;
  readonly event: RecordEvent;
}

/** Opens the totals in a worker, with all given shares checked against each other. */
export async function openTotals(
  { pool }: Deps,
  record: TallyRecord,
  shares: readonly ShareTexts[],
  counted: number,
): Promise<Ruling<OpenedResult, 'shares-inconsistent'>> {
  const opened = await pool.run('openTotals', { ...record.texts, shares, counted });
  if (!opened.ok) {
    const { refusal: code, where } = opened;
    return refuse('shares-inconsistent', [{ code, ...(where === undefined ? {} : { about: where }) }]);
  }
  return accept({ counts: opened.counts, event: resultEvent(utf8Bytes(writeResult(opened.counts))) });
}
