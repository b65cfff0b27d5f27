import { describe, expect, test } from 'vitest';
import { type Account, accountId } from '../../../src/domain/account/account.ts';
import { type Invitation, invitationId } from '../../../src/domain/account/invitation.ts';
import type { Committee } from '../../../src/domain/committee/committee.ts';
import { termId } from '../../../src/domain/committee/term.ts';
import { unwrittenReview } from '../../../src/domain/half-term/review.ts';
import { importId } from '../../../src/domain/roster/import-id.ts';
import { delegatesImport, importsKept } from '../../../src/domain/roster/kept-import.ts';
import type { Person } from '../../../src/domain/roster/person.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import { accept } from '../../../src/domain/ruling.ts';
import type { Summoned } from '../../../src/domain/session/summoned.ts';
import { digest } from '../../../src/server/store/digest.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { takeBack } from '../../../src/server/workers/office/taking-back.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { imported, importedAt, importer, rosterText, tryTakeBack } from '../../support/build/imports.ts';
import { anIssuedPlan, aPlan } from '../../support/build/plans.ts';
import { aStoredSession } from '../../support/build/stored-sessions.ts';
import { bothStores } from '../../support/service/stores.ts';

function aPerson(number: number, code: string | null = null): Person {
  return { id: aPersonId(number), name: `Lò Văn Phá ${number}`, code, birthYear: null };
}

function aSeat(number: number, committee: number, person: number, change: Partial<Seat> = {}): Seat {
  return {
    ...{ id: aSeatId(number), committeeId: aCommitteeId(committee), personId: aPersonId(person) },
    ...{ position: 'Ủy viên', order: number, from: null, to: null },
    ...change,
  };
}

function anAccount(change: Partial<Account>): Account {
  const id = accountId.parse(crypto.randomUUID());
  const nothing = { personId: null, administrator: false, grants: [], secondFactor: null };
  return { id, username: id, passwordHash: '', ...nothing, ...change };
}

function anInvitation(change: Partial<Invitation>): Invitation {
  return {
    ...{ id: invitationId.parse(crypto.randomUUID()), tokenHash: crypto.randomUUID(), name: 'Đồng chí A', grants: [] },
    ...{ personId: null, accountId: null, committeeId: null, byAdministrator: false, drawnBy: null },
    ...{ expiresAt: '2026-12-15T00:00:00.000Z', status: 'live', ...change },
  };
}

function summoned(number: number, personId: Summoned['personId'] = null): Summoned {
  const rest = { position: 'Đảng viên', standing: 'delegate', votes: true, struck: null } as const;
  return { id: `delegate ${number}`, personId, name: `Đại biểu ${number}`, ...rest };
}

const top = aCommittee(1, { rank: 'province', name: 'Tỉnh ủy' });
const commune = aCommittee(2, { superiorId: top.id, code: 'X-2' });
const district = aCommittee(3, { superiorId: top.id, name: 'Huyện ủy' });

/** Committees 1 to 3, person 1 and 2 with seats in committee 2, person 2 without a code. */
async function settled(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  await store.committees.importRoster(null, () => ({
    ok: true,
    committees: [top, commune, district],
    people: [aPerson(1, 'CB-1'), aPerson(2)],
    seats: [aSeat(1, 2, 1), aSeat(2, 2, 2)],
  }));
  return store;
}

const moved: Committee = { ...commune, superiorId: district.id, superiorSince: '2026-07-01', name: 'Đảng bộ xã mới' };

/**
 * Adds committee 4 below 3 and persons 3 and 4 with seats, moves and renames committee 2, gives person 2 a code, ends
 * the seat of person 1.
 */
const changes = {
  committees: [aCommittee(4, { superiorId: district.id, code: 'X-4' }), moved],
  pastSuperiors: [{ committeeId: commune.id, superiorId: top.id, from: null, to: '2026-06-30' }],
  people: [aPerson(3, 'CB-3'), aPerson(4), aPerson(2, 'CB-2'), aPerson(1, 'CB-1')],
  seats: [aSeat(3, 4, 3), aSeat(4, 2, 4), aSeat(1, 2, 1, { to: '2026-11-30' }), aSeat(2, 2, 2)],
};

describe.each(bothStores)('imports in %s', (_name, open) => {
  test('one that is taken back leaves everything as it was before, and is done once', async () => {
    const store = await settled(open);
    const before = await rosterText(store);
    const id = await imported(store, changes);
    expect(await rosterText(store)).not.toBe(before);
    const [listed] = await store.imports.list(null, 10);
    expect(listed).toMatchObject({ id, kind: 'roster', accountId: importer, at: importedAt, takenBack: null });
    expect(listed?.committeeIds.toSorted()).toEqual([commune.id, aCommitteeId(4)]);
    expect(listed?.counts).toEqual([
      { kind: 'committee', effect: 'added', count: 1 },
      { kind: 'committee', effect: 'moved', count: 1 },
      { kind: 'person', effect: 'added', count: 2 },
      { kind: 'person', effect: 'changed', count: 1 },
      { kind: 'seat', effect: 'added', count: 2 },
      { kind: 'seat', effect: 'ended', count: 1 },
    ]);
    expect(await Promise.all([tryTakeBack(store, id), tryTakeBack(store, id)])).toEqual(['taken back', 'taken back']);
    expect(await rosterText(store)).toBe(before);
    const takenBack = { accountId: importer, at: '2026-12-01T02:00:00.000Z' };
    expect(await store.imports.list(null, 10)).toEqual([{ ...listed, takenBack }]);
    // What was added since goes by an earlier id only because it is the same import again.
    await imported(store, changes);
    const again = await rosterText(store);
    expect(await tryTakeBack(store, id, '2026-12-02T02:00:00.000Z')).toBe('taken back');
    expect(await rosterText(store)).toBe(again);
  });

  test('an import is taken back after the one on top of it, not before', async () => {
    const store = await settled(open);
    const before = await rosterText(store);
    const first = await imported(store, changes);
    const second = await imported(store, { seats: [aSeat(4, 2, 4, { position: 'Bí thư' })] });
    expect(await tryTakeBack(store, first)).toBe(
      `later-import: ${importedAt} | seat-changed: Lò Văn Phá 4, Đảng bộ xã mới`,
    );
    expect(await tryTakeBack(store, second)).toBe('taken back');
    expect(await tryTakeBack(store, first)).toBe('taken back');
    expect(await rosterText(store)).toBe(before);
  });

  test('what others change beside it stays', async () => {
    const store = await settled(open);
    const before = await imported(store, changes).then(async (id) => {
      await store.committees.importRoster(null, () => ({ ok: true, people: [aPerson(9)], seats: [aSeat(9, 2, 9)] }));
      return id;
    });
    expect(await tryTakeBack(store, before)).toBe('taken back');
    const seats = await store.committees.seats(commune.id);
    expect(seats.map(({ id }) => id)).toEqual([aSeatId(1), aSeatId(2), aSeatId(9)]);
    expect(await store.committees.find(commune.id)).toEqual(commune);
  });

  const built: readonly (readonly [what: string, obstacle: string, build: (store: Store) => Promise<unknown>])[] = [
    [
      'a seat that it added was changed',
      'seat-changed: Lò Văn Phá 3, Đảng bộ xã 4',
      ({ committees }) => committees.importRoster(null, () => ({ ok: true, seats: [aSeat(3, 4, 3, { order: 9 })] })),
    ],
    [
      'a committee that it changed was changed again',
      'committee-changed: Đảng bộ xã khác',
      ({ committees }) =>
        committees.change({ around: [] }, () => ({ ok: true, value: { ...moved, name: 'Đảng bộ xã khác' } })),
    ],
    [
      'a name that it added was corrected',
      'person-changed: Lò Văn Phà',
      ({ committees }) =>
        committees.importRoster(null, () => ({ ok: true, people: [{ ...aPerson(4), name: 'Lò Văn Phà' }] })),
    ],
    [
      'a committee was put below one that it added',
      'committee-used: Đảng bộ xã 5',
      ({ committees }) =>
        committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(5, { superiorId: aCommitteeId(4) }) })),
    ],
    [
      'a committee stood below one that it added and was moved away',
      'committee-used: Huyện ủy',
      ({ committees }) =>
        committees.importRoster(null, () => ({
          ok: true,
          pastSuperiors: [
            { committeeId: district.id, superiorId: aCommitteeId(4), from: '2026-08-01', to: '2026-08-02' },
          ],
        })),
    ],
    [
      'somebody got a seat in a committee that it added',
      'seat-added: Lò Văn Phá 1, Đảng bộ xã 4',
      ({ committees }) => committees.importRoster(null, () => ({ ok: true, seats: [aSeat(9, 4, 1)] })),
    ],
    [
      'somebody whom it added got another seat',
      'seat-added: Lò Văn Phá 3, Tỉnh ủy',
      ({ committees }) => committees.importRoster(null, () => ({ ok: true, seats: [aSeat(9, 1, 3)] })),
    ],
    [
      'somebody whom it added has an account',
      'account-made: Lò Văn Phá 3',
      ({ accounts }) => accounts.create(anAccount({ personId: aPersonId(3) })),
    ],
    [
      'a slip was made out to somebody whom it added',
      'invitation-made: Lò Văn Phá 4',
      ({ invitations }) => invitations.add([anInvitation({ personId: aPersonId(4), committeeId: commune.id })]),
    ],
    [
      'a slip gives a role in a committee that it added',
      'invitation-made: Tỉnh ủy',
      ({ invitations }) =>
        invitations.add([
          anInvitation({ committeeId: top.id, grants: [{ role: 'office', committeeId: aCommitteeId(4) }] }),
        ]),
    ],
    [
      'a role was given in a committee that it added',
      'role-given: Đảng bộ xã 4',
      ({ accounts }) => accounts.create(anAccount({ grants: [{ role: 'chair', committeeId: aCommitteeId(4) }] })),
    ],
    [
      'a term was entered of a committee that it added',
      'term-entered: Đảng bộ xã 4',
      ({ committees }) =>
        committees.importRoster(null, () => ({
          ok: true,
          terms: [
            {
              ...{ id: termId.parse(crypto.randomUUID()), committeeId: aCommitteeId(4), name: '2025–2030' },
              ...{ from: '2025-07-01', to: '2030-06-30', congressOn: null },
            },
          ],
        })),
    ],
    [
      'a plan was issued above a committee that it moved',
      'plan-issued: Lấy phiếu tín nhiệm giữa nhiệm kỳ',
      ({ plans }) => plans.change(top.id, () => accept(anIssuedPlan(1))),
    ],
    [
      'a draft of a plan names somebody whom it added',
      'plan-issued: Lấy phiếu tín nhiệm giữa nhiệm kỳ',
      ({ plans }) =>
        plans.change(top.id, () =>
          accept(aPlan(1, { steering: [{ personId: aPersonId(3), name: 'Lò Văn Phá 3', role: 'Trưởng ban' }] })),
        ),
    ],
    [
      'a list of those summoned names somebody whom it added',
      'on-summoned-list: Lò Văn Phá 4',
      ({ summoned: lists }) =>
        lists.change(top.id, '2025–2030', () =>
          accept({ committeeId: top.id, term: '2025–2030', people: [summoned(1), summoned(2, aPersonId(4))] }),
        ),
    ],
    [
      'a committee that it added has a list of those summoned',
      'on-summoned-list: Đảng bộ xã 4',
      ({ summoned: lists }) =>
        lists.change(aCommitteeId(4), '2025–2030', () =>
          accept({ committeeId: aCommitteeId(4), term: '2025–2030', people: [summoned(1)] }),
        ),
    ],
    [
      'a committee that it added wrote a half-term review',
      'review-written: Đảng bộ xã 4',
      ({ halfTerm }) =>
        halfTerm.change(aCommitteeId(4), '2025–2030', () => accept(unwrittenReview(aCommitteeId(4), '2025–2030'))),
    ],
    [
      'a session was drawn up of a committee whose seats it changed',
      'session-drawn-up: Lấy phiếu tín nhiệm',
      ({ sessions }) => sessions.create(aStoredSession(8, {}, 2)),
    ],
    [
      'somebody whom it added is a teller of a session that was there before',
      'session-drawn-up: Lấy phiếu tín nhiệm',
      ({ sessions }) =>
        sessions.update(aStoredSession(1, {}, 2).id, withAllPapers, (state) => {
          const tellers = [{ index: 1, personId: aPersonId(4), name: 'Lò Văn Phá 4' }];
          return accept({ after: { ...state, session: { ...state.session, tellers } } });
        }),
    ],
    [
      'a session that was there before was opened since',
      'session-drawn-up: Lấy phiếu tín nhiệm',
      ({ sessions }) =>
        sessions.update(aStoredSession(1, {}, 2).id, withAllPapers, (state) =>
          accept({ after: { ...state, session: { ...state.session, state: 'open', openedAt: importedAt } } }),
        ),
    ],
    [
      'the earlier name of a committee was given to another',
      'name-taken: Đảng bộ xã 2',
      ({ committees }) =>
        committees.change({ around: [] }, () => ({
          ok: true,
          value: aCommittee(6, { superiorId: top.id, name: 'Đảng bộ xã 2' }),
        })),
    ],
    [
      'the earlier superior ended',
      'superior-gone: Đảng bộ xã 2',
      ({ committees }) => committees.change({ around: [] }, () => ({ ok: true, value: { ...top, to: '2026-11-30' } })),
    ],
    [
      'somebody whose seat it ended has a new one there',
      'second-seat: Lò Văn Phá 1, Đảng bộ xã 2',
      ({ committees }) =>
        committees.importRoster(null, () => ({ ok: true, seats: [aSeat(9, 2, 1, { from: '2026-12-01' })] })),
    ],
  ];

  test.each(built)('it is not taken back when %s', async (_what, obstacle, build) => {
    const store = await settled(open);
    await store.sessions.create(aStoredSession(1, {}, 2));
    await store.plans.change(top.id, () => accept(anIssuedPlan(7)));
    const id = await imported(store, changes);
    await build(store);
    const before = await rosterText(store);
    expect((await tryTakeBack(store, id)).split(' | ')).toContain(obstacle);
    expect(await rosterText(store)).toBe(before);
  });

  test('what was looked up before the taking back names nobody after it', async () => {
    const store = await settled(open);
    const added = { committees: [aCommittee(400)], people: [aPerson(300)], seats: [aSeat(300, 400, 300)] };
    const id = await imported(store, added);
    const [personId, committeeId] = [aPersonId(300), aCommitteeId(400)];
    expect(await tryTakeBack(store, id)).toBe('taken back');
    const { accounts, invitations, sessions, summoned: lists, plans, halfTerm, committees } = store;
    const gone = async (done: Promise<unknown>) =>
      await expect(done).rejects.toMatchObject({ name: 'TakenBackMeanwhile' });
    const grants = [{ role: 'chair', committeeId } as const];
    const account = anAccount({});
    await gone(accounts.create({ ...account, personId }));
    await gone(accounts.create({ ...account, grants }));
    await gone(invitations.add([anInvitation({ personId })]));
    await gone(invitations.add([anInvitation({ committeeId })]));
    await gone(invitations.add([anInvitation({ grants })]));
    await gone(sessions.create(aStoredSession(1, { committeeId })));
    await gone(sessions.create(aStoredSession(1, { superiorId: committeeId })));
    const tellers = [{ index: 1, personId, name: '' }];
    await gone(sessions.create(aStoredSession(1, { tellers })));
    await sessions.create(aStoredSession(1));
    const change = (changed: object) =>
      sessions.update(aStoredSession(1).id, withAllPapers, (state) =>
        accept({ after: { ...state, session: { ...state.session, ...changed } } }),
      );
    await gone(change({ tellers }));
    await gone(change({ superiorId: committeeId }));
    const term = '2025–2030';
    const list = { committeeId: commune.id, term, people: [summoned(1, personId)] };
    await gone(lists.change(commune.id, term, () => accept(list)));
    await gone(lists.change(committeeId, term, () => accept({ ...list, committeeId, people: [] })));
    await gone(halfTerm.change(committeeId, term, () => accept(unwrittenReview(committeeId, term))));
    const pilots = [{ committeeId, by: null }];
    await gone(plans.change(commune.id, () => accept(aPlan(1, { pilots }))));
    const aTerm = { name: term, from: '2025-07-01', to: '2030-06-30', congressOn: null };
    const terms = [{ ...aTerm, id: termId.parse(crypto.randomUUID()), committeeId }];
    await gone(committees.importRoster(null, () => ({ ok: true, terms })));
    // Nothing of all that was kept, and the same is kept of those who are there.
    expect(await accounts.create(account)).toMatchObject({ ok: true });
    expect(await lists.list(commune.id)).toEqual([]);
    expect(await plans.change(commune.id, () => accept(aPlan(1)))).toMatchObject({ ok: true });
  });

  test('sessions and plans that were there before do not stand in the way', async () => {
    const store = await settled(open);
    await store.sessions.create(aStoredSession(1, {}, 2));
    await store.plans.change(top.id, () => accept(anIssuedPlan(7)));
    const id = await imported(store, changes);
    expect(await tryTakeBack(store, id)).toBe('taken back');
  });

  test('a code that was free again is somebody else’s now', async () => {
    const store = await settled(open);
    const id = await imported(store, { people: [aPerson(1, null)], committees: [{ ...commune, code: null }] });
    await store.committees.importRoster(null, () => ({
      ...{ ok: true, people: [aPerson(5, 'CB-1')] },
      committees: [aCommittee(5, { code: 'X-2' })],
    }));
    expect(await tryTakeBack(store, id)).toBe('code-taken: Đảng bộ xã 2; Lò Văn Phá 1');
  });

  test('a committee does not come to stand below itself', async () => {
    const store = await settled(open);
    const id = await imported(store, { committees: [{ ...commune, superiorId: null }] });
    await store.committees.change({ around: [] }, () => ({ ok: true, value: { ...top, superiorId: commune.id } }));
    expect(await tryTakeBack(store, id)).toBe('circle-of-superiors: Đảng bộ xã 2');
  });

  test('a seat does not come back into a committee that has ended since', async () => {
    const store = await settled(open);
    const id = await imported(store, { seats: [aSeat(1, 2, 1, { to: '2026-06-30' })] });
    await store.committees.change({ around: [] }, () => ({ ok: true, value: { ...commune, to: '2026-11-30' } }));
    expect(await tryTakeBack(store, id)).toBe('committee-ended: Lò Văn Phá 1, Đảng bộ xã 2');
  });

  test('nobody takes back the end of a seat of their own', async () => {
    const store = await settled(open);
    const id = await imported(store, { seats: [aSeat(1, 2, 1, { to: '2026-11-30' })] });
    const work = { id, place: null, accountId: importer, at: importedAt };
    const by = (person: number) => takeBack(store.imports, { ...work, personId: aPersonId(person) }, () => {});
    expect(await by(1)).toEqual({ ok: false, refusal: 'own-seat' });
    expect(await store.committees.seats(commune.id)).toMatchObject([{ to: '2026-11-30' }, { to: null }]);
    expect(await by(2)).toMatchObject({ ok: true });
  });

  test('what imports replaced is kept of the newest few, and not for ever', async () => {
    const store = await settled(open);
    const ids = [];
    for (let number = 0; number <= importsKept.newest; number++) {
      ids.push(await imported(store, { people: [aPerson(10 + number)] }));
    }
    const [oldest, second] = ids;
    const others = await imported(store, { people: [aPerson(30)] }, importedAt, 'province');
    if (oldest === undefined || second === undefined) throw new Error('no imports');
    expect(await tryTakeBack(store, oldest)).toBe('not-kept');
    expect(await tryTakeBack(store, second)).toBe('taken back');
    expect(await tryTakeBack(store, others)).toBe('taken back');
    const last = ids.at(-1);
    await store.imports.forgetBefore('2026-12-01T01:00:00.001Z');
    expect(await tryTakeBack(store, last ?? oldest)).toBe('not-kept');
    expect(await store.imports.list(null, 100)).toHaveLength(importsKept.newest + 2);
    expect(await store.imports.list(null, 2)).toHaveLength(2);
  });

  const term = '2025–2030';
  async function entered({ summoned: lists }: Store, people: Summoned[]) {
    const id = importId.parse(crypto.randomUUID());
    const list = { committeeId: commune.id, term, people };
    const made = { id, accountId: importer, at: importedAt };
    await lists.change(commune.id, term, (known) => ({
      ...accept(list),
      kept: delegatesImport(known, list, made, digest),
    }));
    return id;
  }
  const delegatesOf = (committeeId: typeof commune.id) => ({ kind: 'delegates' as const, committeeId });
  async function takeBackList({ imports }: Store, id: Awaited<ReturnType<typeof entered>>, place = commune.id) {
    const work = { id, place: delegatesOf(place), accountId: importer, personId: null, at: importedAt };
    const done = await takeBack(imports, work, () => {});
    if (done.ok) return 'taken back';
    return done.refusal === 'import-built-on' ? done.obstacles.map(({ code }) => code) : done.refusal;
  }

  test('delegates that were entered are taken back, one list after the other', async () => {
    const store = await settled(open);
    const first = await entered(store, [summoned(1)]);
    const second = await entered(store, [summoned(2), summoned(3)]);
    expect(await store.imports.list(null, 10)).toEqual([]);
    expect((await store.imports.list(delegatesOf(commune.id), 10)).map(({ id }) => id)).toEqual([second, first]);
    expect(await takeBackList(store, second, top.id)).toBe('not-found');
    expect(await takeBackList(store, first)).toEqual(['later-import', 'delegates-changed']);
    expect(await takeBackList(store, second)).toBe('taken back');
    expect((await store.summoned.find(commune.id, term))?.people).toEqual([summoned(1)]);
    expect(await takeBackList(store, first)).toBe('taken back');
    expect(await takeBackList(store, first)).toBe('taken back');
    expect(await store.summoned.list(commune.id)).toEqual([]);
  });

  test('delegates are not taken back once the list was changed, or a session drawn up', async () => {
    const store = await settled(open);
    await store.sessions.create(aStoredSession(1, {}, 2));
    const id = await entered(store, [summoned(1)]);
    await store.sessions.create(aStoredSession(2, {}, 2));
    expect(await takeBackList(store, id)).toEqual(['session-drawn-up']);
    const list = { committeeId: commune.id, term, people: [{ ...summoned(1), votes: false }] };
    await store.summoned.change(commune.id, term, () => accept(list));
    expect(await takeBackList(store, id)).toEqual(['session-drawn-up', 'delegates-changed']);
    expect(await store.summoned.find(commune.id, term)).toEqual(list);
  });
});
