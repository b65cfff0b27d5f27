import type { Fonts } from './fonts.ts';
import type { CancellationMinutesData } from './minutes-data.ts';
import { beginMinutes, drawLedger, drawRecord, drawRemarks, endMinutes, line, moment, part } from './minutes-parts.ts';
import { figuresTable } from './minutes-tables.ts';

/**
 * The minutes of a session that was cancelled after its box had been opened: what happened, why,
 * who signed, and the ledger so far. There are no totals in them: nobody opened any.
 */
export function cancellationMinutes(data: CancellationMinutesData, fonts: Fonts): Promise<Uint8Array> {
  const writing = beginMinutes(data, fonts);
  const { cancelled, ballots } = writing.wording;
  part(writing, cancelled.part);
  line(writing, cancelled.when(moment(writing, data.endedAt), data.stage));
  line(writing, cancelled.reason(data.reason));
  if (data.decidedBy.length > 0) line(writing, cancelled.decidedBy(data.decidedBy.join('; ')));
  line(writing, cancelled.noTotals);
  figuresTable(writing.flow, [
    [ballots.issued, data.ballots.issued],
    [cancelled.inBox, data.ballots.collected],
  ]);
  drawLedger(writing, data.ledger);
  drawRemarks(writing, cancelled.remarksPart, data.remarks);
  drawRecord(writing, cancelled.recordPart);
  return endMinutes(writing);
}
