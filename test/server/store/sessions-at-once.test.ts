import { Client } from 'pg';
import { expect, test } from 'vitest';
import { accept, type Ruling, refuse } from '../../../src/domain/ruling.ts';
import { type SessionId, voterId } from '../../../src/domain/session/session.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { newDocument } from '../../../src/server/store/document-store.ts';
import { linkKeysIn } from '../../../src/server/store/link-keys.ts';
import { postgresStore } from '../../../src/server/store/postgres.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { type SessionStep, withAllPapers } from '../../../src/server/store/session-store.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aPersonId } from '../../support/build/ids.ts';
import {
  aBallot,
  aCredential,
  appendTo,
  aSessionId,
  aSetup,
  aStoredPaper,
  aStoredSession,
  partsOf,
  withPapers,
} from '../../support/build/stored-sessions.ts';
import { checkedAll } from '../../support/service/checked-sessions.ts';
import { inPostgres, newPostgresDatabase, openPostgresStore } from '../../support/service/new-postgres-store.ts';
import { startPostgres } from '../../support/service/postgres-server.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

const id = aSessionId(1);
const second = aSessionId(2);

/** An open session with that many papers, at once on two nodes. */
async function aBoxOnTwoNodes(papers = 3): Promise<{ nodes: readonly [Store, Store]; url: string }> {
  const url = await newPostgresDatabase();
  const nodes = await Promise.all([openPostgresStore(url), openPostgresStore(url)]);
  for (const node of nodes) keep(node);
  await openBox(nodes[0], id, papers);
  // Both remember it.
  for (const node of nodes) expect((await node.sessions.findWithPapers(id))?.papers.size).toBe(papers);
  return { nodes, url };
}

async function openBox(store: Store, session: SessionId, papers: number): Promise<void> {
  await store.sessions.create(aStoredSession(session === id ? 1 : 2, { state: 'open' }));
  const all = Array.from({ length: papers }, (_, at) => aStoredPaper(session, at, { channel: 'phone' }));
  await appendTo(
    store,
    session,
    () => [aSetup()],
    (state) => withPapers(state, ...all),
  );
}

const anyBox = { timestamp: 1, nextHeight: 1, lastType: 'Setup', head: aCredential(0) } as const;

type CastRefusal = 'closed' | 'voted' | 'not-found';

/** As a phone casts: once for each paper, and the same ballot as often as it is sent. */
async function cast(
  { sessions }: Pick<Store, 'sessions'>,
  paper: number,
  ballot: string,
  session = id,
): Promise<Ruling<SessionStep, CastRefusal>> {
  const event = aBallot(ballot);
  const [{ payload } = { payload: '' }] = partsOf(session, anyBox, [event]);
  const asked = { papers: [aCredential(paper)], record: { electionId: session, payload: payload ?? '' } };
  return await sessions.update(session, asked, (state, { record }): Ruling<SessionStep, CastRefusal> => {
    if (record.holdsPayload) return accept({ after: state });
    if (state.session.state !== 'open') return refuse('closed');
    const known = state.papers.get(aCredential(paper));
    if (known === undefined || known.votedBy !== null) return refuse('voted');
    const append = partsOf(session, record.end, [event]);
    const hints = [{ electionId: session, ballot: payload ?? '', hint: utf8Bytes(`hint of ${ballot}`) }];
    return accept({ after: withPapers(state, { ...known, votedBy: 'phone', recastKeyHash: ballot }), append, hints });
  });
}

const outcome = (ruling: Ruling<SessionStep, string>) =>
  ruling.ok ? (ruling.value.append === undefined ? 'there' : 'cast') : ruling.refusal;

/** What both nodes tell alike: ballots in the record, papers that voted. */
async function told(nodes: readonly Store[], session = id) {
  const all = await Promise.all(
    nodes.map(async ({ sessions }) => {
      const state = await sessions.findWithPapers(session);
      const voted = [...(state?.papers.values() ?? [])].filter(({ votedBy }) => votedBy !== null).length;
      return { ballots: (await sessions.payloads(ownRecord(session), 'Ballot')).length, voted };
    }),
  );
  expect(all.slice(1)).toEqual(all.slice(0, -1));
  return all[0];
}

test('the same paper on two nodes at once votes once, and a ballot that is sent twice is there once', async () => {
  const { nodes } = await aBoxOnTwoNodes();
  const [one, other] = nodes;
  const twice = await Promise.all([cast(one, 0, 'a'), cast(other, 0, 'b'), cast(one, 0, 'c'), cast(other, 0, 'd')]);
  expect(twice.map(outcome).sort()).toEqual(['cast', 'voted', 'voted', 'voted']);
  const same = await Promise.all([cast(one, 1, 'e'), cast(other, 1, 'e'), cast(one, 1, 'e'), cast(other, 1, 'e')]);
  expect(same.map(outcome).sort()).toEqual(['cast', 'there', 'there', 'there']);
  expect(await told(nodes)).toEqual({ ballots: 2, voted: 2 });
  const hints = await one.sessions.hints(ownRecord(id), 0, 9);
  expect(hints.every(({ hint }) => hint !== undefined)).toBe(true);
});

test('ballots of one session on two nodes all count, in one chain, while another session goes on beside it', async () => {
  const papers = 40;
  const { nodes } = await aBoxOnTwoNodes(papers);
  await openBox(nodes[0], second, papers);
  const all = Array.from({ length: papers }, (_, paper) =>
    [id, second].map((session) => cast(nodes[paper % 2] ?? nodes[0], paper, `ballot ${paper}`, session)),
  );
  expect(new Set((await Promise.all(all.flat())).map(outcome))).toEqual(new Set(['cast']));
  expect(await told(nodes)).toEqual({ ballots: papers, voted: papers });
  expect(await told(nodes, second)).toEqual({ ballots: papers, voted: papers });
  expect(await checkedAll(nodes[1])).toEqual([]);
});

test('closing against casting: what was acknowledged is in the box, and nothing comes behind its end', async () => {
  const papers = 30;
  const { nodes } = await aBoxOnTwoNodes(papers);
  const [one, other] = nodes;
  const casting = Array.from({ length: papers }, async (_, paper) =>
    outcome(await cast(paper % 2 ? one : other, paper, `${paper}`)),
  );
  const closing = one.sessions.update(id, { record: { electionId: id } }, (state, { record }) =>
    accept({
      after: { ...state, session: { ...state.session, state: 'closed' } },
      append: partsOf(id, record.end, [{ type: 'EndBallots', files: [] }]),
    }),
  );
  const [outcomes, closed] = await Promise.all([Promise.all(casting), closing]);
  expect(closed.ok).toBe(true);
  const count = outcomes.filter((one) => one === 'cast').length;
  expect(outcomes.filter((one) => one === 'closed')).toHaveLength(papers - count);
  expect(await told(nodes)).toEqual({ ballots: count, voted: count });
  expect(outcome(await cast(other, 0, 'too late'))).toBe('closed');
  const last = (await other.sessions.recordState(ownRecord(id)))?.lastType;
  expect(last).toBe('EndBallots');
});

test('ballots that wait together are decided each for itself: what one refuses, throws or breaks harms no other', async () => {
  const { nodes } = await aBoxOnTwoNodes(8);
  const [node] = nodes;
  const asked = { papers: [aCredential(7)], record: { electionId: id } };
  const throwing = node.sessions.update(id, asked, () => {
    throw new Error('a bug');
  });
  const broken = node.sessions.update(id, asked, (after) =>
    accept({ after, append: partsOf(id, { ...anyBox, nextHeight: 9 }, [aBallot('x')]) }),
  );
  const all = Promise.allSettled([
    cast(node, 0, 'a'),
    throwing,
    cast(node, 1, 'b'),
    broken,
    cast(node, 0, 'c'),
    cast(node, 2, 'd'),
  ]);
  const done = (await all).map((one) =>
    one.status === 'rejected' ? String(one.reason.message) : outcome(one.value as Ruling<SessionStep, string>),
  );
  expect(done).toEqual(['cast', 'a bug', 'cast', expect.stringContaining('event 9 of record'), 'voted', 'cast']);
  expect(await told(nodes)).toEqual({ ballots: 3, voted: 3 });
});

test('a ballot that changes more than a ballot does goes the way of every other step', async () => {
  const { nodes } = await aBoxOnTwoNodes();
  const [one, other] = nodes;
  const asked = { papers: [aCredential(0)], record: { electionId: id } };
  await cast(one, 1, 'before');
  const step = await one.sessions.update(id, asked, (state, { record }) =>
    accept({
      after: {
        ...withPapers(state, aStoredPaper(id, 0, { channel: 'phone', fate: 'void' })),
        session: { ...state.session, listVersion: 7 },
      },
      append: partsOf(id, record.end, [aBallot('more')]),
    }),
  );
  expect(step.ok).toBe(true);
  for (const node of [one, other, keep(await openPostgresStore((other.address as { url: string }).url))]) {
    const state = await node.sessions.findWithPapers(id);
    expect(state?.session.listVersion).toBe(7);
    expect(state?.papers.get(aCredential(0))?.fate).toBe('void');
    expect(state?.papers.get(aCredential(1))?.votedBy).toBe('phone');
  }
});

test('a session keeps its revision while it is voted in, and has another after every other step; both nodes see it', async () => {
  const { nodes, url } = await aBoxOnTwoNodes();
  const [one, other] = nodes;
  const revision = async () => (await one.renewals.watched([id])).get(id)?.revision;
  const grown = async (change: () => Promise<unknown>) => {
    const before = (await revision()) ?? 0;
    await change();
    return ((await revision()) ?? 0) > before;
  };
  const change = (after: (state: Parameters<typeof withPapers>[0]) => Parameters<typeof withPapers>[0]) => () =>
    one.sessions.update(id, withAllPapers, (state) => accept({ after: after(state) }));
  const session = await other.sessions.find(id);
  expect(await grown(() => cast(one, 0, 'a'))).toBe(false);
  expect(await other.sessions.find(id)).toBe(session);
  expect((await other.sessions.findWithPapers(id))?.papers.get(aCredential(0))?.votedBy).toBe('phone');
  expect(await grown(change((state) => state))).toBe(false);
  expect(await grown(() => one.sessions.update(id, withAllPapers, () => refuse('no')))).toBe(false);
  expect(await grown(change((state) => ({ ...state, session: { ...state.session, listVersion: 5 } })))).toBe(true);
  expect((await other.sessions.find(id))?.listVersion).toBe(5);
  expect(await grown(change((state) => withPapers(state, aStoredPaper(id, 9))))).toBe(true);
  const links = new Map([[voterId.parse(aPersonId(1)), aCredential(0)]]);
  expect(await grown(change((state) => ({ ...state, phoneLinks: links })))).toBe(true);
  expect((await other.sessions.findWithPapers(id))?.phoneLinks).toEqual(links);
  const put = newDocument({ id: 'a', sessionId: id, kind: 'dossier', subjectId: null, title: 'B' }, Uint8Array.of(1));
  const attach = () => one.sessions.update(id, { papers: [] }, (after) => accept({ after, documents: { put } }));
  expect(await grown(attach)).toBe(true);
  expect((await other.sessions.findWithPapers(id))?.papers.get(aCredential(0))?.votedBy).toBe('phone');
  expect(await checkedAll(keep(await openPostgresStore(url)))).toEqual([]);
});

test('a session that two nodes draw up at once is drawn up once, and is there for the others', async () => {
  const url = await newPostgresDatabase();
  const nodes = await Promise.all([openPostgresStore(url), openPostgresStore(url)]);
  for (const node of nodes) keep(node);
  const session = aStoredSession(1);
  const from = { id, committeeId: session.committeeId, day: '2026-12-01', term: null };
  let drawn = 0;
  const all = [...nodes, ...nodes].map(({ sessions }) =>
    sessions.drawUp(from, ({ there }) => {
      drawn += there === undefined ? 1 : 0;
      return accept(there ?? session);
    }),
  );
  expect(await Promise.all(all)).toEqual(Array.from(all, () => accept(session)));
  expect(drawn).toBeGreaterThan(0);
  expect(await nodes[1]?.sessions.all()).toEqual([{ id, state: 'draft' }]);
});

const alterations: [what: string, statement: string, problem: string][] = [
  ['its document', `UPDATE session SET body = replace(body, 'Hội trường', 'Nơi khác')`, 'its document was altered'],
  ['what it is found by', `UPDATE session SET held_on = '2026-12-02'`, 'what it is found by was altered'],
];

test.each(alterations)('a node that remembers a session notices at once that somebody altered %s', async (...given) => {
  const [, statement, problem] = given;
  const { nodes, url } = await aBoxOnTwoNodes();
  await inPostgres(url, statement);
  await expect(cast(nodes[0], 0, 'a')).rejects.toThrow(problem);
  await expect(nodes[1].sessions.find(id)).rejects.toThrow(problem);
  expect(nodes[1].locks.list()).toMatchObject([{ sessionId: id, problem }]);
  expect(await nodes[1].sessions.list({ committeeIds: [aStoredSession(1).committeeId] })).toEqual([]);
});

test('a paper that was altered is noticed by its own ballot, and the whole when it is loaded', async () => {
  const { nodes, url } = await aBoxOnTwoNodes();
  await inPostgres(url, `UPDATE paper SET fate = 'void' WHERE credential = '${aCredential(0)}'`);
  expect(outcome(await cast(nodes[0], 1, 'another'))).toBe('cast');
  await expect(cast(nodes[0], 0, 'a')).rejects.toThrow('its papers were altered');
  await expect(cast(nodes[0], 2, 'b')).rejects.toThrow('its papers were altered');
  const started = keep(await openPostgresStore(url));
  await expect(started.sessions.find(id)).rejects.toThrow('its papers were altered');
});

const loaded: [what: string, statement: string, problem: string][] = [
  ['its seal', `UPDATE session_seal SET body = 'x'`, 'its document was altered'],
  ['its seal away', 'DELETE FROM session_seal', 'its seal is missing'],
  ['a person away', `DELETE FROM session_person WHERE person_id = '${aPersonId(1)}'`, 'its people are found by what'],
  ['a paper away', `DELETE FROM paper WHERE credential = '${aCredential(1)}'`, 'its papers were altered'],
  [
    'a paper in',
    `INSERT INTO paper SELECT session_id, 'new', channel, print_run_id, fate FROM paper LIMIT 1`,
    'papers',
  ],
];

test.each(loaded)('whoever alters %s is noticed when the session is loaded', async (_what, statement, problem) => {
  const { url } = await aBoxOnTwoNodes();
  await inPostgres(url, statement);
  const started = keep(await openPostgresStore(url));
  await expect(started.sessions.findWithPapers(id)).rejects.toThrow(problem);
});

/** As a superuser does whom no foreign key stops. */
const taken = (more: string) => `SET session_replication_role = replica; DELETE FROM session; ${more}`;

test.each([
  ['with its seal', taken('DELETE FROM session_seal; DELETE FROM session_person')],
  ['with its seal and record', taken('DELETE FROM session_seal; DELETE FROM record; DELETE FROM session_person')],
  ['with its seal and papers', taken('DELETE FROM session_seal; DELETE FROM paper')],
])('a session that was taken away %s is locked where nobody remembers it', async (_what, statements) => {
  const { url } = await aBoxOnTwoNodes();
  await inPostgres(url, statements);
  const missing = 'its row is missing';
  const from = { id, committeeId: aStoredSession(1).committeeId, day: '2026-12-01', term: null };
  const { sessions, locks } = keep(await openPostgresStore(url));
  await expect(sessions.findWithPapers(id)).rejects.toThrow(missing);
  expect(locks.list()).toMatchObject([{ sessionId: id, problem: missing }]);
  for (const step of [
    ({ sessions }: Store) => sessions.find(id),
    (store: Store) => cast(store, 0, 'a'),
    ({ sessions }: Store) => sessions.update<never, object>(id, withAllPapers, (after) => accept({ after })),
    ({ sessions }: Store) => sessions.drawUp(from, () => accept(aStoredSession(1))),
  ]) {
    const fresh = keep(await openPostgresStore(url));
    await expect(step(fresh)).rejects.toThrow(missing);
    expect(fresh.locks.list()).toMatchObject([{ sessionId: id, problem: missing }]);
  }
  expect(await sessions.find(second)).toBeUndefined();
});

test('the check of everything finds a record whose session was taken away', async () => {
  const { url } = await aBoxOnTwoNodes();
  await inPostgres(url, taken('DELETE FROM session_seal'));
  const { sessions, locks } = keep(await openPostgresStore(url));
  expect(await sessions.all()).toEqual([]);
  expect(locks.list()).toMatchObject([{ sessionId: id, problem: 'its row is missing' }]);
});

async function rowsIn(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement).finally(() => client.end());
  return rows;
}

test('papers lie in the order of their credentials after each change of state, however they came', async () => {
  const { nodes, url } = await aBoxOnTwoNodes(0);
  const papers = [5, 3, 8, 1].map((paper) => aStoredPaper(id, paper));
  for (const paper of papers) {
    await nodes[0].sessions.update(id, withAllPapers, (state) => accept({ after: withPapers(state, paper) }));
  }
  const change = (state: 'counting' | 'closed') =>
    nodes[1].sessions.update(id, { papers: [] }, (loaded) =>
      accept({ after: { ...loaded, session: { ...loaded.session, state } } }),
    );
  expect((await change('counting')).ok).toBe(true);
  const lie = await rowsIn(url, 'SELECT credential FROM paper ORDER BY ctid');
  expect(lie).toEqual(
    papers.map(({ credential }) => ({ credential })).sort((a, b) => (a.credential < b.credential ? -1 : 1)),
  );
});

test('a server that is killed in the middle of casting loses nothing that was acknowledged; retries succeed', async () => {
  const server = await startPostgres({ durable: true });
  try {
    const papers = 60;
    const keys = linkKeysIn(newFolder());
    const node = keep(await postgresStore(server.url('postgres'), keys));
    await openBox(node, id, papers);
    const acknowledged: number[] = [];
    let killing: Promise<void> | undefined;
    const send = async (paper: number) => {
      const step = await cast(node, paper, `${paper}`);
      if (step.ok) acknowledged.push(paper);
      if (acknowledged.length === 12) killing ??= server.kill();
    };
    const inLanes = Array.from({ length: 6 }, async (_, lane) => {
      for (let paper = lane; paper < papers; paper += 6) await send(paper);
    });
    expect((await Promise.allSettled(inLanes)).some(({ status }) => status === 'rejected')).toBe(true);
    await killing;
    expect(acknowledged.length).toBeLessThan(papers);
    await server.start();
    const again = keep(await postgresStore(server.url('postgres'), keys));
    const before = await told([node, again]);
    expect(before?.ballots).toBeGreaterThanOrEqual(acknowledged.length);
    const retried = await Promise.all(
      Array.from({ length: papers }, (_, paper) => cast(paper % 2 ? node : again, paper, `${paper}`)),
    );
    for (const paper of acknowledged) expect(outcome(retried[paper] ?? refuse('none'))).toBe('there');
    expect(retried.every(({ ok }) => ok)).toBe(true);
    expect(await told([node, again])).toEqual({ ballots: papers, voted: papers });
    expect(await checkedAll(again)).toEqual([]);
  } finally {
    server.stop();
  }
});
