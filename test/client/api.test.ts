import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, call } from '../../src/client/api.ts';
import { readBallotPage } from '../../src/contract/box/box.ts';
import { unreadableRows } from '../../src/contract/kit/unreadable-rows.ts';
import { listPlans } from '../../src/contract/plans/plans.ts';
import { attachSignedMinutes } from '../../src/contract/results/results.ts';
import { previewDelegates } from '../../src/contract/session/summoned.ts';
import { readTally } from '../../src/contract/tally/tally.ts';
import { aCommittee } from '../support/build/committees.ts';
import { connectionTo } from '../support/service/connections.ts';
import { aVoteService, type VoteService } from '../support/service/vote-service.ts';

let made: VoteService;
beforeAll(async () => {
  made = await aVoteService();
});
afterAll(() => made.service.app.close());

const ofVote = () => ({ params: { sessionId: made.vote.state.session.id } });
const answering = (answer: () => Response): Connection => ({ baseUrl: '', fetch: async () => answer() });

test('a program calls with a token or a paper’s read key, and is refused in the language it asks for', async () => {
  const connection = connectionTo(made.service, {});
  expect(await call(connection, readBallotPage, ofVote())).toMatchObject({ ok: false, refusal: 'not-signed-in' });
  const { readKey } = made.vote.state.session;
  expect(await call({ ...connection, readKey }, readBallotPage, ofVote())).toMatchObject({ ok: true });
  const token = made.chair.authorization?.replace('Bearer ', '') ?? '';
  for (const language of ['vi', 'en'] as const) {
    const reply = await call({ ...connection, token, language }, readTally, ofVote());
    if (reply.ok) throw new Error('nothing was counted');
    expect(reply.refusal).toBe('not-closed');
    expect(reply.problem?.detail).toBe(reply.problem?.messages[language]);
  }
});

test('what is no answer of the service is as none: of a proxy, cut short, of another shape', async () => {
  const answers: Record<string, () => Response> = {
    'a proxy’s page': () => new Response('<html>502 Bad Gateway</html>', { status: 502 }),
    'a refusal of somebody else': () => Response.json({ error: 'overloaded' }, { status: 503 }),
    'half an answer': () => new Response('{"state":"clo'),
    'another shape': () => Response.json({ state: 'closed' }),
    'none at all': () => Response.error(),
  };
  for (const [name, answer] of Object.entries(answers)) {
    const reply = await call(answering(answer), readTally, ofVote());
    expect([name, reply]).toEqual([name, { ok: false, refusal: 'unreachable' }]);
  }
});

test('a file goes out as it is, with what its address asks; what is left open is left out', async () => {
  const { authorization = '' } = made.chair;
  const connection = { ...connectionTo(made.service, {}), token: authorization.replace('Bearer ', '') };
  const list = new TextEncoder().encode('STT,Họ và tên,Chức vụ\n1,Nguyễn Văn An,Đại biểu\n');
  const query = { term: '2025-2030', capitals: undefined };
  const asked = { params: { committeeId: aCommittee(1).id }, query, body: list };
  expect(await call(connection, previewDelegates, asked)).toMatchObject({
    ok: true,
    value: { delegates: [{ name: 'Nguyễn Văn An', position: 'Đại biểu' }] },
  });
  const scan = new TextEncoder().encode('%PDF-1.7');
  expect(await call(connection, attachSignedMinutes, { ...ofVote(), body: scan })).toMatchObject({
    ok: false,
    refusal: 'not-tallied',
  });
});

test('a program is told how many are missing from what it asked for', async () => {
  const told: number[] = [];
  const noteUnreadable = (count: number) => void told.push(count);
  const asked = { params: { committeeId: aCommittee(1).id } };
  for (const headers of [{ [unreadableRows]: '2' }, {}]) {
    const connection = { ...answering(() => Response.json([], { headers })), noteUnreadable };
    expect(await call(connection, listPlans, asked)).toEqual({ ok: true, value: [] });
  }
  expect(told).toEqual([2]);
});
