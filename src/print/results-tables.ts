import type { PrintLanguage } from './document-head.ts';
import type { FileTable } from './file-table.ts';
import type { TableCell } from './table-cell.ts';

/** A published result as a table, in the words of its ballot form. */
export interface ResultsData {
  readonly language: PrintLanguage;
  readonly committeeName: string;
  readonly sessionTitle: string;
  readonly citation: string;
  readonly summoned: number;
  readonly present: number;
  readonly issued: number;
  readonly collected: number;
  readonly invalid: number;
  /** What percentages are of, and its number. */
  readonly base: { readonly label: string; readonly value: number };
  /** Heads of the two columns that say who a subject is, for example "Họ và tên". */
  readonly nameHeading: string;
  readonly positionHeading: string;
  readonly levels: readonly { readonly id: string; readonly label: string }[];
  /** Whether the form attaches consequences; without them there is no column of tiers. */
  readonly tiers: boolean;
  readonly subjects: readonly {
    readonly name: string;
    readonly position: string;
    readonly issued: number;
    readonly collected: number;
    readonly valid: number;
    readonly invalid: number;
    /** In the order of the levels; `percent` has two decimals and a point. */
    readonly levels: readonly { readonly count: number; readonly percent: string }[];
    /** 0: no tier reached. */
    readonly tier: number;
  }[];
  readonly record: { readonly uuid: string; readonly fingerprint: string };
}

/** Titles that every table of results has in common. */
export const resultTitles = {
  vi: {
    number: 'TT',
    counts: ['Phát ra', 'Thu về', 'Hợp lệ', 'Không hợp lệ'],
    base: 'Số để tính tỷ lệ',
    tier: 'Mức xem xét',
    committee: 'Cấp ủy',
    conference: 'Hội nghị',
    citation: 'Căn cứ',
    summoned: 'Số được triệu tập',
    present: 'Số có mặt',
    issued: 'Số phiếu phát ra',
    collected: 'Số phiếu thu về',
    invalid: 'Số phiếu không hợp lệ',
    uuid: 'Mã hồ sơ',
    fingerprint: 'Vân tay hồ sơ',
  },
  en: {
    number: 'No.',
    counts: ['Issued', 'Collected', 'Valid', 'Invalid'],
    base: 'Base of percentages',
    tier: 'Tier',
    committee: 'Committee',
    conference: 'Conference',
    citation: 'Rules',
    summoned: 'Summoned',
    present: 'Present',
    issued: 'Issued',
    collected: 'Collected',
    invalid: 'Invalid',
    uuid: 'Record',
    fingerprint: 'Fingerprint',
  },
} as const;

/** The result's rows, titles first: a row per subject, a count and a percentage per level, and the base beside them. */
function resultsRows(table: ResultsData): TableCell[][] {
  const words = resultTitles[table.language];
  const levelTitles = table.levels.flatMap(({ label }) => [label, `${label} (%)`]);
  const rows = table.subjects.map((subject, index): TableCell[] => [
    index + 1,
    subject.name.normalize('NFC'),
    subject.position.normalize('NFC'),
    subject.issued,
    subject.collected,
    subject.valid,
    subject.invalid,
    ...subject.levels.flatMap(({ count, percent }): TableCell[] => [count, { percent }]),
    table.base.value,
    ...(table.tiers ? [subject.tier] : []),
  ]);
  const who = [words.number, table.nameHeading, table.positionHeading];
  return [[...who, ...words.counts, ...levelTitles, words.base, ...(table.tiers ? [words.tier] : [])], ...rows];
}

/** What holds for the whole vote, as titles and values. */
function resultsSummary(table: ResultsData): (readonly [string, string | number])[] {
  const words = resultTitles[table.language];
  return [
    [words.committee, table.committeeName.normalize('NFC')],
    [words.conference, table.sessionTitle.normalize('NFC')],
    [words.citation, table.citation.normalize('NFC')],
    [words.summoned, table.summoned],
    [words.present, table.present],
    [words.issued, table.issued],
    [words.collected, table.collected],
    [words.invalid, table.invalid],
    [table.base.label.normalize('NFC'), table.base.value],
    [words.uuid, table.record.uuid],
    [words.fingerprint, table.record.fingerprint],
  ];
}

const names = { vi: ['Kết quả', 'Thông tin chung'], en: ['Result', 'General'] } as const;

/** The result as a table with a row per subject, and one with what holds for the whole vote. */
export function resultsTables(data: ResultsData): [FileTable, FileTable] {
  const [result, general] = names[data.language];
  const rows = resultsRows(data);
  const widths = (rows[0] ?? []).map((_, index) => [6, 28, 44][index] ?? 11);
  return [
    { name: result, rows, widths, wraps: true },
    { name: general, rows: resultsSummary(data), titles: 'beside', widths: [32, 70], wraps: true },
  ];
}
