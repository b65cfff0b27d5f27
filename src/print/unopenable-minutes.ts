import { flowTable } from './flow.ts';
import type { Fonts } from './fonts.ts';
import type { UnopenableMinutesData } from './minutes-data.ts';
import {
  beginMinutes,
  drawLedger,
  drawRecord,
  drawRemarks,
  endMinutes,
  line,
  moment,
  part,
  type Writing,
} from './minutes-parts.ts';
import { figuresTable } from './minutes-tables.ts';
import { type DrawnCell, type TableFrame, tableRow } from './table.ts';
import { tableHead } from './table-head.ts';

/**
 * The minutes of a session whose closed box cannot be opened: why, who decided it, how many ballots stay sealed, and room
 * for what the tellers count by hand on the sheets. What came from phones is "not opened", never "invalid".
 */
export function unopenableMinutes(data: UnopenableMinutesData, fonts: Fonts): Promise<Uint8Array> {
  const writing = beginMinutes(data, fonts);
  const { unopenable, ballots } = writing.wording;
  const { issued, collected, sheets, phones } = data.ballots;
  part(writing, unopenable.part);
  line(writing, unopenable.when(moment(writing, data.endedAt)));
  line(writing, unopenable.keys(data.keys));
  line(writing, unopenable.reason(data.reason));
  line(writing, unopenable.decidedBy(data.decidedBy.join('; ')));
  figuresTable(writing.flow, [
    [ballots.issued, issued],
    [ballots.collected, collected],
    [unopenable.sheets, sheets],
    [unopenable.phones, phones],
  ]);
  line(writing, unopenable.phonesNotOpened(phones));
  drawLedger(writing, data.ledger);
  drawHandCount(writing);
  drawRemarks(writing, unopenable.remarksPart, data.remarks);
  drawRecord(writing, unopenable.recordPart);
  return endMinutes(writing);
}

/** A row to write in for each subject: the sheets are counted by hand, apart from the box. */
function drawHandCount(writing: Writing<UnopenableMinutesData>): void {
  const { flow, data, wording } = writing;
  const { unopenable, number, columns } = wording;
  part(writing, unopenable.handPart);
  if (data.ballots.sheets === 0) {
    line(writing, unopenable.noSheets);
    return;
  }
  line(writing, unopenable.handCount(data.ballots.sheets));
  const narrow = [...data.levels, ''].map(() => 62);
  const rest = flow.width - narrow.reduce((sum, width) => sum + width, 26);
  const frame: TableFrame = { x: flow.x, widths: [26, rest, ...narrow], padX: 3, padY: 4 };
  const titles = [number, data.subjectHeading, ...data.levels, columns.invalid];
  const head = tableHead(flow.pages, frame, titles, { size: 10.5, face: 'bold' });
  const rows = data.subjects.map(({ name, position }, index) => {
    const cells: DrawnCell[] = [
      { texts: [{ text: String(index + 1), style: { size: 12, align: 'center' } }] },
      {
        texts: [
          { text: name, style: { size: 12, face: 'bold' } },
          { text: position, style: { size: 11 } },
        ],
      },
      ...narrow.map((): DrawnCell => ({ texts: [] })),
    ];
    return tableRow(flow.pages, frame, cells, 30);
  });
  flow.y += 5;
  flowTable(flow, frame, head, rows);
}
