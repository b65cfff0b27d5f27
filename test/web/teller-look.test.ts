import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionState } from '../../src/domain/session/session.ts';
import { fetchTellerView } from '../../src/web/teller/fetch-teller-view.ts';
import { connectionTo } from '../support/service/connections.ts';
import {
  aClosedVote,
  attachMinutes,
  type CountedVote,
  done,
  sendShare,
  subjectNames,
  totals,
} from '../support/service/counted-vote.ts';
import {
  aVoteService,
  castAll,
  counting,
  keepOutputs,
  opened,
  type VoteService,
} from '../support/service/vote-service.ts';

/** What one look of a teller's page shows, and the paths that it asked for. */
async function look(made: VoteService, teller = 2) {
  const asked: string[] = [];
  const note = (path: string) => {
    asked.push(path);
    return false;
  };
  const connection = connectionTo(made.service, made.teller(teller), { lose: note });
  const looked = await fetchTellerView(connection, made.vote.state.session.id);
  if (!looked.ok) throw new Error(looked.reach);
  return { view: looked.view, asked };
}

describe('a look at a vote asks once, whatever state it is in', () => {
  let made: VoteService;
  beforeAll(async () => {
    made = await aVoteService({ voters: 2, sheets: 2, phones: 0 });
    await keepOutputs(made);
  });
  afterAll(() => made.service.app.close());

  /** Brings the vote from one state in which a teller looks to the next. */
  const steps: readonly (readonly [SessionState, () => Promise<unknown>])[] = [
    ['issued', async () => {}],
    ['open', async () => castAll(made, await opened(made), [[0, 1]])],
    ['counting', () => counting(made, { issued: 2, collected: 1, sheets: 0 })],
  ];

  test.each(steps)('%s', async (state, bringThere) => {
    await bringThere();
    const { view, asked } = await look(made);
    expect(asked).toHaveLength(1);
    expect(view).toMatchObject({ session: { state }, me: 2, ceremony: { me: 2, round: 'done' } });
    expect([view.tally, view.totals]).toEqual([null, null]);
    // Nothing that others are not shown at the same moment tells when a ballot comes in.
    const shown = (await made.get('trackers', made.chair)).body.head;
    expect(view.head).toEqual(shown);
    expect(JSON.stringify(view)).not.toContain('collected');
  });
});

describe('and once after it was closed', () => {
  let made: CountedVote;
  beforeAll(async () => {
    made = await aClosedVote();
  });
  afterAll(() => made.service.app.close());

  test('shares that are there belong to the tally that is shown with them; totals come with the last', async () => {
    const { view, asked } = await look(made, 1);
    expect(asked).toHaveLength(1);
    expect(view).toMatchObject({ session: { state: 'closed' }, tally: { sharesOf: [], announced: 8 }, totals: null });
    expect(view.head).toEqual((await made.get('trackers', made.chair)).body.head);
    for (const index of [1, 2]) await sendShare(made, index);
    expect((await look(made)).view).toMatchObject({ tally: { sharesOf: [1, 2] }, totals: null });
  });

  test('the totals are those of the result, and the head still tells nothing of them', async () => {
    const { head } = (await look(made)).view;
    await sendShare(made, 3);
    const { view, asked } = await look(made);
    expect(asked).toHaveLength(1);
    expect(view.session.state).toBe('tallied');
    expect(view.totals?.subjects.map(({ name }) => name)).toEqual(subjectNames);
    const levels = view.totals?.levels.map(({ id }) => id) ?? [];
    expect(view.totals?.subjects.map((subject) => levels.map((id) => subject.levels[id]?.count))).toEqual(totals);
    const { record, ...result } = (await made.get('result', made.chair)).body;
    expect(result).toMatchObject(view.totals ?? {});
    expect(view.fingerprint).toBe(record.fingerprint);
    expect(view.head).toEqual(head);
    await done(attachMinutes(made));
    await done(made.post('publication', made.chair));
    expect((await look(made)).view).toMatchObject({ session: { state: 'published' }, totals: view.totals });
  });
});
