import type { CommitteeRank } from '../domain/committee/committee-ranks.ts';
import { figuresOf, type PersonsResult, type RolledUpPerson, reachedBy, tiersOf } from '../domain/result/roll-up.ts';
import type { PublishedResult } from '../domain/session/published-result.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import type { FileTable } from './file-table.ts';
import { resultTitles } from './results-tables.ts';
import type { TableCell } from './table-cell.ts';

type Language = keyof LocalText;
/** The ranks that committees have. */
type Ranks = readonly CommitteeRank[];

const words = {
  people: { vi: 'Từng người', en: 'By person' },
  results: { vi: 'Từng cấp ủy', en: 'By committee' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  position: { vi: 'Chức vụ', en: 'Position' },
  rank: { vi: 'Cấp', en: 'Rank' },
  heldOn: { vi: 'Ngày', en: 'Date' },
  form: { vi: 'Mẫu phiếu', en: 'Ballot form' },
  subjects: { vi: 'Lượt được lấy phiếu', en: 'Voted on' },
  annulled: { vi: 'Đã bị hủy', en: 'Annulled' },
  yes: { vi: 'Có', en: 'Yes' },
  locked: {
    vi: 'KẾT QUẢ BỊ KHÓA: dữ liệu đang lưu không còn đúng như phần mềm đã ghi, không được tính vào bảng này. Mã đợt: {id}',
    en: 'RESULT LOCKED: what is kept is not what this service wrote, and nothing of it is counted here. Session: {id}',
  },
  unknown: { vi: 'Không rõ cấp ủy', en: 'Committee unknown' },
} as const satisfies Record<string, LocalText>;

/** What is left of a result that is locked; without a name of the committee where that is not known. */
export interface LockedResult {
  readonly sessionId: string;
  readonly committeeName: string;
  readonly heldOn: string;
}

/** What fills a table: rows of locked results stand first, whatever the filter, so that nobody takes it for complete. */
interface Filled<Row> {
  readonly rows: readonly Row[];
  readonly locked: readonly LockedResult[];
  readonly committeeRanks: Ranks;
  readonly language: Language;
}

/** A row for each result of each person. */
export function peopleTable({ rows: people, locked, committeeRanks, language }: Filled<RolledUpPerson>): FileTable {
  const { counts, base, tier } = resultTitles[language];
  const all = people.flatMap((person) => person.results.map((one) => ({ ...one, name: person.name })));
  // Forms have levels of their own: each gets its columns, those of the same words in several forms share them.
  const levels = unique(all.flatMap(({ result }) => result.form.levels.map(({ label }) => label[language])));
  const titles = [
    ...[words.name[language], words.position[language], ...placeTitles(language)],
    // Not how many ballots were issued, which is of the session.
    ...[...counts.slice(1), base],
    ...levels.flatMap((label) => [label, `${label} (%)`]),
    ...[tier, words.annulled[language]],
  ];
  const rows = all.map((one): TableCell[] => {
    const { result, subject } = one;
    const figures = figuresOf(one);
    return [
      ...[one.name, subject.position, ...placeCells(result, committeeRanks, language)],
      ...[figures.collected, figures.valid, figures.invalid, result.base.value],
      ...levels.flatMap((label): TableCell[] => {
        const level = result.form.levels.find((known) => known.label[language] === label);
        const given = figures.levels[level?.id ?? ''];
        return given === undefined ? ['', ''] : [given.count, { percent: given.percent }];
      }),
      ...[tierCell(one, language), mark(result, language)],
    ];
  });
  const lockedRows = locked.map((one) => ['', '', ...lockedCells(one, language)]);
  return { name: words.people[language], rows: [titles, ...lockedRows, ...rows] };
}

/** A row for each result, with how many subjects are in which tier. */
export function committeesResultsTable(filled: Filled<PublishedResult>): FileTable {
  const { rows: results, locked, committeeRanks, language } = filled;
  const tiers = unique(results.flatMap(({ form }) => form.tiers.map(({ consequence }) => consequence[language])));
  const titles = [
    ...[...placeTitles(language), resultTitles[language].collected, words.subjects[language]],
    ...[...tiers, words.annulled[language]],
  ];
  const rows = results.map((result): TableCell[] => {
    const counted = tiersOf(result);
    return [
      ...[...placeCells(result, committeeRanks, language), result.collected, result.subjects.length],
      ...tiers.map((text) => counted.find(({ consequence }) => consequence[language] === text)?.count ?? ''),
      mark(result, language),
    ];
  });
  return { name: words.results[language], rows: [titles, ...locked.map((one) => lockedCells(one, language)), ...rows] };
}

function placeTitles(language: Language): string[] {
  const { committee, conference } = resultTitles[language];
  return [committee, words.rank[language], conference, words.heldOn[language], words.form[language]];
}

function placeCells(result: PublishedResult, committeeRanks: Ranks, language: Language): TableCell[] {
  const { committeeName, committeeRank, title, heldOn, form } = result;
  const rank = committeeRanks.find(({ id }) => id === committeeRank)?.label[language] ?? committeeRank;
  return [committeeName, rank, title, { day: heldOn }, form.title[language]];
}

/** In the columns of the place: what is known, and in that of the conference why there is no more. */
function lockedCells({ sessionId, committeeName, heldOn }: LockedResult, language: Language): string[] {
  const why = words.locked[language].replace('{id}', sessionId);
  return [committeeName || words.unknown[language], '', why, heldOn, ''];
}

function tierCell(one: PersonsResult, language: Language): string {
  const { article, consequence } = reachedBy(one);
  return article === null ? consequence[language] : `${consequence[language]} (${article[language]})`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function mark({ annulled }: PublishedResult, language: Language) {
  return annulled ? words.yes[language] : '';
}
