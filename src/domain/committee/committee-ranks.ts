import { sameContent } from '../creation.ts';
import { spellingProblems } from '../roster/spellings.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { LocalText } from '../text/local-text.ts';
import { withoutDiacritics } from '../text/search-key.ts';

/** Ranks are data: they change with the country's administration (docs/rules.md). */
export interface CommitteeRank {
  readonly id: string;
  readonly label: LocalText;
  /** Last day on which a committee of this rank may come into being, ISO; null while there is none. */
  readonly to: string | null;
}

/**
 * The ranks that a new service begins with, from the bottom to the top (docs/rules.md); an
 * administrator changes them. A rank only names a committee: who stands above whom is said by the committees.
 */
export const firstRanks: readonly CommitteeRank[] = [
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

export type RankRefusal = 'unknown-rank' | 'rank-name-taken';
type Ranks = Ruling<{ readonly rank: CommitteeRank; readonly ranks: readonly CommitteeRank[] }, RankRefusal>;

/** Adds a rank directly above another, or with null at the bottom. */
export function decideAddRank(
  known: readonly CommitteeRank[],
  { label, above }: { readonly label: LocalText; readonly above: string | null },
): Ranks {
  const rank = { id: withoutDiacritics(label.vi).replaceAll(' ', '-'), label, to: null };
  const at = known.findIndex(({ id }) => id === above) + 1;
  if (above !== null && at === 0) return refuse('unknown-rank');
  if (rank.id === '') return refuse('rank-name-taken');
  const there = findAdded(known.slice(at), rank);
  if (there !== undefined) return accept({ rank: there, ranks: known });
  const taken = refusalOfName(known, rank);
  if (taken !== undefined) return taken;
  return accept({ rank, ranks: known.toSpliced(at, 0, rank) });
}

/**
 * The same rank, where an earlier sending put it whose answer was lost: its id follows from its name. Ranks do not move;
 * between it and the place that was asked for stand only those that were added there since.
 */
function findAdded(from: readonly CommitteeRank[], rank: CommitteeRank): CommitteeRank | undefined {
  const there = from.find(({ id }) => id === rank.id || firstRanks.some((first) => first.id === id));
  return there !== undefined && sameContent(there, rank) ? there : undefined;
}

/** Names a rank anew; `to` is the last day on which a committee of it may come into being, null while there is none. */
export function decideChangeRank(known: readonly CommitteeRank[], changed: CommitteeRank): Ranks {
  const others = known.filter(({ id }) => id !== changed.id);
  if (others.length === known.length) return refuse('unknown-rank');
  const taken = refusalOfName(others, changed);
  if (taken !== undefined) return taken;
  return accept({ rank: changed, ranks: known.map((one) => (one.id === changed.id ? changed : one)) });
}

/** A spreadsheet names a rank by its id or in either language, without diacritics too: each means one. */
function refusalOfName(others: readonly CommitteeRank[], rank: CommitteeRank) {
  const names = new Set(namesOf(rank));
  const other = others.find((one) => namesOf(one).some((name) => names.has(name)));
  if (other === undefined) return undefined;
  const spelt = { written: rank.label.vi, known: other.label.vi };
  return refuse('rank-name-taken', spellingProblems('rank-name-taken', spelt));
}

function namesOf({ id, label }: CommitteeRank): string[] {
  return [id, label.vi, label.en].map(withoutDiacritics);
}

/** A rank by its id or by its label in either language. */
export function rankReader(ranks: readonly CommitteeRank[]): (text: string) => string | undefined {
  const ids = new Map(ranks.flatMap((one) => namesOf(one).map((name): [string, string] => [name, one.id])));
  return (text) => ids.get(withoutDiacritics(text));
}

/**
 * Why a committee may not be given a rank. One that has ended names only committees of its time: those that began
 * before, or that have ended themselves. `on` stands for a first day that nobody knows.
 */
export function refusalOfRank(
  ranks: readonly CommitteeRank[],
  { rank: id, from, to }: { readonly rank: string; readonly from: string | null; readonly to: string | null },
  on: string,
): 'unknown-rank' | 'rank-ended' | undefined {
  const rank = ranks.find((one) => one.id === id);
  if (rank === undefined) return 'unknown-rank';
  if (rank.to === null || (from ?? on) <= rank.to || (to !== null && to <= rank.to)) return undefined;
  return 'rank-ended';
}
