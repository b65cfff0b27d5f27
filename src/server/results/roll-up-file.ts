import type { RollUpPerson, RollUpSession, RollUpView } from '../../contract/roll-up.ts';
import type { CommitteeLevel } from '../../domain/committee.ts';
import type { LocalText } from '../../domain/local-text.ts';
import type { ProvinceTable, TableCell } from '../../domain/province-table.ts';
import { csvRows } from '../../print/csv.ts';
import { tablesXlsx } from '../spreadsheet-xlsx.ts';

type Language = keyof LocalText;
type Levels = readonly CommitteeLevel[];
type PersonsResult = RollUpPerson['results'][number];

const words = {
  people: { vi: 'Từng người', en: 'By person' },
  sessions: { vi: 'Từng cấp ủy', en: 'By committee' },
  person: { vi: 'Họ và tên', en: 'Name' },
  position: { vi: 'Chức vụ', en: 'Position' },
  committee: { vi: 'Cấp ủy', en: 'Committee' },
  level: { vi: 'Cấp', en: 'Level' },
  conference: { vi: 'Hội nghị', en: 'Conference' },
  heldOn: { vi: 'Ngày', en: 'Date' },
  form: { vi: 'Mẫu phiếu', en: 'Ballot form' },
  collected: { vi: 'Phiếu thu về', en: 'Collected' },
  valid: { vi: 'Hợp lệ', en: 'Valid' },
  invalid: { vi: 'Không hợp lệ', en: 'Invalid' },
  base: { vi: 'Số tính tỷ lệ', en: 'Base of percentages' },
  tier: { vi: 'Mức xem xét', en: 'Consequence' },
  subjects: { vi: 'Lượt được lấy phiếu', en: 'Voted on' },
  annulled: { vi: 'Đã bị hủy', en: 'Annulled' },
  yes: { vi: 'Có', en: 'Yes' },
} as const satisfies Record<string, LocalText>;

/** People and what they had, a row for each result; what a spreadsheet would run as a formula is made text. */
export function rollUpCsv(view: RollUpView, committeeLevels: Levels, language: Language): Uint8Array {
  return new TextEncoder().encode(csvRows(peopleRows(view, committeeLevels, language, (percent) => percent)));
}

/** The same with a second sheet of the committees' results. */
export function rollUpXlsx(view: RollUpView, committeeLevels: Levels, language: Language): Promise<Uint8Array> {
  const people: ProvinceTable = {
    name: words.people[language],
    rows: peopleRows(view, committeeLevels, language, Number),
  };
  return tablesXlsx([people, { name: words.sessions[language], rows: sessionRows(view, committeeLevels, language) }]);
}

function peopleRows(
  { sessions, people }: RollUpView,
  committeeLevels: Levels,
  language: Language,
  percentCell: (percent: string) => TableCell,
) {
  const byId = new Map(sessions.map((one) => [one.sessionId, one]));
  // Forms have levels of their own: each gets its columns, one of the same words in several forms gets them once.
  const levels = [...new Set(sessions.flatMap((one) => one.levels.map(({ label }) => label[language])))];
  const titles = [
    ...titlesOf(language, 'person', 'position', 'committee', 'level', 'conference', 'heldOn', 'form'),
    ...titlesOf(language, 'collected', 'valid', 'invalid', 'base'),
    ...levels.flatMap((label) => [label, `${label} (%)`]),
    ...titlesOf(language, 'tier', 'annulled'),
  ];
  const figures = (session: RollUpSession, result: PersonsResult) =>
    levels.flatMap((label): TableCell[] => {
      const given = result.levels[session.levels.find((one) => one.label[language] === label)?.id ?? ''];
      return given === undefined ? ['', ''] : [given.count, percentCell(given.percent)];
    });
  const rows = people.flatMap(({ name, results }) =>
    results.flatMap((result): TableCell[][] => {
      const session = byId.get(result.sessionId);
      if (session === undefined) return [];
      const { position, collected, valid, invalid, tier } = result;
      const counts = [collected, valid, invalid, session.base.value, ...figures(session, result)];
      const end = [tierCell(session, tier, language), mark(session, language)];
      return [[name, position, ...placeCells(session, committeeLevels, language), ...counts, ...end]];
    }),
  );
  return [titles, ...rows];
}

function sessionRows({ sessions }: RollUpView, committeeLevels: Levels, language: Language): TableCell[][] {
  const tiers = [...new Set(sessions.flatMap((one) => one.tiers.map(({ consequence }) => consequence[language])))];
  const titles = [
    ...titlesOf(language, 'committee', 'level', 'conference', 'heldOn', 'form', 'collected', 'subjects'),
    ...tiers,
    ...titlesOf(language, 'annulled'),
  ];
  const rows = sessions.map((session) => [
    ...placeCells(session, committeeLevels, language),
    ...[session.collected, session.tiers.reduce((sum, { count }) => sum + count, 0)],
    ...tiers.map((words) => session.tiers.find(({ consequence }) => consequence[language] === words)?.count ?? ''),
    mark(session, language),
  ]);
  return [titles, ...rows];
}

function titlesOf(language: Language, ...keys: readonly (keyof typeof words)[]): string[] {
  return keys.map((key) => words[key][language]);
}

function placeCells(session: RollUpSession, committeeLevels: Levels, language: Language): string[] {
  const { committee, committeeLevel, title, heldOn, formTitle } = session;
  const level = committeeLevels.find(({ id }) => id === committeeLevel)?.label[language] ?? committeeLevel;
  return [committee, level, title, heldOn, formTitle[language]];
}

function tierCell({ tiers }: RollUpSession, tier: number, language: Language): string {
  const reached = tiers.find((one) => one.tier === tier);
  if (reached === undefined) return '';
  const { article, consequence } = reached;
  return article === null ? consequence[language] : `${consequence[language]} (${article[language]})`;
}

const mark = ({ annulled }: RollUpSession, language: Language) => (annulled ? words.yes[language] : '');
