import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { ResultView } from '../../../src/contract/results/results.ts';
import type { RollUpView, readPersonResults } from '../../../src/contract/results/roll-up.ts';
import type { CommitteeId } from '../../../src/domain/committee/committee.ts';
import { choicesOf, countTiers, fittingResults, tiersOf } from '../../../src/domain/result/roll-up.ts';
import { publishedResult } from '../../../src/domain/session/published-result.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId, aSeatId } from '../../support/build/ids.ts';
import { provinces, settle } from '../../support/build/random-province.ts';
import { valuesIn } from '../../support/build/worksheets.ts';
import { aPublishedVote, type CountedVote, inject } from '../../support/service/counted-vote.ts';
import { addEarlierVote } from '../../support/service/earlier-votes.ts';
import { type Readers, readersOf } from '../../support/service/readers.ts';
import { signedInAs } from '../../support/service/service.ts';
import type { Headers } from '../../support/service/vote-service.ts';

type PersonsResults = z.infer<(typeof readPersonResults.replies)[200]>;

let made: CountedVote;
let readers: Readers;
let both: Headers;
const ids: Record<string, string> = {};

const get = (url: string, headers: Headers) => inject(made.service.app, { method: 'GET', url, headers });
const ask = (committee: number, who: Headers, rest = '') =>
  get(`/api/committees/${aCommittee(committee).id}/roll-up${rest}`, who);
const rollUpOf = async (committee: number, who: Headers, query = ''): Promise<RollUpView> =>
  (await ask(committee, who, query)).body;
const titles = ({ results }: RollUpView) => results.rows.map(({ title }) => title);
const sessionOf = ({ sessionId }: { readonly sessionId: string }) => sessionId;
const resultsOf = async (personId: string, who: Headers): Promise<{ status: number; body: PersonsResults }> =>
  get(`/api/people/${personId}/results`, who);
const resultFor = async (id: string, who: Headers): Promise<{ status: number; body: ResultView }> =>
  get(`/api/sessions/${id}/result`, who);

beforeAll(async () => {
  made = await aPublishedVote();
  readers = await readersOf(made.service);
  const { session } = await made.state();
  const [first, second] = session.subjects;
  if (first === undefined || second === undefined) throw new Error('the vote has subjects');
  const add = async (id: string, committee: number, superior: number | null, change = {}) => {
    ids[id] = await addEarlierVote(made, { id, committee, superior, change });
  };
  const held = (title: string, heldOn: string) => ({ settings: { ...session.settings, title, heldOn } });
  await add('own', 1, 2);
  // The first person sits in the sibling's committee too, beside somebody else.
  await add('sibling', 5, 2, {
    ...held('Đợt sibling', '2025-12-01'),
    subjects: [{ ...second, personId: aPersonId(77), name: 'Người khác' }, first],
    tally: session.tally && { ...session.tally, result: session.tally.result?.slice(0, 2) ?? null },
  });
  const annulment = {
    ...{ by: { accountId: session.chair.accountId, name: 'Tỉnh ủy' }, at: '2026-02-01T03:00:00.000Z' },
    ...{ decision: 'Quyết định số 12-QĐ/TU', reason: 'Không đủ số người có mặt.' },
  };
  await add('annuLLed', 1, 2, {
    ...held('Đợt bị hủy', '2026-01-20'),
    publication: session.publication && { ...session.publication, annulment },
  });
  await add('secret', 1, 2, { ...held('Đợt chưa công bố', '2026-03-01'), state: 'tallied', publication: null });
  await add('above', 2, 4);
  await add('top', 4, null);
  await add('eLsewhere', 3, null, { tellers: [] });
  const personId = aPersonId(701);
  await made.service.deps.store.committees.importRoster(null, () => ({
    ok: true,
    people: [{ id: personId, name: 'Đồng chí hai chân', code: null, birthYear: null }],
    seats: [2, 4].map((committee) => ({
      ...{ id: aSeatId(7010 + committee), committeeId: aCommittee(committee).id, personId },
      ...{ position: 'Ủy viên', order: 9, from: null, to: null },
    })),
  }));
  both = await signedInAs(made.service, { personId });
});
afterAll(() => made.service.app.close());

describe('a roll-up', () => {
  test('holds what was published to the committee from directly below, newest first, and nothing else', async () => {
    const { title } = made.vote.state.session.settings;
    expect(titles(await rollUpOf(2, made.superiorSeatHolder))).toEqual([
      ...[title, 'Đợt bị hủy', 'Đợt sibling', 'Đợt own'],
    ]);
    expect(titles(await rollUpOf(4, readers.twoLevelsUp))).toEqual(['Đợt above']);
    expect(titles(await rollUpOf(1, made.seatHolder))).toEqual([]);
    expect(titles(await rollUpOf(5, readers.sibling))).toEqual([]);
  });

  test('does not exist for whoever has no seat in the committee today', async () => {
    const { administrator, superiorChair, sibling, twoLevelsUp, chairTwoLevelsUp, office } = readers;
    const outside = [administrator, superiorChair, sibling, twoLevelsUp, chairTwoLevelsUp, office];
    for (const who of [...outside, made.seatHolder, made.chair, made.teller(1), made.stranger]) {
      for (const ending of ['', '/table?format=csv', '/table?format=xlsx'])
        expect((await ask(2, who, ending)).status).toBe(404);
    }
    expect((await ask(1, readers.former)).status).toBe(404);
    expect((await ask(1, readers.fromTomorrow)).status).toBe(404);
    expect((await ask(2, {})).status).toBe(401);
    expect((await ask(2, made.holder)).status).toBe(401);
  });

  test('holds what its reader could open one by one, all of it and no number more, whoever reads whichever committee’s', async () => {
    const everyResult = fc.asyncProperty(provinces, async (province) => {
      const { committees, results, readers: people } = await settle(made, province);
      const placed = new Map(results.map((one) => [one.id, one]));
      for (const { headers, sitsIn } of people) {
        const openable = new Map<string, ResultView>();
        for (const { id } of results) {
          const { status, body } = await resultFor(id, headers);
          if (status === 200) openable.set(id, body);
        }
        expect([...openable.keys()].every((id) => placed.get(id)?.published)).toBe(true);
        const listed = (await get('/api/results?limit=200', headers)).body.rows.map(sessionOf);
        expect(listed.filter((id: string) => placed.has(id)).sort()).toEqual([...openable.keys()].sort());
        for (const number of committees) {
          const { id } = aCommittee(number);
          const { status, body } = await ask(number, headers, '?limit=200');
          expect(status).toBe(sitsIn.has(id) ? 200 : 404);
          if (status !== 200) continue;
          const below = [...openable].filter(([one]) => placed.get(one)?.reportsTo.includes(id));
          expect(body.results.rows.map(sessionOf).sort()).toEqual(below.map(([one]) => one).sort());
          expectSums(
            body,
            below.map(([_, result]) => result),
          );
          await expectOpenable(body, headers);
        }
      }
    });
    await fc.assert(everyResult, { numRuns: 2, endOnFailure: true });
  });

  test('counts people by consequence and by rank of committee, and leaves an annulled result out of every sum', async () => {
    const view = await rollUpOf(2, made.superiorSeatHolder);
    const counted = view.results.rows.filter(({ annulled }) => !annulled);
    expect(view.results.total - counted.length).toBe(1);
    for (const { tier, count } of view.tiers) {
      const each = counted.map(({ tiers }) => tiers.find((one) => one.tier === tier)?.count ?? 0);
      expect(count).toBe(each.reduce((sum, one) => sum + one, 0));
    }
    expect(view.committeeRanks).toEqual([{ rank: 'commune', results: 3, subjects: 8, concerned: expect.any(Number) }]);
    const concerned = view.tiers.filter(({ tier }) => tier > 0).reduce((sum, { count }) => sum + count, 0);
    expect(view.committeeRanks[0]?.concerned).toBe(concerned);
    expect(concerned).toBeGreaterThan(0);
  });

  test('puts one person’s results in all committees together, newest first', async () => {
    const view = await rollUpOf(2, made.superiorSeatHolder);
    const [first] = (await made.state()).session.subjects;
    const { body } = await resultsOf(first?.personId ?? '', made.superiorSeatHolder);
    expect(body.results.map(({ title }) => title).sort()).toEqual([...titles(view), 'Đợt above'].sort());
    const person = view.people.rows.find(({ personId }) => personId === first?.personId);
    expect(person).toMatchObject({ name: body.name, results: 4, latest: body.results[0] });
    expect(view.people.rows.filter(({ name }) => name === 'Người khác')).toHaveLength(1);
    // The annulled one is the latest only of whoever has no other.
    const annulled = await rollUpOf(2, made.superiorSeatHolder, '?from=2026-01-20&to=2026-01-20');
    expect(annulled.people.rows[0]?.latest.annulled).toBe(true);
  });

  test('keeps ratings of the year apart from votes of confidence, and no consequences where their form has none', async () => {
    const { session } = await made.state();
    const vote = publishedResult(session);
    const rating = publishedResult({ ...session, form: { ...session.form, kind: 'rating', tiers: [] } });
    if (vote === undefined || rating === undefined) throw new Error('the vote is published');
    const both = [rating, vote];
    expect(fittingResults(both, { kind: 'rating' })).toEqual([rating]);
    expect(fittingResults(both, { kind: 'confidence' })).toEqual([vote]);
    expect(choicesOf(both).kinds).toEqual(['rating', 'confidence']);
    expect([tiersOf(rating), countTiers([rating])]).toEqual([[], []]);
  });

  test('is narrowed by form, rank, days and consequence', async () => {
    const of = (query: string) => rollUpOf(2, made.superiorSeatHolder, query);
    expect(titles(await of('?from=2025-12-01&to=2026-01-20'))).toEqual(['Đợt bị hủy', 'Đợt sibling']);
    expect(titles(await of('?rank=province'))).toEqual([]);
    expect((await of('?formId=other')).people).toEqual({ total: 0, rows: [], next: null });
    const { results, people } = await of('?tier=2&to=2024-12-31');
    expect(results.total).toBe(1);
    expect(people.rows.map(({ latest }) => latest.tier)).toEqual(people.rows.map(() => 2));
    expect(people.total).toBeGreaterThan(0);
    expect((await ask(2, made.superiorSeatHolder, '?from=yesterday')).status).toBe(400);
  });

  test('is a table and a workbook with the same figures, in which nothing is a formula', async () => {
    const csv = Buffer.from((await ask(2, made.superiorSeatHolder, '/table?format=csv')).bytes).toString();
    const view = await rollUpOf(2, made.superiorSeatHolder);
    const rows = view.people.rows.reduce((sum, { results }) => sum + results, 0);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows + 1);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toMatch(/^.Họ và tên,Chức vụ,Cấp ủy,.*Tín nhiệm cao,Tín nhiệm cao \(%\)/);
    const english = await ask(2, made.superiorSeatHolder, '/table?format=xlsx&language=en&to=2024-12-31');
    const sheet = await valuesIn(english.bytes);
    expect(JSON.stringify(sheet)).toContain('Base of percentages');
    expect(JSON.stringify(sheet)).toContain('HYPERLINK');
    expect(JSON.stringify(sheet)).not.toContain('Người khác');
  });
});

test('whoever sits in a committee to which something was published is told so, and nobody else', async () => {
  // Whom the random provinces gave seats elsewhere is told of those, too.
  const around = [1, 2, 3, 4, 5].map((number) => aCommittee(number).id);
  const told = async (who: Headers): Promise<{ committeeId: CommitteeId }[]> => {
    const { body } = await get('/api/roll-ups', who);
    return body.filter(({ committeeId }: { committeeId: CommitteeId }) => around.includes(committeeId));
  };
  const [two, four] = [2, 4].map((number) => ({ committeeId: aCommittee(number).id, name: aCommittee(number).name }));
  expect(await told(made.superiorSeatHolder)).toEqual([{ ...two, results: 4 }]);
  expect(await told(both)).toEqual([
    { ...two, results: 4 },
    { ...four, results: 1 },
  ]);
  for (const who of [made.seatHolder, made.chair, readers.administrator, readers.superiorChair, readers.sibling]) {
    expect(await told(who)).toEqual([]);
  }
});

test('a committee that was merged into another leaves the roll-up to that one, with each result', async () => {
  const merged = aCommittee(2, { superiorId: aCommittee(4).id, to: '2026-11-30', successorId: aCommittee(4).id });
  await made.service.deps.store.committees.change({ around: [] }, () => ({ ok: true, value: merged }));
  expect(titles(await rollUpOf(2, made.superiorSeatHolder))).toEqual([]);
  const inherited = await rollUpOf(4, readers.twoLevelsUp);
  expect(inherited.results.total).toBe(5);
  await expectOpenable(inherited, readers.twoLevelsUp);
});

/** No sum is of anything but these, without those that are annulled. */
function expectSums({ tiers, committeeRanks }: RollUpView, opened: readonly ResultView[]) {
  const subjects = opened.filter(({ annulment }) => annulment === null).flatMap((one) => one.subjects);
  for (const { tier, count } of tiers) expect(count).toBe(subjects.filter((one) => one.tier === tier).length);
  expect(committeeRanks.reduce((sum, one) => sum + one.subjects, 0)).toBe(subjects.length);
  const concerned = subjects.filter(({ tier }) => tier > 0).length;
  expect(committeeRanks.reduce((sum, one) => sum + one.concerned, 0)).toBe(concerned);
}

/** Every result and every person's figures are what this very reader is given on asking for that one. */
async function expectOpenable(view: RollUpView, who: Headers) {
  const opened = new Map<string, ResultView>();
  for (const { sessionId } of view.results.rows) {
    const { status, body } = await resultFor(sessionId, who);
    expect(status).toBe(200);
    opened.set(sessionId, body);
  }
  for (const result of view.results.rows) {
    const body = opened.get(result.sessionId);
    if (body === undefined) continue;
    const { committeeName, title, heldOn, formId, formTitle, base, collected, annulment } = body;
    expect(result).toMatchObject({ committeeName, title, heldOn, formId, formTitle, base, collected });
    expect(result.annulled).toBe(annulment !== null);
    for (const { tier, count } of result.tiers) {
      expect(count).toBe(body.subjects.filter((one) => one.tier === tier).length);
    }
  }
  for (const { personId, results, latest } of view.people.rows) {
    const { body } = await resultsOf(personId, who);
    expect(body.results).toContainEqual(latest);
    expect(body.results.filter(({ sessionId }) => opened.has(sessionId))).toHaveLength(results);
    for (const { sessionId, position, collected, valid, invalid, counts, tier } of body.results) {
      const figures = { position, collected, valid, invalid, levels: counts, tier };
      const result = await resultFor(sessionId, who);
      expect(result.body.subjects).toContainEqual(expect.objectContaining(figures));
    }
  }
  const given = [...opened.values()].reduce((sum, { subjects }) => sum + subjects.length, 0);
  expect(view.people.rows.reduce((sum, { results }) => sum + results, 0)).toBe(given);
  const unread = Object.values(ids).filter((id) => !opened.has(id));
  for (const id of unread) expect(JSON.stringify(view)).not.toContain(id);
}
