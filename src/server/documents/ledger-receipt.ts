import { ledgerOf } from '../../domain/session/counting.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { OfficialDocument } from '../../print/official-document.ts';
import { shortDay } from '../kit/local-time.ts';
import { byHand } from '../meeting/signatories.ts';
import { type PaperOf, paperFrame } from './frame.ts';

/** How many ballots came in is nobody's business before the box is closed: room to write it in. */
const openEnd = '……………';

/** The receipt with which papers change hands between office and tellers. */
export function ledgerReceipt(paper: PaperOf, state: SessionWithPapers): OfficialDocument {
  const { session } = paper;
  const ledger = ledgerOf(state);
  const closed = session.closing?.ledger;
  const figures: [string, number | string][] = [
    ['Số phiếu đã in', ledger.printed],
    ['Số phiếu giấy đã phát', ledger.handedOut],
    ['Số phiếu giấy chưa dùng', closed ? closed.unused : openEnd],
    ['Số phiếu giấy hỏng, hủy', ledger.void],
    ['Số phiếu nhận trên điện thoại', ledger.phone],
    ['Tổng số phiếu phát ra', ledger.issued],
    ['Tổng số phiếu thu về', closed ? closed.collected : openEnd],
    ['Số phiếu không thu về', closed ? closed.notReturned : openEnd],
  ];
  return {
    ...paperFrame(paper, 'GN'),
    title: 'GIẤY GIAO NHẬN PHIẾU',
    abstract: session.settings.title,
    recipients: [],
    blocks: [
      {
        kind: 'text',
        text: `Hôm nay, ngày ${shortDay(session.settings.heldOn)}, tại ${session.settings.place}, Văn phòng và Ban kiểm phiếu giao nhận phiếu như sau:`,
      },
      {
        kind: 'table',
        columns: ['TT', 'Nội dung', 'Số lượng', 'Ghi chú'],
        widths: [1, 6, 3, 4],
        rows: figures.map(([label, value], index) => [String(index + 1), label, String(value), '']),
        centred: [0, 2],
        rowHeight: 28,
      },
      {
        kind: 'text',
        text: 'Hai bên đã kiểm đếm và thống nhất số liệu trên; cuống phiếu và phiếu chưa dùng được niêm phong giao kèm.',
      },
    ],
    signatories: [byHand('BÊN GIAO\nVĂN PHÒNG'), byHand('BÊN NHẬN\nBAN KIỂM PHIẾU')],
  };
}
