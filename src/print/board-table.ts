import type { CommitteeRank } from '../domain/committee/committee-ranks.ts';
import type { BoardRow } from '../domain/plan/plan-board.ts';
import type { PlanProgress } from '../domain/plan/plan-progress.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import type { FileTable } from './file-table.ts';
import type { TableCell } from './table-cell.ts';

type Language = keyof LocalText;
type Ranks = readonly CommitteeRank[];

const titles: readonly LocalText[] = [
  { vi: 'Cấp ủy', en: 'Committee' },
  { vi: 'Cấp ủy chỉ đạo', en: 'Directed by' },
  { vi: 'Cấp', en: 'Rank' },
  { vi: 'Làm điểm', en: 'Pilot' },
  { vi: 'Hạn lấy phiếu', en: 'Vote due' },
  { vi: 'Hạn báo cáo', en: 'Report due' },
  { vi: 'Tiến độ', en: 'Progress' },
  { vi: 'Quá hạn', en: 'Late' },
  { vi: 'Số ngày còn lại', en: 'Days left' },
  { vi: 'Ngày hội nghị', en: 'Conference' },
  { vi: 'Người dự hội nghị', en: 'Attended by' },
];

const progresses: Readonly<Record<PlanProgress, LocalText>> = {
  'not-begun': { vi: 'Chưa bắt đầu', en: 'Not begun' },
  'in-preparation': { vi: 'Đang chuẩn bị', en: 'In preparation' },
  open: { vi: 'Đang lấy phiếu', en: 'Voting' },
  tallied: { vi: 'Đã kiểm phiếu', en: 'Tallied' },
  published: { vi: 'Đã công bố', en: 'Published' },
};

const yes: LocalText = { vi: 'Có', en: 'Yes' };

function cells(row: BoardRow, ranks: Ranks, language: Language): readonly TableCell[] {
  const rank = ranks.find(({ id }) => id === row.committee.rank)?.label[language] ?? row.committee.rank;
  const mark = (holds: boolean) => (holds ? yes[language] : '');
  return [
    ...[row.committee.name, row.directorName ?? '', rank, mark(row.pilot), dayCell(row.by), dayCell(row.reportBy)],
    ...[progresses[row.progress][language], mark(row.late), row.daysLeft ?? ''],
    ...[dayCell(row.session?.heldOn), row.attending.join('; ')],
  ];
}

function dayCell(day: string | null | undefined): TableCell {
  return day ? { day } : '';
}

const widths = [36, 32, 28, 10, 12, 12, 18, 10, 10, 12, 32];

/** A plan's board: how far each committee is. */
export function boardTable(rows: readonly BoardRow[], ranks: Ranks, language: Language): FileTable {
  const titleRow = titles.map((title) => title[language]);
  return { name: 'Sheet1', rows: [titleRow, ...rows.map((row) => cells(row, ranks, language))], widths };
}
