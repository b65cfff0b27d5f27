import { Client } from 'pg';
import { expect, test } from 'vitest';
import { type Account, accountId } from '../../../src/domain/account/account.ts';
import { decideAddCommittee } from '../../../src/domain/committee/committee.ts';
import { unwrittenReview } from '../../../src/domain/half-term/review.ts';
import { importId } from '../../../src/domain/roster/import-id.ts';
import { delegatesImport } from '../../../src/domain/roster/kept-import.ts';
import type { Person } from '../../../src/domain/roster/person.ts';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import { digest } from '../../../src/server/store/digest.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee, someRanks } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId } from '../../support/build/ids.ts';
import { imported, importedAt, importer, tryTakeBack } from '../../support/build/imports.ts';
import { anIssuedPlan, aPlan } from '../../support/build/plans.ts';
import { newPostgresDatabase, openPostgresStore } from '../../support/service/new-postgres-store.ts';
import { keep } from '../../support/service/stores.ts';

interface TwoNodes {
  readonly one: Store;
  readonly other: Store;
  readonly url: string;
}

/** Two nodes on one database, with a province of a committee. */
async function twoNodes(): Promise<TwoNodes> {
  const url = await newPostgresDatabase();
  const [one, other] = await Promise.all([openPostgresStore(url), openPostgresStore(url)]);
  await one.committees.change({ around: [] }, () => accept(aCommittee(1)));
  return { one: keep(one), other: keep(other), url };
}

function aPerson(number: number, code: string | null = null): Person {
  return { id: aPersonId(number), name: `Lò Văn Phá ${number}`, code, birthYear: null };
}

function anAccount(change: Partial<Account>): Account {
  const id = accountId.parse(crypto.randomUUID());
  const nothing = { personId: null, administrator: false, grants: [], secondFactor: null };
  return { id, username: id, passwordHash: '', ...nothing, ...change };
}

/** While somebody else has a lock of the service, as an import has the roster's for seconds. */
async function whileLocked(url: string, number: number, act: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [0x7068_6965, number]);
    await act();
  } finally {
    await client.end();
  }
}

const rosterLock = 2;

test('of two committees of one name on two nodes one is kept, and no circle of superiors comes together', async () => {
  const { one, other } = await twoNodes();
  const add = ({ committees }: Store, number: number) => {
    const committee = aCommittee(number, { name: 'Đảng bộ xã', superiorId: aCommitteeId(1) });
    const asked = { around: [committee.id, committee.superiorId] };
    return committees.change(asked, (known) => decideAddCommittee(known, someRanks, committee, '2026-12-01'));
  };
  const answers = await Promise.all([add(one, 2), add(other, 3), add(one, 4)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await one.committees.list()).toHaveLength(2);

  for (const number of [5, 6]) await one.committees.change({ around: [] }, () => accept(aCommittee(number)));
  const putBelow = ({ committees }: Store, lower: number, upper: number) =>
    committees.change({ around: [lower, upper].map(aCommitteeId) }, (known) => {
      const isBelow = known.some(
        ({ id, superiorId }) => id === aCommitteeId(upper) && superiorId === aCommitteeId(lower),
      );
      return isBelow ? refuse('circle') : accept(aCommittee(lower, { superiorId: aCommitteeId(upper) }));
    });
  const moved = await Promise.all([putBelow(one, 5, 6), putBelow(other, 6, 5)]);
  expect(moved.filter(({ ok }) => ok)).toHaveLength(1);
});

test('of two imports that were planned on one roster the second is handed what the first left', async () => {
  const { one, other } = await twoNodes();
  const { revision } = await one.committees.wholeRoster();
  const bring = ({ committees }: Store, number: number) =>
    committees.importRoster(revision, (changed) =>
      changed?.people.some(({ code }) => code === 'CB-1') === true
        ? { ok: false, found: changed.people.map(({ id }) => id) }
        : { ok: true, people: [aPerson(number, 'CB-1')] },
    );
  const answers = await Promise.all([bring(one, 1), bring(other, 2)]);
  const [person, ...others] = await one.committees.people();
  expect(others).toEqual([]);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, found: [person?.id] });
});

test('imports of two nodes are numbered as they come, and each kept', async () => {
  const { one, other } = await twoNodes();
  const enter = ({ summoned }: Store, term: string) => {
    const list = { committeeId: aCommitteeId(1), term, people: [] };
    const made = { id: importId.parse(crypto.randomUUID()), accountId: importer, at: importedAt };
    return summoned.change(list.committeeId, term, (known) => ({
      ...accept(list),
      kept: delegatesImport(known, list, made, digest),
    }));
  };
  await Promise.all([enter(one, '2020–2025'), enter(other, '2025–2030'), imported(one, { people: [aPerson(1)] })]);
  const place = { kind: 'delegates', committeeId: aCommitteeId(1) } as const;
  expect(await one.imports.list(place, 9)).toHaveLength(2);
  expect(await other.imports.list(null, 9)).toHaveLength(1);
});

const naming: readonly (readonly [what: string, name: (store: Store, run: number) => Promise<unknown>])[] = [
  ['an account of a person', ({ accounts }, run) => accounts.create(anAccount({ personId: aPersonId(run) }))],
  [
    'a role in a committee',
    ({ accounts }, run) => accounts.create(anAccount({ grants: [{ role: 'chair', committeeId: aCommitteeId(run) }] })),
  ],
  [
    'a draft that names a person',
    ({ plans }, run) => {
      const steering = [{ personId: aPersonId(run), name: 'Lò Văn Phá', role: 'Trưởng ban' }];
      return plans.change(aCommitteeId(1), () => accept(aPlan(run, { steering })));
    },
  ],
  [
    'a half-term review of a committee',
    ({ halfTerm }, run) =>
      halfTerm.change(aCommitteeId(run), '2025–2030', () => accept(unwrittenReview(aCommitteeId(run), '2025–2030'))),
  ],
  [
    'a list that summons a person',
    ({ summoned }, run) => {
      const rest = { position: 'Đảng viên', standing: 'delegate', votes: true, struck: null } as const;
      const people = [{ id: 'a', personId: aPersonId(run), name: 'Lò Văn Phá', ...rest }];
      const list = { committeeId: aCommitteeId(1), term: `${run}`, people };
      return summoned.change(aCommitteeId(1), list.term, () => accept(list));
    },
  ],
];

test.each(naming)('%s is kept, or who is named is taken back: never both', async (_what, name) => {
  const { one, other } = await twoNodes();
  for (let run = 2; run < 10; run++) {
    const id = await imported(one, { committees: [aCommittee(run)], people: [aPerson(run)] });
    const [named, taken] = await Promise.all([
      name(other, run).then(
        () => 'named',
        (error) => error.name,
      ),
      tryTakeBack(one, id),
    ]);
    const isThere = await one.committees.findPerson(aPersonId(run)).then((person) => person !== undefined);
    expect({ named, isThere, isTaken: taken === 'taken back' }).toEqual(
      named === 'named'
        ? { named, isThere: true, isTaken: false }
        : { named: 'TakenBackMeanwhile', isThere: false, isTaken: true },
    );
  }
});

test('whoever names somebody does not wait for an import that is going on, and a change of the roster does', async () => {
  const { one, other, url } = await twoNodes();
  await one.committees.importRoster(null, () => ({ ok: true, people: [aPerson(1)] }));
  const done: string[] = [];
  let change: Promise<unknown> | undefined;
  await whileLocked(url, rosterLock, async () => {
    change = other.committees
      .importRoster(null, () => ({ ok: true, people: [aPerson(2)] }))
      .then(() => done.push('roster'));
    await one.accounts.create(anAccount({ personId: aPersonId(1) }));
    await one.plans.change(aCommitteeId(1), () => accept(anIssuedPlan(1)));
    await one.halfTerm.change(aCommitteeId(1), '2025–2030', () =>
      accept(unwrittenReview(aCommitteeId(1), '2025–2030')),
    );
    expect(await one.committees.search({ words: [], limit: 9 })).toHaveLength(1);
    done.push('others');
  });
  await change;
  expect(done).toEqual(['others', 'roster']);
});

test('a plan that is discarded on one node does not come back by a change on another', async () => {
  const { one, other } = await twoNodes();
  for (let run = 1; run < 6; run++) {
    const plan = aPlan(run);
    await one.plans.change(plan.issuerId, () => accept(plan));
    await Promise.all([
      one.plans.discard(plan.id, accept),
      other.plans.change(plan.issuerId, (plans) => {
        const [known] = plans.filter(({ id }) => id === plan.id);
        return known === undefined ? refuse('gone') : accept(known);
      }),
    ]);
    expect(await one.plans.find(plan.id)).toBeUndefined();
  }
});
