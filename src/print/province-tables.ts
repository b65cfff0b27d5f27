import type { Committee } from '../domain/committee/committee.ts';
import { keyOfCommittee } from '../domain/committee/committee-key.ts';
import type { CommitteeRank } from '../domain/committee/committee-ranks.ts';
import { fieldLabels } from '../domain/lists/list-words.ts';
import { referenceTo } from '../domain/roster/province-references.ts';
import type { WholeRoster } from '../domain/roster/roster-changes.ts';
import type { RosterField } from '../domain/roster/roster-note.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import type { FileTable } from './file-table.ts';

const names = {
  committees: { vi: 'Cấp ủy', en: 'Committees' },
  seats: { vi: 'Cấp ủy viên', en: 'Seats' },
} satisfies Record<string, LocalText>;

const columnsOfCommittees = [
  ...(['code', 'committee', 'rank', 'sector', 'superior', 'director', 'from', 'to', 'successor'] as const),
];
const columnsOfSeats = [
  ...(['committee', 'fullName', 'code', 'birthYear', 'position', 'order', 'from', 'to'] as const),
];
const codeOfCommittee: LocalText = { vi: 'Mã cấp ủy', en: 'Committee code' };
const nameOfCommittee: LocalText = { vi: 'Tên cấp ủy', en: 'Committee name' };

type Language = keyof LocalText;

/** The committees that stand, each after its superior. */
export function committeesTable(
  { committees }: Pick<WholeRoster, 'committees'>,
  ranks: readonly CommitteeRank[],
  language: Language,
): FileTable {
  const byId = new Map(committees.map((one) => [one.id, one]));
  const labels = new Map(ranks.map(({ id, label }) => [id, label[language]]));
  const reference = (id: Committee['id'] | null) => {
    const one = id === null ? undefined : byId.get(id);
    return one === undefined ? '' : referenceTo(one, byId);
  };
  const rows = topDown(committees.filter((one) => one.to === null)).map((one) => [
    ...[one.code ?? '', one.name, labels.get(one.rank) ?? one.rank, one.sector],
    ...[reference(one.superiorId), reference(one.directedById), one.from ?? '', '', ''],
  ]);
  const title = (field: RosterField) =>
    field === 'code'
      ? codeOfCommittee[language]
      : field === 'committee'
        ? nameOfCommittee[language]
        : titleOf(field, language);
  return { name: names.committees[language], rows: [columnsOfCommittees.map(title), ...rows], comesBack: true };
}

/** Who sits where today or is to sit there, committee by committee in order of precedence. */
export function seatsTable(
  { committees, people, seats }: Pick<WholeRoster, 'committees' | 'people' | 'seats'>,
  today: string,
  language: Language,
): FileTable {
  const byId = new Map(committees.map((one) => [one.id, one]));
  const person = new Map(people.map((one) => [one.id, one]));
  const standing = topDown(committees.filter((one) => one.to === null));
  const places = new Map(standing.map((one, index) => [one.id, { index, reference: referenceTo(one, byId) }]));
  const rows = seats
    .flatMap((seat) => {
      const place = places.get(seat.committeeId);
      const holder = person.get(seat.personId);
      const isOver = seat.to !== null && seat.to < today;
      return place === undefined || holder === undefined || isOver ? [] : [{ seat, place, holder }];
    })
    .sort((a, b) => a.place.index - b.place.index || a.seat.order - b.seat.order)
    .map(({ seat, place, holder }) => [
      ...[place.reference, holder.name, holder.code ?? '', holder.birthYear ?? ''],
      ...[seat.position, seat.order, seat.from ?? '', seat.to ?? ''],
    ]);
  const titles = columnsOfSeats.map((field) => titleOf(field, language));
  return { name: names.seats[language], rows: [titles, ...rows], comesBack: true };
}

function titleOf(field: RosterField, language: Language): string {
  return fieldLabels[field][language];
}

/** Every committee directly behind its superior and those before it there, in order of their names. */
function topDown(committees: readonly Committee[]): Committee[] {
  const below = new Map<string | null, Committee[]>();
  const known = new Set<string>(committees.map(({ id }) => id));
  for (const one of committees) {
    const superior = one.superiorId !== null && known.has(one.superiorId) ? one.superiorId : null;
    below.set(superior, [...(below.get(superior) ?? []), one]);
  }
  const inOrder = (superior: string | null): Committee[] =>
    (below.get(superior) ?? [])
      .map((one) => ({ one, key: keyOfCommittee(one) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .flatMap(({ one }) => [one, ...inOrder(one.id)]);
  return inOrder(null);
}
