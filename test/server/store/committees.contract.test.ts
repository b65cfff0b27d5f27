import { describe, expect, test } from 'vitest';
import type { Committee, CommitteeId, CommitteeRuling } from '../../../src/domain/committee/committee.ts';
import { decideAddCommittee } from '../../../src/domain/committee/committee.ts';
import { placeOfFound } from '../../../src/domain/committee/committee-key.ts';
import { firstRanks } from '../../../src/domain/committee/committee-ranks.ts';
import { termId } from '../../../src/domain/committee/term.ts';
import { byId, followersOf } from '../../../src/domain/plan/plan-scope.ts';
import { nameOrderKey } from '../../../src/domain/roster/name-order-key.ts';
import type { Person } from '../../../src/domain/roster/person.ts';
import type { CommitteesToChange, KnownTerms, SeatsToChange } from '../../../src/domain/roster/roster-changes.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import { searchWords } from '../../../src/domain/text/search-key.ts';
import type { CommitteesAsked, SeatsAsked } from '../../../src/server/store/committee-store.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee, someRanks } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { imported, tryTakeBack } from '../../support/build/imports.ts';
import { aSessionId, aStoredSession } from '../../support/build/stored-sessions.ts';
import { bothStores } from '../../support/service/stores.ts';

const province = aCommittee(1, { name: 'Tỉnh ủy', rank: 'province' });
const commune = aCommittee(2, { superiorId: province.id });

function add({ committees }: Store, committee: Committee): Promise<CommitteeRuling> {
  const asked = { around: [committee.id, committee.superiorId, committee.directedById], code: committee.code };
  return committees.change(asked, (known) => decideAddCommittee(known, someRanks, committee, '2026-12-01'));
}

function aPerson(number: number, fullName = `Lò Văn Phá ${number}`): Person {
  return { id: aPersonId(number), name: fullName, code: null, birthYear: null };
}

function aSeat(number: number, changes: Partial<Seat> = {}): Seat {
  return {
    ...{ id: aSeatId(number), committeeId: commune.id, personId: aPersonId(number) },
    ...{ position: 'Ủy viên', order: number, from: null, to: null },
    ...changes,
  };
}

async function keepRoster({ committees }: Store, people: Person[], seats: Seat[]): Promise<void> {
  await committees.importRoster(null, () => ({ ok: true, people, seats }));
}

/** What a change of the tree is handed; it keeps nothing. */
async function seen({ committees }: Store, asked: CommitteesAsked): Promise<CommitteesToChange> {
  const found: CommitteesToChange[] = [];
  await committees.reorganise(asked, (known) => {
    found.push(known);
    return refuse('no');
  });
  const [known] = found;
  if (known === undefined) throw new Error('nothing was decided');
  return known;
}

describe.each(bothStores)('committees in %s', (_name, open) => {
  test('every change of the roster counts, and nothing else does: a plan made before it is known to be of another one', async () => {
    const store = await open();
    const { committees, imports } = store;
    const revisions = [(await committees.wholeRoster()).revision];
    const isCounted = async (change: Promise<unknown>) => {
      await change;
      const { revision } = await committees.wholeRoster();
      await committees.importRoster(null, (known) => {
        expect(known.revision).toBe(revision);
        return { ok: false };
      });
      const planned = async (plannedOn: number) => {
        const told: unknown[] = [];
        const tell = (changed: unknown) => {
          told.push(changed !== undefined);
          return { ok: false } as const;
        };
        await committees.importRoster(plannedOn, tell);
        await store.summoned.enter(commune.id, '2025–2030', { plannedOn, seatedOn: '2026-12-01' }, (_, changed) =>
          tell(changed),
        );
        return told;
      };
      expect([await planned(revision), await planned(revision - 1)]).toEqual([
        [false, false],
        [true, true],
      ]);
      const isNew = !revisions.includes(revision);
      revisions.push(revision);
      return isNew;
    };
    expect(await isCounted(add(store, province))).toBe(true);
    expect(await isCounted(add(store, commune))).toBe(true);
    expect(await isCounted(keepRoster(store, [aPerson(1)], []))).toBe(true);
    expect(await isCounted(keepRoster(store, [], [aSeat(1)]))).toBe(true);
    const id = await imported(store, { people: [aPerson(2)] });
    expect(await isCounted(Promise.resolve())).toBe(true);
    expect(await isCounted(tryTakeBack(store, id))).toBe(true);
    expect(await isCounted(imports.list(null, 9))).toBe(false);
    expect(await isCounted(committees.importRoster(null, () => ({ ok: false })))).toBe(false);
  });

  test('who changes the roster sees how far a committee’s sessions have come, locked or not', async () => {
    const store = await open();
    await add(store, province);
    await add(store, commune);
    await keepRoster(
      store,
      [1, 2, 3].map((number) => aPerson(number)),
      [],
    );
    await store.sessions.create(aStoredSession(1));
    await store.sessions.create(aStoredSession(2, { state: 'open' }));
    store.locks.lock({ sessionId: aSessionId(2), problem: 'altered' });
    const states = async (...ids: CommitteeId[]) =>
      (await seen(store, { around: ids })).sessions.map(({ state }) => state).sort();
    expect(await states(commune.id)).toEqual(['draft', 'open']);
    expect(await states(province.id)).toEqual([]);
    expect(await states()).toEqual([]);
  });

  test('a committee comes back as it was kept, and changed as it was changed', async () => {
    const store = await open();
    expect(await add(store, province)).toEqual({ ok: true, value: province });
    await add(store, commune);
    expect(await store.committees.find(commune.id)).toEqual(commune);
    const renamed = { ...commune, sector: 'army' };
    await store.committees.change({ around: [] }, () => ({ ok: true, value: renamed }));
    expect(await store.committees.list()).toEqual([province, renamed]);
  });

  test('ranks begin as the first ones and come back in their order', async () => {
    const { committees } = await open();
    expect(await committees.ranks()).toEqual(firstRanks);
    const [lowest, ...others] = firstRanks;
    if (lowest === undefined) throw new Error('no rank');
    const added = { id: 'new', label: { vi: 'Mới', en: 'New' }, to: '2026-12-01' };
    const ranks = [added, { ...lowest, to: '2030-01-01' }, ...others];
    await committees.changeRanks(() => ({ ok: true, value: { ranks } }));
    await committees.changeRanks(() => ({ ok: false }));
    expect(await committees.ranks()).toEqual(ranks);
  });

  test('of two committees of one name added at once only one is kept', async () => {
    const store = await open();
    const answers = await Promise.all([2, 3].map((number) => add(store, aCommittee(number, { name: 'Đảng bộ xã' }))));
    expect(answers[1]).toEqual({ ok: false, refusal: 'committee-name-taken' });
    expect(await store.committees.list()).toHaveLength(1);
  });

  test('seats held on a day come in order of precedence, with their holders', async () => {
    const store = await open();
    await add(store, province);
    await add(store, commune);
    const seats = [
      aSeat(1, { order: 3 }),
      aSeat(2, { order: 1, from: '2025-07-01', to: '2026-06-30' }),
      aSeat(3, { order: 2, from: '2026-07-01' }),
      aSeat(4, { order: 1, committeeId: province.id }),
    ];
    await keepRoster(store, [aPerson(1), aPerson(2), aPerson(3), aPerson(4)], seats);
    const heldOn = async (day: string) =>
      (await store.committees.heldSeats(commune.id, day)).map(({ seat, person }) => [seat.order, person.name]);
    expect(await heldOn('2026-06-30')).toEqual([
      [1, 'Lò Văn Phá 2'],
      [3, 'Lò Văn Phá 1'],
    ]);
    expect(await heldOn('2026-07-01')).toEqual([
      [2, 'Lò Văn Phá 3'],
      [3, 'Lò Văn Phá 1'],
    ]);
    expect(await store.committees.seats(commune.id)).toHaveLength(3);
    expect(await store.committees.seatsOf(aPersonId(4))).toEqual([seats[3]]);
  });

  test('seats of one precedence come by the names of their holders', async () => {
    const store = await open();
    await add(store, province);
    await add(store, commune);
    const names = ['Lê Văn Đức', 'Trần Thị Hoà', 'Nguyễn Thị Hoa', 'Phạm Văn Dũng'];
    const seats = names.map((_, at) => aSeat(at + 1, { order: at === 3 ? 2 : 5, from: `2025-0${5 - at}-01` }));
    await keepRoster(
      store,
      names.map((name, at) => aPerson(at + 1, name)),
      seats,
    );
    const held = await store.committees.heldSeats(commune.id, '2026-01-01');
    expect(held.map(({ person }) => person.name)).toEqual([
      ...['Phạm Văn Dũng', 'Lê Văn Đức', 'Nguyễn Thị Hoa', 'Trần Thị Hoà'],
    ]);
  });

  test('a roster with one seat of an unknown committee keeps nobody', async () => {
    const store = await open();
    await add(store, aCommittee(2));
    const seats = [aSeat(1), aSeat(2, { committeeId: aCommitteeId(9) })];
    await expect(keepRoster(store, [aPerson(1), aPerson(2)], seats)).rejects.toThrow();
    expect(await store.committees.people()).toEqual([]);
    expect(await store.committees.seats(commune.id)).toEqual([]);
  });

  test('a change of the roster sees what is known, replaces what it names and leaves the rest', async () => {
    const store = await open();
    await add(store, aCommittee(2));
    await keepRoster(store, [aPerson(1), aPerson(2)], [aSeat(1), aSeat(2)]);
    const answer = await store.committees.importRoster(null, ({ committees, people, seats }) => {
      const [first] = seats.filter((seat) => seat.id === aSeatId(1));
      if (committees.length !== 1 || people.length !== 2 || first === undefined) throw new Error('not all is known');
      return { ok: true, people: [], seats: [{ ...first, to: '2026-06-30' }], ended: 1 };
    });
    expect(answer).toMatchObject({ ok: true, ended: 1 });
    const seats = await store.committees.seats(commune.id);
    expect(seats.map(({ id, to }) => [id, to])).toEqual([
      [aSeatId(1), '2026-06-30'],
      [aSeatId(2), null],
    ]);
  });

  test('a refused change of the roster changes nothing', async () => {
    const store = await open();
    const answer = await store.committees.importRoster(null, () => ({ ok: false, problems: ['line 3'] }));
    expect(answer).toEqual({ ok: false, problems: ['line 3'] });
    expect(await store.committees.people()).toEqual([]);
  });

  test('people are found by id, each once, and unknown ones are left out', async () => {
    const store = await open();
    await keepRoster(store, [aPerson(1), aPerson(2, "H'Ngô Mlô")], []);
    const ids = [aPersonId(2), aPersonId(2), aPersonId(9)];
    expect(await store.committees.findPeople(ids)).toEqual([aPerson(2, "H'Ngô Mlô")]);
    expect(await store.committees.findPerson(aPersonId(9))).toBeUndefined();
  });

  test('a roster of thousands is kept and found', async () => {
    const store = await open();
    await add(store, aCommittee(2));
    const numbers = Array.from({ length: 2500 }, (_, index) => index + 1);
    await keepRoster(
      store,
      numbers.map((number) => aPerson(number)),
      numbers.map((number) => aSeat(number)),
    );
    expect(await store.committees.heldSeats(commune.id, '2026-12-01')).toHaveLength(2500);
  });

  test('what ties a person to a committee follows from the seats held today', async () => {
    const store = await open();
    await add(store, province);
    await add(store, commune);
    const seats = [aSeat(1, { to: '2026-06-30' }), aSeat(2, { committeeId: province.id })];
    await keepRoster(store, [aPerson(1), aPerson(2)], seats);
    const ties = { committeeId: commune.id, superiorId: province.id, teller: false, voter: false, readKey: false };
    const nothing = { ...ties, seatHolder: false, superiorSeatHolder: false };
    const of = (personId: string | null, today: string) => store.ties.ofCommittee(commune.id, { personId, today });
    expect(await of(aPersonId(1), '2026-06-30')).toEqual({ ...nothing, seatHolder: true });
    expect(await of(aPersonId(1), '2026-07-01')).toEqual(nothing);
    expect(await of(aPersonId(2), '2026-07-01')).toEqual({ ...nothing, superiorSeatHolder: true });
    expect(await of(null, '2026-07-01')).toEqual(nothing);
    expect(
      await store.ties.ofCommittee(aCommitteeId(9), { personId: aPersonId(1), today: '2026-06-30' }),
    ).toBeUndefined();
  });

  test('committees and people are found without diacritics, a part at a time, in order', async () => {
    const store = await open();
    await add(store, province);
    for (const number of [10, 2, 1]) {
      await add(store, aCommittee(20 + number, { name: `Chi bộ ${number}`, superiorId: province.id }));
    }
    await add(store, { ...commune, name: 'Đảng bộ xã Đại Điền', code: 'XA-02' });
    const { committees } = store;
    const found = async (...words: string[]) => (await committees.search({ words, limit: 10 })).map(({ name }) => name);
    expect(await found('dang', 'die')).toEqual(['Đảng bộ xã Đại Điền']);
    expect(await found('xa', '000002')).toEqual(['Đảng bộ xã Đại Điền']);
    expect(await found('bo', 'chi')).toEqual(['Chi bộ 1', 'Chi bộ 2', 'Chi bộ 10']);
    expect(await found('ang')).toEqual([]);
    const [first] = await committees.search({ words: ['chi'], limit: 1, among: [aCommitteeId(22), aCommitteeId(30)] });
    expect(first?.name).toBe('Chi bộ 2');
    const after = { key: '001 chi bo 000002', id: aCommitteeId(22) };
    expect((await committees.search({ words: ['chi'], after, limit: 9 })).map(({ name }) => name)).toEqual([
      'Chi bộ 10',
    ]);
    const behind = { key: 'chi bo 000010', id: aCommitteeId(30) };
    expect((await committees.search({ words: [], after: behind, limit: 9 })).map(({ id }) => id)).toEqual([
      ...[commune.id, province.id],
    ]);

    await keepRoster(
      store,
      [aPerson(1, 'Nguyễn Thị Đào'), aPerson(2, 'Nguyễn Văn Thìn'), aPerson(3, 'Trần Thị Nguyên')],
      [aSeat(1, { committeeId: aCommitteeId(21) }), aSeat(3, { to: '2020-01-01' })],
    );
    const people = async (words: string[], within?: Committee['id']) =>
      (await committees.searchPeople({ words, limit: 9, ...(within ? { within } : {}) })).map(
        ({ name: fullName }) => fullName,
      );
    expect(await people(['nguyen', 'thi'])).toEqual(['Nguyễn Thị Đào', 'Trần Thị Nguyên', 'Nguyễn Văn Thìn']);
    expect(await people(['tran', 'thi'])).toEqual(['Trần Thị Nguyên']);
    expect(await people(['thi', 'nguyen'])).toEqual(['Nguyễn Thị Đào', 'Trần Thị Nguyên', 'Nguyễn Văn Thìn']);
    expect(await people(['dao'])).toEqual(['Nguyễn Thị Đào']);
    expect(await people([], province.id)).toEqual(['Nguyễn Thị Đào', 'Trần Thị Nguyên']);
    expect(await people([], commune.id)).toEqual(['Trần Thị Nguyên']);
    const next = { key: `002 ${nameOrderKey('Trần Thị Nguyên')}`, id: aPersonId(3) };
    expect(await committees.searchPeople({ words: ['thi'], after: next, limit: 1 })).toEqual([
      aPerson(2, 'Nguyễn Văn Thìn'),
    ]);
  });

  test('people come by given name, by the Vietnamese alphabet, a part at a time; a corrected name takes its place', async () => {
    const store = await open();
    const names = [
      'Lê Đức An',
      'Trần Văn Án',
      'Lê Thị Ân',
      'Nguyễn Văn Dũng',
      'Trần Thị Hoà',
      'Nguyễn Thị Hoa',
      'Lê Đào',
    ];
    await keepRoster(
      store,
      names.map((name, at) => aPerson(at + 1, name)),
      [],
    );
    const inParts = async () => {
      const found: string[] = [];
      for (let after: { key: string; id: string } | undefined; ; ) {
        const [one] = await store.committees.searchPeople({ words: [], limit: 1, ...(after ? { after } : {}) });
        if (one === undefined) return found;
        found.push(one.name);
        after = { key: nameOrderKey(one.name), id: one.id };
      }
    };
    expect(await inParts()).toEqual([
      ...['Lê Đức An', 'Trần Văn Án', 'Lê Thị Ân', 'Nguyễn Văn Dũng', 'Lê Đào', 'Nguyễn Thị Hoa', 'Trần Thị Hoà'],
    ]);
    await keepRoster(store, [aPerson(1, 'Lê Đức Xuân')], []);
    expect((await inParts()).at(-1)).toBe('Lê Đức Xuân');
  });

  test('a cell of a common name is found by its superiors’ names of today, names that answer alone first', async () => {
    const store = await open();
    const communes = [
      { ...commune, name: 'Đảng bộ xã Lợi Thủ', code: 'XA-1', superiorId: province.id },
      aCommittee(3, { name: 'Đảng bộ xã Bích Hương', superiorId: province.id }),
    ] as const;
    const cell = (number: number, name: string, superior: Committee, code: string | null = null) => ({
      ...aCommittee(number, { name, superiorId: superior.id }),
      code,
    });
    const cells = [
      cell(11, 'Chi bộ 1', communes[0], 'ZZ-9'),
      cell(12, 'Chi bộ 1 Lợi Thủ cũ', communes[1]),
      cell(13, 'Chi bộ 2', communes[0]),
      cell(14, 'Chi bộ 1', communes[1]),
      cell(15, 'Chi bộ 1 ấp Đông', communes[1]),
    ];
    const keep = (...committees: Committee[]) =>
      store.committees.importRoster(null, () => ({ ok: true, committees, people: [], seats: [] }));
    await keep(province, ...communes, ...cells);
    const found = async (search: string, page: object = {}) =>
      (await store.committees.search({ words: searchWords(search), limit: 10, ...page })).map(({ id }) =>
        Number(id.slice(-12)),
      );
    expect(await found('chi bo 1')).toEqual([14, 11, 15, 12, 13]);
    expect(await found('chi bo 1 loi thu')).toEqual([12, 11, 13]);
    expect(await found('bich huong')).toEqual([3, 14, 15, 12]);
    expect(await found('bich huong', { among: [aCommitteeId(14)] })).toEqual([14]);
    expect(await found('bich huong loi thu')).toEqual([12]);
    const all = (await store.committees.search({ words: searchWords('chi bo 1'), limit: 9 })).map(({ id }) => id);
    for (const [at, id] of all.entries()) {
      const one = await store.committees.find(id);
      const after = { key: one ? placeOfFound(one, searchWords('chi bo 1')) : '', id };
      expect(await found('chi bo 1', { after })).toHaveLength(all.length - at - 1);
    }

    await keep({ ...communes[0], name: 'Đảng bộ xã Phú Đông' }, cell(14, 'Chi bộ 1', communes[0]));
    expect(await found('chi bo 1 loi thu')).toEqual([12]);
    expect(await found('chi bo 1 phu dong')).toEqual([14, 11, 13]);
    expect(await found('phu dong chi bo 1', { limit: 1 })).toEqual([14]);
  });

  test('those who follow an issuer are whom the rule names, police by their sector, also where directors run in a circle', async () => {
    const { committees } = await open();
    const below = (number: number, superior: number | null, director: number | null = null, to: string | null = null) =>
      aCommittee(number, {
        name: `Chi bộ ${number}`,
        superiorId: superior === null ? null : aCommitteeId(superior),
        directedById: director === null ? null : aCommitteeId(director),
        to,
      });
    const tree = [
      below(1, null),
      below(2, 1),
      below(3, 1),
      below(4, 2, 3),
      below(5, 4),
      below(6, 2),
      below(7, 2, null, '2020-01-01'),
      below(8, null),
      below(9, 8),
    ];
    for (const one of [...tree, below(8, null, 9)])
      await committees.change({ around: [] }, () => ({ ok: true, value: one }));
    const known = byId(await committees.list());
    for (const { id } of tree) {
      const found = await committees.searchFollowers(id, { words: [], limit: 20 });
      const standing = [...followersOf(known, id)].filter((one) => known.get(one)?.to === null);
      expect(found.map(({ committee }) => committee.id).toSorted()).toEqual(standing.toSorted());
    }
    const named = await committees.searchFollowers(aCommitteeId(1), { words: searchWords('chi bo 3'), limit: 2 });
    expect(named.map(({ committee, directorName }) => [committee.name, directorName])).toEqual([
      ['Chi bộ 3', 'Chi bộ 1'],
      ['Chi bộ 4', 'Chi bộ 3'],
    ]);
  });

  test('the tree is read level by level, with those that have ended left to history', async () => {
    const store = await open();
    const cell = aCommittee(3, { name: 'Chi bộ 1', superiorId: commune.id });
    const merged = { ...aCommittee(4, { name: 'Chi bộ 2', superiorId: commune.id }), to: '2025-06-30' };
    const past = { committeeId: cell.id, superiorId: province.id, from: null, to: '2025-06-30' };
    const term = {
      ...{ id: termId.parse('00000004-0000-4000-8000-000000000001'), committeeId: commune.id, name: '2020–2025' },
      ...{ from: '2020-08-01', to: '2025-07-31', congressOn: null },
    };
    await store.committees.importRoster(null, () => ({
      ok: true,
      committees: [province, commune, cell, { ...merged, successorId: cell.id }],
      pastSuperiors: [past],
      terms: [term, { ...term, id: termId.parse('00000004-0000-4000-8000-000000000002'), from: '2010-01-01' }],
    }));
    const { committees } = store;
    expect(await committees.subordinates(null, { limit: 9 })).toEqual([{ committee: province, subordinates: 1 }]);
    expect(await committees.subordinates(commune.id, { limit: 9 })).toEqual([{ committee: cell, subordinates: 0 }]);
    const above = (await committees.above([cell.id, merged.id])).map(({ id }) => id);
    expect(above.sort()).toEqual([province.id, commune.id]);
    expect(await committees.history(cell.id)).toMatchObject({ superiors: [past], predecessors: [{ id: merged.id }] });
    expect(await committees.history(province.id)).toMatchObject({ subordinates: [past] });
    expect((await committees.terms(commune.id)).map(({ from }) => from)).toEqual(['2020-08-01', '2010-01-01']);
    const heirs = await committees.heirs([cell.id, commune.id]);
    expect([...heirs].sort()).toEqual([
      [commune.id, commune.id],
      [cell.id, cell.id],
      [merged.id, cell.id],
    ]);
    const ofTerms: KnownTerms[] = [];
    await committees.changeTerms(cell.id, term.id, (known) => {
      ofTerms.push(known);
      return refuse('no');
    });
    expect(ofTerms).toEqual([{ terms: [], there: term }]);
    await committees.changeTerms(commune.id, termId.parse('00000004-0000-4000-8000-000000000009'), (known) => {
      expect([known.terms.length, known.there]).toEqual([2, undefined]);
      return accept({ terms: [{ ...term, name: '2020–2025 (cũ)' }] });
    });
    expect((await committees.terms(commune.id))[0]?.name).toBe('2020–2025 (cũ)');
  });

  test('a change of the tree is handed what it can touch, and nothing of the rest', async () => {
    const store = await open();
    const below = (number: number, superior: number | null, more: Partial<Committee> = {}) =>
      aCommittee(number, { superiorId: superior === null ? null : aCommitteeId(superior), ...more });
    const tree = [
      below(1, null, { code: 'A.1' }),
      ...[below(2, 1), below(3, 2), below(4, 3), below(5, 3, { directedById: aCommitteeId(2), code: '1.11' })],
      ...[below(6, 1, { code: 'B-7' }), below(7, 6, { code: '11.1' }), below(8, null), below(9, 8, { code: 'b7' })],
    ];
    await store.committees.importRoster(null, () => ({
      ...{ ok: true, committees: tree, people: [aPerson(1), aPerson(2)] },
      seats: [aSeat(1), aSeat(2, { committeeId: aCommitteeId(3) })],
    }));
    const numbers = async (asked: CommitteesAsked) => {
      const { committees, seats } = await seen(store, asked);
      const ids = committees.map(({ id }) => tree.findIndex((one) => one.id === id) + 1);
      return [ids.sort().join(''), seats.map(({ id }) => id).sort()];
    };
    // Itself, above, below, beside; 5 follows its plans.
    expect(await numbers({ around: [aCommitteeId(2)] })).toEqual(['12356', [aSeatId(1)]]);
    expect(await numbers({ around: [aCommitteeId(3)] })).toEqual(['12345', [aSeatId(2)]]);
    expect(await numbers({ around: [null] })).toEqual(['18', []]);
    expect(await numbers({ around: [aCommitteeId(8)] })).toEqual(['189', []]);
    expect(await numbers({ around: [], code: 'b.7' })).toEqual(['69', []]);
    expect(await numbers({ around: [], code: '111' })).toEqual(['57', []]);
    expect(await numbers({ around: [] })).toEqual(['', []]);
  });

  test('a change of seats is handed its committee’s list, and whom it asked for', async () => {
    const store = await open();
    const { committees } = store;
    const known = { ...aPerson(1), code: '079 085-012.345' };
    const [first, other] = [aSeat(1), aSeat(2, { committeeId: province.id })];
    await committees.importRoster(null, () => ({
      ...{ ok: true, committees: [province, commune], people: [known, aPerson(2), aPerson(3)], seats: [first, other] },
    }));
    const handed = async (asked: SeatsAsked) => {
      const found: SeatsToChange[] = [];
      await committees.changeSeats(asked, (each) => {
        found.push(each);
        return refuse('no');
      });
      return found[0];
    };
    const own = { committeeId: commune.id, seatId: aSeatId(9) };
    expect(await handed(own)).toEqual({ committee: commune, seats: [first], there: undefined, people: [] });
    expect(await handed({ ...own, seatId: other.id, people: [aPersonId(3), aPersonId(8)] })).toEqual({
      ...{ committee: commune, seats: [first], there: other, people: [aPerson(2), aPerson(3)] },
    });
    for (const [code, people] of [
      ['079085０１２345', [known]],
      ['79085012345', []],
    ] as const) {
      expect((await handed({ ...own, code }))?.people).toEqual(people);
    }
    expect((await handed({ ...own, committeeId: aCommitteeId(9) }))?.committee).toBeUndefined();
    await committees.changePerson(aPersonId(2), (each) => {
      expect(each).toEqual({ person: aPerson(2), seats: [other] });
      return accept({ people: [aPerson(2, 'Lò Văn Phà')] });
    });
    expect(await committees.findPerson(aPersonId(2))).toMatchObject({ name: 'Lò Văn Phà' });
  });

  test('what was published to a superior that was merged goes to the last of its successors', async () => {
    const store = await open();
    const merged = { ...aCommittee(4, { name: 'Huyện ủy' }), to: '2025-06-30', successorId: aCommitteeId(5) };
    const between = { ...aCommittee(5, { name: 'Khu ủy' }), to: '2025-12-31', successorId: province.id };
    const seats = [4, 5, 1].map((number) => aSeat(number, { committeeId: aCommitteeId(number) }));
    const people = [4, 5, 1].map((number) => aPerson(number));
    await store.committees.importRoster(null, () => ({
      ...{ ok: true, committees: [province, commune, merged, between], people, seats },
    }));
    const session = aStoredSession(1, {
      ...{ committeeId: commune.id, superiorId: merged.id, openedAt: '2025-05-01T01:00:00.000Z' },
    });
    await store.sessions.create(session);
    const ties = (number: number) =>
      store.ties.ofSession(session.id, { personId: aPersonId(number), today: '2026-12-01' });
    expect(await ties(1)).toMatchObject({ superiorId: province.id, superiorSeatHolder: true });
    for (const number of [4, 5]) expect(await ties(number)).toMatchObject({ superiorSeatHolder: false });
  });

  test('who stood below whom on a day is told by the superiors of that day, ended ones included', async () => {
    const { committees } = await open();
    const district = aCommittee(3, { name: 'Huyện ủy', superiorId: province.id, from: '2000-01-01', to: '2025-06-30' });
    const moved = { ...commune, superiorSince: '2025-07-01' };
    const late = aCommittee(4, { name: 'Đặc khu', superiorId: province.id, from: '2025-08-01' });
    const pastSuperiors = [
      { committeeId: commune.id, superiorId: null, from: null, to: '1999-12-31' },
      { committeeId: commune.id, superiorId: district.id, from: '2000-01-01', to: '2025-06-30' },
    ];
    await committees.importRoster(null, () => ({
      ok: true,
      committees: [province, district, moved, late],
      pastSuperiors,
    }));
    const below = async (id: Committee['id'] | null, on?: string) =>
      (await committees.subordinates(id, { limit: 9, on })).map(
        ({ committee, subordinates }) => `${committee.name} ${subordinates}`,
      );
    expect(await below(null)).toEqual(['Tỉnh ủy 2']);
    expect(await below(province.id)).toEqual(['Đặc khu 0', 'Đảng bộ xã 2 0']);
    expect(await below(province.id, '2025-07-01')).toEqual(['Đảng bộ xã 2 0']);
    expect(await below(province.id, '2025-06-30')).toEqual(['Huyện ủy 1']);
    expect(await below(district.id, '2025-06-30')).toEqual(['Đảng bộ xã 2 0']);
    expect(await below(district.id, '2025-07-01')).toEqual([]);
    expect(await below(null, '1999-12-31')).toEqual(['Đảng bộ xã 2 0', 'Tỉnh ủy 0']);
  });
});
