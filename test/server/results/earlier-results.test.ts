import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId, aSeatId } from '../../support/build/ids.ts';
import { aPublishedVote, aTalliedVote, type CountedVote } from '../../support/service/counted-vote.ts';
import { addEarlierVote } from '../../support/service/earlier-votes.ts';
import { type Readers, readersOf } from '../../support/service/readers.ts';
import { signedInAs } from '../../support/service/service.ts';
import type { Headers } from '../../support/service/vote-service.ts';

let made: CountedVote;
let readers: Readers;

/** Somebody with a seat in each of these committees. */
async function seatedIn(number: number, ...committees: readonly number[]): Promise<Headers> {
  const personId = aPersonId(number);
  await made.service.deps.store.committees.importRoster(null, () => ({
    ok: true,
    people: [{ id: personId, name: 'Đồng chí nhiều chân', code: null, birthYear: null }],
    seats: committees.map((committee, at) => ({
      ...{ id: aSeatId(10 * number + at), committeeId: aCommittee(committee).id, personId },
      ...{ position: 'Ủy viên', order: 9, from: null, to: null },
    })),
  }));
  return signedInAs(made.service, { personId });
}

const ask = (who: Headers) => made.get('earlier-results', who);
const titles = async (who: Headers): Promise<string[]> => {
  const { body } = await ask(who);
  return body.results.map(({ title }: { title: string }) => title);
};

describe('earlier results of the same people', () => {
  beforeAll(async () => {
    made = await aPublishedVote();
    readers = await readersOf(made.service);
    const { session } = await made.state();
    const [first, second] = session.subjects;
    if (first === undefined || second === undefined) throw new Error('the vote has subjects');
    await addEarlierVote(made, { id: 'own', committee: 1, superior: 2 });
    const other = { ...session.settings, title: 'Đợt sibling', heldOn: '2025-12-01' };
    // The first person sits in the sibling's committee too, beside somebody else.
    const subjects = [{ ...second, personId: aPersonId(77), name: 'Người khác' }, first];
    const fewer = {
      ...session.tally,
      result: [
        [1, 1, 6],
        [8, 0, 0],
      ],
    } as typeof session.tally;
    await addEarlierVote(made, {
      ...{ id: 'sibling', committee: 5, superior: 2 },
      change: { settings: other, subjects, tally: fewer },
    });
    await addEarlierVote(made, { id: 'above', committee: 2, superior: 4 });
    await addEarlierVote(made, { id: 'elsewhere', committee: 3, superior: null, change: { tellers: [] } });
    const later = { ...session.settings, title: 'Đợt sau', heldOn: '2027-12-01' };
    await addEarlierVote(made, { id: 'after', committee: 1, superior: 2, change: { settings: later } });
    await addEarlierVote(made, {
      id: 'secret',
      committee: 1,
      superior: 2,
      change: { state: 'tallied', publication: null },
    });
    const strangers = session.subjects.map((subject, at) => ({ ...subject, personId: aPersonId(80 + at) }));
    await addEarlierVote(made, { id: 'strangers', committee: 1, superior: 2, change: { subjects: strangers } });
    const left = session.subjects.map((subject) => ({ ...subject, excludedFor: 'retiring' }));
    const [row] = session.tally?.result ?? [];
    const alone = { ...session.tally, result: [row] } as typeof session.tally;
    await addEarlierVote(made, {
      ...{ id: 'excluded', committee: 1, superior: 2 },
      change: { subjects: [...left, ...strangers.slice(0, 1)], tally: alone, roll: [] },
    });
  });
  afterAll(() => made.service.app.close());

  test('are for a seat holder those of the own committee, and no other', async () => {
    expect(await titles(made.seatHolder)).toEqual(['Đợt own']);
    expect(await titles(readers.untilToday)).toEqual(['Đợt own']);
  });

  test('are for a seat holder of the superior those of every committee below it, and not its own superior’s', async () => {
    expect(await titles(made.superiorSeatHolder)).toEqual(['Đợt sibling', 'Đợt own', 'Đợt above']);
  });

  test('are for somebody who sits in a sibling committee too those of both', async () => {
    expect(await titles(await seatedIn(701, 1, 5))).toEqual(['Đợt sibling', 'Đợt own']);
  });

  test('are for somebody who sits in the superior of the superior too what each seat opens', async () => {
    expect((await titles(await seatedIn(702, 1, 4))).sort()).toEqual(['Đợt above', 'Đợt own']);
  });

  test('are for a teller of this session only those of other sessions that they told too', async () => {
    expect(await titles(made.teller(1))).toEqual(['Đợt sibling', 'Đợt own', 'Đợt above']);
  });

  test('never hold totals that are not published, for the chair neither', async () => {
    for (const who of [made.chair, made.teller(1), made.seatHolder]) {
      expect(await titles(who)).not.toContain('Đợt secret');
    }
  });

  test('do not exist for whom this result does not exist for, whatever else they may read', async () => {
    for (const who of [readers.sibling, readers.twoLevelsUp, readers.administrator, readers.former, made.stranger]) {
      const { status, body } = await ask(who);
      expect(`${status} ${body.code}`).toBe('404 not-found');
    }
    expect((await ask({})).status).toBe(401);
    expect((await ask(made.holder)).status).toBe(401);
  });

  test('give of another session only the people of this one, at their place here', async () => {
    const { body } = await ask(made.superiorSeatHolder);
    expect(body.results[0].subjects).toEqual([
      expect.objectContaining({
        ...{ subject: 0, name: expect.stringContaining('Nguyễn'), valid: 8 },
        levels: { high: { count: 8, percent: '100.00' }, confidence: expect.anything(), low: expect.anything() },
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('Người khác');
  });

  test('say when the superior has annulled one', async () => {
    const { body } = await ask(made.seatHolder);
    expect(body.results[0].annulled).toBe(false);
  });

  test('name one that is locked, to those who could open it', async () => {
    const sibling = (await ask(made.superiorSeatHolder)).body.results.find(
      ({ title }: { title: string }) => title === 'Đợt sibling',
    );
    const { locks } = made.service.deps.store;
    locks.lock({ sessionId: sibling.sessionId, problem: 'altered' });
    expect(await titles(made.superiorSeatHolder)).toEqual(['Đợt own', 'Đợt above']);
    expect((await ask(made.superiorSeatHolder)).body.locked).toEqual([
      { sessionId: sibling.sessionId, committeeName: aCommittee(5).name, heldOn: '2025-12-01' },
    ]);
    expect((await ask(made.seatHolder)).body.locked).toEqual([]);
  });
});

test('earlier results are not opened before this result is', async () => {
  made = await aTalliedVote();
  expect((await ask(made.seatHolder)).body.code).toBe('not-published');
  expect((await ask(made.chair)).status).toBe(200);
  await made.service.app.close();
});
