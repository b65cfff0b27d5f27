import { spellingProblems } from '../roster/spellings.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { LocalText } from '../text/local-text.ts';
import { withoutDiacritics } from '../text/search-key.ts';
import type { Committee, CommitteeLevel } from './committee.ts';

/**
 * The levels that a new service begins with, from the bottom to the top (regulations.md, "Structure and scale"); an
 * administrator changes them. A level only names a committee: who stands above whom is said by the committees.
 */
export const firstLevels: readonly CommitteeLevel[] = [
  { id: 'cell', label: { vi: 'Chi bộ', en: 'Party cell' }, to: null },
  { id: 'section', label: { vi: 'Đảng bộ bộ phận', en: 'Sectional party committee' }, to: null },
  { id: 'grassroots', label: { vi: 'Đảng bộ cơ sở', en: 'Grassroots party committee' }, to: null },
  {
    id: 'above-grassroots',
    label: { vi: 'Đảng bộ cấp trên trực tiếp cơ sở', en: 'Party committee directly above the grassroots' },
    to: null,
  },
  {
    id: 'commune',
    label: { vi: 'Đảng bộ xã, phường, đặc khu', en: 'Commune, ward or special zone party committee' },
    to: null,
  },
  // District units ended on 1 July 2025; their history is still entered.
  { id: 'district', label: { vi: 'Đảng bộ huyện', en: 'District party committee' }, to: '2025-06-30' },
  { id: 'province', label: { vi: 'Đảng bộ tỉnh, thành phố', en: 'Province or city party committee' }, to: null },
  {
    id: 'directly-under-centre',
    label: { vi: 'Đảng bộ trực thuộc Trung ương', en: 'Party committee directly under the Centre' },
    to: null,
  },
  { id: 'centre', label: { vi: 'Trung ương', en: 'Centre' }, to: null },
];

export type LevelRefusal = 'unknown-level' | 'level-name-taken';
type Levels = Ruling<{ readonly level: CommitteeLevel; readonly levels: readonly CommitteeLevel[] }, LevelRefusal>;

/** Adds a level directly above another, or with null at the bottom. */
export function decideAddLevel(
  known: readonly CommitteeLevel[],
  { label, above }: { readonly label: LocalText; readonly above: string | null },
): Levels {
  const level = { id: withoutDiacritics(label.vi).replaceAll(' ', '-'), label, to: null };
  const at = known.findIndex(({ id }) => id === above) + 1;
  if (above !== null && at === 0) return refuse('unknown-level');
  if (level.id === '') return refuse('level-name-taken');
  const taken = refusalOfName(known, level);
  if (taken !== undefined) return taken;
  return accept({ level, levels: known.toSpliced(at, 0, level) });
}

/** Names a level anew; `to` is the last day on which a committee of it may come into being, null while there is none. */
export function decideChangeLevel(known: readonly CommitteeLevel[], changed: CommitteeLevel): Levels {
  const others = known.filter(({ id }) => id !== changed.id);
  if (others.length === known.length) return refuse('unknown-level');
  const taken = refusalOfName(others, changed);
  if (taken !== undefined) return taken;
  return accept({ level: changed, levels: known.map((one) => (one.id === changed.id ? changed : one)) });
}

/** A spreadsheet names a level by its id or in either language, without diacritics too: each means one. */
function refusalOfName(others: readonly CommitteeLevel[], level: CommitteeLevel) {
  const names = new Set(namesOf(level));
  const other = others.find((one) => namesOf(one).some((name) => names.has(name)));
  if (other === undefined) return undefined;
  const spelt = { written: level.label.vi, known: other.label.vi };
  return refuse('level-name-taken', spellingProblems('level-name-taken', spelt));
}

function namesOf({ id, label }: CommitteeLevel): string[] {
  return [id, label.vi, label.en].map(withoutDiacritics);
}

/** A level by its id or by its label in either language. */
export function levelReader(levels: readonly CommitteeLevel[]): (text: string) => string | undefined {
  const ids = new Map(levels.flatMap((one) => namesOf(one).map((name): [string, string] => [name, one.id])));
  return (text) => ids.get(withoutDiacritics(text));
}

/**
 * Why a committee may not be given a level. One that has ended names only committees of its time: those that began
 * before, or that have ended themselves. `on` stands for a first day that nobody knows.
 */
export function refusalOfLevel(
  levels: readonly CommitteeLevel[],
  { level: id, from, to }: Pick<Committee, 'level' | 'from' | 'to'>,
  on: string,
): 'unknown-level' | 'level-ended' | undefined {
  const level = levels.find((one) => one.id === id);
  if (level === undefined) return 'unknown-level';
  if (level.to === null || (from ?? on) <= level.to || (to !== null && to <= level.to)) return undefined;
  return 'level-ended';
}
