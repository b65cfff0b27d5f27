import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCommittee } from '../../support/build/committees.ts';
import {
  aClosedVote,
  aPublishedVote,
  aTalliedVote,
  type CountedVote,
  inject,
} from '../../support/service/counted-vote.ts';
import { type Readers, readersOf } from '../../support/service/readers.ts';
import type { Headers } from '../../support/service/vote-service.ts';

/** Everything that totals can be read from. */
const readings = [
  ...[
    'result',
    'result/table?format=csv',
    'result/table?format=xlsx',
    'minutes.pdf',
    'supplement',
    'record-documents',
    'signed-minutes',
  ],
  'record',
] as const;

/** Status and code of each reading; a file that is there has no code. */
async function attempts(made: CountedVote, headers: Headers) {
  const answers = await Promise.all(readings.map((path) => made.get(path, headers)));
  return answers.map(({ status, body }) => (status === 200 ? '200' : `${status} ${body.code}`));
}

const all = (answer: string) => readings.map(() => answer);

type Somebody = (made: CountedVote, readers: Readers) => Headers;

/** Never, whatever the state. */
const outsiders: readonly (readonly [string, Somebody])[] = [
  ['a seat holder of a sibling committee', (_, readers) => readers.sibling],
  ['a seat holder two levels up', (_, readers) => readers.twoLevelsUp],
  ['a seat holder of a committee elsewhere', ({ stranger }) => stranger],
  ['somebody whose seat ended yesterday', (_, readers) => readers.former],
  ['somebody whose seat begins tomorrow', (_, readers) => readers.fromTomorrow],
  ['the administrator of the system', (_, readers) => readers.administrator],
  ['the committee’s office, without a seat', (_, readers) => readers.office],
  ['the committee’s secretary, without a seat', (_, readers) => readers.secretary],
  ['the superior’s chair, without a seat', (_, readers) => readers.superiorChair],
  ['a sibling’s chair', (_, readers) => readers.siblingChair],
];

const insiders: readonly (readonly [string, Somebody])[] = [
  ['the chair', ({ chair }) => chair],
  ['a teller', (made) => made.teller(2)],
];

const committeesPeople: readonly (readonly [string, Somebody])[] = [
  ['a seat holder of the committee', ({ seatHolder }) => seatHolder],
  ['a seat holder of its superior', ({ superiorSeatHolder }) => superiorSeatHolder],
  ['somebody whose seat ends today', (_, readers) => readers.untilToday],
];

describe('totals that are open but not published', () => {
  let made: CountedVote;
  let readers: Readers;
  beforeAll(async () => {
    made = await aTalliedVote();
    readers = await readersOf(made.service);
  });
  afterAll(() => made.service.app.close());

  test.each(insiders)('are readable by %s of that session', async (_, who) => {
    const unsigned = readings.map((path) => (path === 'signed-minutes' ? '409 signed-minutes-missing' : '200'));
    expect(await attempts(made, who(made, readers))).toEqual(unsigned);
  });

  test.each(committeesPeople)('are not readable by %s', async (_, who) => {
    expect(await attempts(made, who(made, readers))).toEqual(all('409 not-published'));
  });

  test.each(outsiders)('do not exist for %s', async (_, who) => {
    expect(await attempts(made, who(made, readers))).toEqual(all('404 not-found'));
  });

  test('are not opened by the key on a paper, nor to somebody nobody knows', async () => {
    expect(await attempts(made, made.holder)).toEqual(all('401 not-signed-in'));
    expect(await attempts(made, {})).toEqual(all('401 not-signed-in'));
    expect(await attempts(made, { ...readers.sibling, ...made.holder })).toEqual(all('404 not-found'));
  });

  test('stand in no other view of the session, for nobody', async () => {
    const numbers = JSON.stringify((await made.state()).session.tally?.result);
    expect(numbers).toBe('[[4,1,1],[1,1,5],[1,0,6]]');
    const { id } = made.vote.state.session;
    const views = ['', '/tally', '/turnout', '/trackers', '/ballot'].map((path) => `/api/sessions/${id}${path}`);
    for (const headers of [made.chair, made.teller(1), readers.office, made.seatHolder]) {
      for (const url of [...views, '/api/sessions']) {
        const { bytes } = await inject(made.service.app, { method: 'GET', url, headers });
        expect(Buffer.from(bytes).toString()).not.toMatch(/\b4,1,1\b|"percent"|"result":/);
      }
    }
  });
});

describe('a published result', () => {
  let made: CountedVote;
  let readers: Readers;
  beforeAll(async () => {
    made = await aPublishedVote();
    readers = await readersOf(made.service);
  });
  afterAll(() => made.service.app.close());

  test.each([...insiders, ...committeesPeople])('is readable by %s', async (_, who) => {
    expect(await attempts(made, who(made, readers))).toEqual(all('200'));
  });

  test.each(outsiders)('does not exist for %s', async (_, who) => {
    expect(await attempts(made, who(made, readers))).toEqual(all('404 not-found'));
  });

  test('is not opened by the key on a paper, nor to the public', async () => {
    expect(await attempts(made, made.holder)).toEqual(all('401 not-signed-in'));
    expect(await attempts(made, {})).toEqual(all('401 not-signed-in'));
  });

  test('says what the same result says to everybody entitled', async () => {
    const { body } = await made.get('result', made.chair);
    for (const who of [made.teller(1), made.seatHolder, made.superiorSeatHolder]) {
      expect((await made.get('result', who)).body).toEqual(body);
    }
  });
});

test('a result goes to the superior as fixed at opening, whatever the committee is put under later', async () => {
  const made = await aPublishedVote();
  const readers = await readersOf(made.service);
  const moved = aCommittee(1, { superiorId: aCommittee(4).id, directedById: aCommittee(5).id });
  await made.service.deps.store.committees.change({ around: [] }, () => ({ ok: true, value: moved }));
  expect(await attempts(made, made.superiorSeatHolder)).toEqual(all('200'));
  expect(await attempts(made, readers.twoLevelsUp)).toEqual(all('404 not-found'));
  // Of police, army and border guard the sector's superior steers the round, and no result goes there.
  expect(await attempts(made, readers.sibling)).toEqual(all('404 not-found'));
  await made.service.app.close();
});

test('a superior that was merged into another leaves what was published to it to that one, and to nobody else', async () => {
  const made = await aPublishedVote();
  const readers = await readersOf(made.service);
  const superior = aCommittee(2, { superiorId: aCommittee(4).id });
  const merged = { ...superior, to: '2026-11-30', successorId: aCommittee(4).id };
  await made.service.deps.store.committees.change({ around: [] }, () => ({ ok: true, value: merged }));
  expect(await attempts(made, readers.twoLevelsUp)).toEqual(all('200'));
  expect(await attempts(made, made.superiorSeatHolder)).toEqual(all('404 not-found'));
  expect(await attempts(made, readers.sibling)).toEqual(all('404 not-found'));
  const listed = await made.service.app.inject({ url: '/api/results', headers: readers.twoLevelsUp });
  expect(listed.json().total).toBe(1);
  const rolledUp = await made.service.app.inject({ url: '/api/roll-ups', headers: readers.twoLevelsUp });
  expect(rolledUp.json()).toMatchObject([{ committeeId: aCommittee(4).id, results: 1 }]);
  await made.service.app.close();
});

test('a seat opens results to the end of its last day by the clock of the country', async () => {
  const made = await aPublishedVote();
  const { untilToday, fromTomorrow } = await readersOf(made.service);
  made.service.passSeconds(16 * 3600 - 1);
  expect((await made.get('result', untilToday)).status).toBe(200);
  expect((await made.get('result', fromTomorrow)).status).toBe(404);
  made.service.passSeconds(1);
  expect((await made.get('result', untilToday)).status).toBe(404);
  expect((await made.get('result', fromTomorrow)).status).toBe(200);
  await made.service.app.close();
});

test('before the totals are open there is no result, for the chair and tellers neither', async () => {
  const made = await aClosedVote();
  for (const who of [made.chair, made.teller(1)]) {
    expect((await attempts(made, who)).slice(0, -1)).toEqual(all('409 not-tallied').slice(0, -1));
  }
  await made.service.app.close();
});
