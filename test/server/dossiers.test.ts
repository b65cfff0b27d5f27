import { beforeEach, expect, test } from 'vitest';
import { sessionId } from '../../src/domain/session/session.ts';
import { inject, sendFile } from '../support/service/counted-vote.ts';
import { keepDocument } from '../support/service/documents.ts';
import { type Readers, readersOf } from '../support/service/readers.ts';
import { type Answer, aVoteService, type Headers, opened, type VoteService } from '../support/service/vote-service.ts';

const report = Buffer.from('%PDF-1.7\nBáo cáo kiểm điểm');
let made: VoteService;
let readers: Readers;
beforeEach(async () => {
  made = await aVoteService();
  readers = await readersOf(made.service);
  return () => made.service.app.close();
});

function add(query: string, headers: Headers = made.chair, file: Uint8Array = report, type?: string) {
  return sendFile(made, 'POST', `dossiers?${query}`, headers, file, type);
}

async function added(query = 'title=Báo cáo'): Promise<string> {
  const { status, body } = await add(query);
  expect(status).toBe(201);
  return body.id;
}

function remove(id: string, headers: Headers = made.chair): Promise<Answer> {
  const url = `/api/sessions/${made.vote.state.session.id}/dossiers/${id}`;
  return inject(made.service.app, { method: 'DELETE', url, headers: { ...headers } });
}

const documents = () => made.service.deps.store.documents.list(made.vote.state.session.id);

/** The refusal, after making sure that no document came, went or changed. */
async function refused(attempt: () => Promise<Answer>) {
  const before = await documents();
  const { status, body } = await attempt();
  expect(await documents()).toEqual(before);
  return `${status} ${body.code}`;
}

test('a dossier sent again after a lost answer is there once, under an id that is nothing else’s', async () => {
  const query = `title=Báo cáo&id=${crypto.randomUUID()}`;
  const { audit } = made.service.deps.store;
  const before = (await audit.check()).count;
  const [one, again] = await Promise.all([add(query), add(query)]);
  expect([one.status, again.status, (await audit.check()).count]).toEqual([201, 201, before + 1]);
  expect([again.body, (await documents()).length]).toEqual([one.body, 1]);
  expect(await refused(() => add(query.replace('title=', 'title=Bản khác của ')))).toBe('409 id-in-use');
  expect(await refused(() => add(query, made.chair, Buffer.from('%PDF-1.7 khác')))).toBe('409 id-in-use');
});

test('chair and office attach reports to the session or to one subject, and the ballot page lists them', async () => {
  const [subject] = made.vote.state.session.subjects;
  const whole = await added();
  const own = await add(`title=Bản tự kiểm điểm&subjectId=${subject?.id}`, readers.office);
  expect(own).toMatchObject({ status: 201, body: { title: 'Bản tự kiểm điểm', subjectId: subject?.id } });
  expect((await made.get('ballot', made.holder)).body.dossiers).toEqual([
    { id: whole, title: 'Báo cáo', subjectId: null },
    own.body,
  ]);
});

test('everybody who holds a paper reads them with the read key, byte for byte, before and after opening', async () => {
  const id = await added();
  for (const who of [made.holder, made.chair, made.teller(1), readers.office, readers.secretary, made.seatHolder]) {
    const answer = await made.get(`dossiers/${id}`, who);
    expect([answer.status, answer.headers['content-type'], Buffer.from(answer.bytes)]).toEqual([
      ...[200, 'application/pdf', report],
    ]);
  }
  await opened(made);
  expect((await made.get(`dossiers/${id}`, made.holder)).status).toBe(200);
});

test('nobody else reads them: not the superior, not a sibling, not the administrator, not with another key', async () => {
  const id = await added();
  const others = [made.superiorSeatHolder, made.stranger, readers.sibling, readers.administrator, readers.former];
  for (const who of [...others, { 'x-read-key': 'another key' }, { 'x-read-key': '' }]) {
    const { status } = await made.get(`dossiers/${id}`, who);
    expect([401, 404]).toContain(status);
  }
  expect((await made.get(`dossiers/${id}`, {})).status).toBe(401);
});

test('only PDF files are dossiers', async () => {
  expect(await refused(() => add('title=A', made.chair, Buffer.from('<script>')))).toBe('422 not-a-pdf');
  expect(await refused(() => add('title=A', made.chair, report, 'text/html'))).toBe('415 unsupported-type');
  expect(await refused(() => add('title=', made.chair))).toBe('400 invalid-request');
  expect(await refused(() => add('title=A&subjectId=nobody'))).toMatch(/unknown-subject/);
});

test('only chair and office attach or remove them', async () => {
  const id = await added();
  for (const who of [made.teller(1), made.seatHolder, made.superiorSeatHolder, readers.administrator]) {
    expect(await refused(() => add('title=A', who))).toBe('404 not-found');
    expect(await refused(() => remove(id, who))).toBe('404 not-found');
  }
  expect(await refused(() => add('title=A', made.holder))).toBe('401 not-signed-in');
});

test('they are attached and removed before opening only: what voters read does not change under them', async () => {
  const [first, second] = [await added(), await added('title=Thay thế')];
  expect((await remove(first)).status).toBe(204);
  expect((await documents()).map(({ id }) => id)).toEqual([second]);
  await opened(made);
  expect(await refused(() => add('title=A'))).toBe('409 not-before-opening');
  expect(await refused(() => remove(second))).toBe('409 not-before-opening');
});

test('a dossier of another session is not found, nor are signed minutes a dossier', async () => {
  const { store } = made.service.deps;
  const other = sessionId.parse('Another1Session1Before');
  const session = { ...made.vote.state.session, id: other };
  await store.sessions.create(session);
  const file = { subjectId: null, title: 'A' };
  await keepDocument(store, { ...file, id: 'elsewhere', sessionId: other, kind: 'dossier' }, report);
  await keepDocument(store, { ...file, id: 'signed-minutes', sessionId: session.id, kind: 'signed-minutes' }, report);
  await keepDocument(
    store,
    { ...file, id: 'signed-minutes', sessionId: made.vote.state.session.id, kind: 'signed-minutes' },
    report,
  );
  for (const id of ['elsewhere', 'signed-minutes', 'nothing']) {
    expect((await made.get(`dossiers/${id}`, made.holder)).status).toBe(404);
    expect(await refused(() => remove(id))).toBe('404 unknown-dossier');
  }
});

test('so many that nobody could read them are refused', async () => {
  const { store } = made.service.deps;
  const { id: session } = made.vote.state.session;
  for (let number = 1; number <= 200; number++) {
    const title = `Tài liệu ${number}`;
    await keepDocument(
      store,
      { id: `d${number}`, sessionId: session, kind: 'dossier', subjectId: null, title },
      report,
    );
  }
  expect(await refused(() => add('title=Một tài liệu nữa'))).toMatch(/too-many-dossiers/);
});
