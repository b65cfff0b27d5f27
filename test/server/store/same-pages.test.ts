import { describe, expect, test } from 'vitest';
import type { Committee } from '../../../src/domain/committee/committee.ts';
import { keyOfCommittee, placeOfFound } from '../../../src/domain/committee/committee-key.ts';
import { nameOrderKey } from '../../../src/domain/roster/name-order-key.ts';
import type { Person } from '../../../src/domain/roster/person.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import { placeInSearch, searchKey, searchWords } from '../../../src/domain/text/search-key.ts';
import type { PageOf } from '../../../src/server/store/committee-store.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { newPostgresStore } from '../../support/service/new-postgres-store.ts';
import { newStore } from '../../support/service/new-store.ts';
import { keep } from '../../support/service/stores.ts';

/** The same numbers in every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const odd = [
  '100% Đoàn kết',
  'a_b',
  '_',
  '%',
  '…',
  '中文',
  'Ωmega',
  '\\',
  "O'Brien",
  'Ỷ Lan',
  'ɖ ð Đ',
  'Chi bộ 1',
  'ﬁ',
];
const places = [
  'Đại Điền',
  'Đại Diền',
  'Phú Đông',
  'Phù Đổng',
  'Lợi Thủ',
  'Bích Hương',
  "Cư M'gar",
  'Ea H’leo',
  'B_c 2',
];
const families = ['Lê', 'Nguyễn', 'Trần', 'Lò', "H'Ngô", 'Đặng', 'Ðặng'];
const given = ['An', 'Án', 'Ân', 'Hoa', 'Hoà', 'Hòa', 'Đức', 'Dũng', 'Nguyên', 'Mlô', 'an', '1', '10', '2'];

/** A province of some hundreds, with names that are equal, that fold into one key, and that fold into none. */
function aProvince() {
  const next = numbersFrom(7);
  const pick = (texts: readonly string[]) => texts[next(texts.length)] ?? '';
  const committees: Committee[] = [aCommittee(1, { name: 'Tỉnh ủy', rank: 'province' })];
  for (let number = 2; number <= 240; number++) {
    const above = aCommitteeId(1 + next(Math.min(number - 1, 30)));
    const name = next(5) === 0 ? pick(odd) : `${next(2) === 0 ? 'Đảng bộ xã' : `Chi bộ ${next(12)}`} ${pick(places)}`;
    const director = next(6) === 0 ? aCommitteeId(1 + next(20)) : null;
    const [from, to] = [next(4) === 0 ? '2025-07-01' : null, next(9) === 0 ? '2026-06-30' : null];
    const code = next(3) === 0 ? `X-${next(40)}` : null;
    committees.push({ ...aCommittee(number, { name, superiorId: above, directedById: director, code }), from, to });
  }
  const people: Person[] = [];
  const seats: Seat[] = [];
  for (let number = 1; number <= 400; number++) {
    const name = next(12) === 0 ? pick(odd) : `${pick(families)} ${pick(['Văn', 'Thị', 'thị', ''])} ${pick(given)}`;
    people.push({ id: aPersonId(number), name: name.replaceAll('  ', ' '), code: null, birthYear: null });
    const committeeId = aCommitteeId(1 + next(240));
    const seat = { id: aSeatId(number), committeeId, personId: aPersonId(number), position: 'Ủy viên' };
    seats.push({ ...seat, order: next(3), from: null, to: null });
  }
  const moved = committees.filter(({ superiorId }) => superiorId !== null).slice(0, 40);
  const pastSuperiors = moved.map(({ id }) => ({
    ...{ committeeId: id, superiorId: next(3) === 0 ? null : aCommitteeId(1 + next(30)) },
    ...{ from: null, to: '2025-12-31' },
  }));
  return { committees, people, seats, pastSuperiors };
}

const searches = [
  ...['', 'chi bo 1', 'phu dong chi', 'dang bo xa dai', 'x 1', '%', 'a_b', "m'gar", 'h hen', 'thi nguyen', 'hoa'],
  ...['khong co ai', '1', '\\'],
];

/** Every page of a list, each begun behind the last one of the page before; the sizes differ, so that cuts fall anywhere. */
async function pagesOf<One extends { readonly id: string }>(
  read: (page: PageOf) => Promise<readonly One[]>,
  keyOf: (one: One) => string,
): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: PageOf['after'], limit = 1; ; limit = (limit * 5) % 61) {
    const page = await read({ limit, ...(after && { after }) });
    const last = page.at(-1);
    if (last === undefined) return pages;
    pages.push(page.map(({ id }) => id));
    after = { key: keyOf(last), id: last.id };
  }
}

async function everythingIn({ committees }: Store): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const search of searches) {
    const words = searchWords(search);
    const keyOfPerson = ({ name }: Person) =>
      placeInSearch(searchKey(name), words, searchKey(name), nameOrderKey(name));
    const keyOfFound = (one: Committee) => placeOfFound(one, words);
    const only = Array.from({ length: 90 }, (_, at) => aCommitteeId(1 + at * 2));
    found[`committees: ${search}`] = await pagesOf((page) => committees.search({ words, ...page }), keyOfFound);
    found[`some: ${search}`] = await pagesOf((page) => committees.search({ words, among: only, ...page }), keyOfFound);
    found[`people: ${search}`] = await pagesOf((page) => committees.searchPeople({ words, ...page }), keyOfPerson);
    if (words.length > 1) continue;
    const within = aCommitteeId(3);
    const below = (page: PageOf) => committees.searchPeople({ words, within, ...page });
    found[`people below: ${search}`] = await pagesOf(below, keyOfPerson);
    found[`followers: ${search}`] = await committees.searchFollowers(aCommitteeId(1), { words, limit: 300 });
  }
  for (const on of [undefined, '2025-12-31', '2026-07-01']) {
    for (const superior of [null, ...[1, 2, 3, 9, 17].map(aCommitteeId)]) {
      const below = (page: PageOf) => committees.subordinates(superior, { ...page, on });
      const read = async (page: PageOf) => (await below(page)).map(({ committee }) => committee);
      found[`below ${superior} ${on}`] = await pagesOf(read, keyOfCommittee);
    }
    const counts = await committees.countSubordinates([1, 2, 3, 9, 17].map(aCommitteeId), on);
    found[`counts ${on}`] = [...counts].sort();
  }
  for (const number of [1, 5, 20])
    found[`seats ${number}`] = await committees.heldSeats(aCommitteeId(number), '2026-12-01');
  return found;
}

describe('the two stores', () => {
  test('give the same pages of the same province, in the same order', async () => {
    const both = [keep(newStore()), keep(await newPostgresStore())];
    const province = aProvince();
    for (const store of both) await store.committees.importRoster(null, () => ({ ok: true, ...province }));
    const [sqlite, postgres] = await Promise.all(both.map(everythingIn));
    expect(postgres).toEqual(sqlite);
    // It is worth comparing: there is something to find, and not everything is found.
    expect([sqlite?.['committees: chi bo 1']].flat(2).length).toBeGreaterThan(10);
    expect(sqlite?.['committees: khong co ai']).toEqual([]);
  });
});
