import { beforeEach, describe, expect, test } from 'vitest';
import {
  aClosedVote,
  aPublishedVote,
  aTalliedVote,
  attachMinutes,
  type CountedVote,
  done,
  sendFile,
  signedScan,
} from '../../support/service/counted-vote.ts';
import { type Readers, readersOf } from '../../support/service/readers.ts';
import type { Answer } from '../../support/service/vote-service.ts';

let made: CountedVote;

/** The refusal, after making sure that nothing at all has changed, documents included. */
async function refused(attempt: () => Promise<Answer>) {
  const everything = async () => ({
    ...{ made: await made.everything(), documents: await documents() },
  });
  const before = await everything();
  const { status, body, headers } = await attempt();
  expect(await everything()).toEqual(before);
  expect(headers['content-type']).toContain('application/problem+json');
  return `${status} ${body.code}`;
}

async function documents() {
  const { documents } = made.service.deps.store;
  const { id } = made.vote.state.session;
  const listed = await documents.list(id);
  return Promise.all(listed.map((one) => documents.read(id, one.id)));
}

const publish = (headers = made.chair) => made.post('publication', headers);

describe('publishing a tallied result', () => {
  beforeEach(async () => {
    made = await aTalliedVote();
    return () => made.service.app.close();
  });

  test('needs the scan of the signed minutes', async () => {
    expect(await refused(() => publish())).toBe('409 signed-minutes-missing');
    await done(attachMinutes(made));
    const { body } = await done(publish());
    expect(body).toMatchObject({ state: 'published', publishedAt: '2026-12-01T01:00:00.000Z' });
  });

  test('takes only a PDF as signed minutes', async () => {
    for (const file of ['biên bản', ' %PDF-1.7', 'PK\u0003\u0004', '']) {
      expect(await refused(() => attachMinutes(made, Buffer.from(file)))).toMatch(
        /^4\d\d (not-a-pdf|invalid-request)$/,
      );
    }
    const image = () => sendFile(made, 'PUT', 'signed-minutes', made.chair, signedScan, 'image/png');
    expect(await refused(image)).toBe('415 unsupported-type');
    expect(await refused(() => publish())).toBe('409 signed-minutes-missing');
  });

  test('publishes the newer of two scans, and none comes after it', async () => {
    await done(attachMinutes(made, Buffer.from('%PDF-1.4 sai trang')));
    await done(attachMinutes(made));
    await done(publish());
    expect(await refused(() => attachMinutes(made, Buffer.from('%PDF-1.7 khác')))).toBe('409 published-already');
    expect(Buffer.from((await made.get('signed-minutes', made.seatHolder)).bytes)).toEqual(signedScan);
  });

  test('is the chair’s alone', async () => {
    const readers = await readersOf(made.service);
    await done(sendFile(made, 'PUT', 'signed-minutes', readers.office, signedScan));
    const others = [made.teller(1), readers.office, readers.secretary, made.seatHolder, made.superiorSeatHolder];
    for (const who of [...others, readers.superiorChair, readers.siblingChair, readers.administrator]) {
      expect(await refused(() => publish(who))).toBe('404 not-found');
    }
    expect(await refused(() => publish({}))).toBe('401 not-signed-in');
  });

  test('only chair and office attach the minutes', async () => {
    const readers = await readersOf(made.service);
    for (const who of [made.teller(1), made.seatHolder, readers.superiorChair, readers.administrator]) {
      const attempt = () => sendFile(made, 'PUT', 'signed-minutes', who, signedScan);
      expect(await refused(attempt)).toBe('404 not-found');
    }
  });

  test('answers the same when the command arrives twice', async () => {
    await done(attachMinutes(made));
    const first = await done(publish());
    made.service.passSeconds(60);
    expect((await done(publish())).body).toEqual(first.body);
  });
});

test('nothing is attached or published before the totals are open', async () => {
  made = await aClosedVote();
  expect(await refused(() => attachMinutes(made))).toBe('409 not-tallied');
  expect(await refused(() => publish())).toBe('409 not-tallied');
  await made.service.app.close();
});

describe('annulling a published result', () => {
  const annulment = { decision: 'Quyết định số 12-QĐ/TU', reason: 'Vi phạm quy trình' };
  const annul = (headers: Readonly<Record<string, string>>, body: object = annulment) =>
    made.post('annulment', headers, body);
  let readers: Readers;
  beforeEach(async () => {
    made = await aPublishedVote();
    readers = await readersOf(made.service);
    return () => made.service.app.close();
  });

  test('is for the chair of the superior committee alone', async () => {
    const others = [made.chair, made.teller(1), made.seatHolder, made.superiorSeatHolder, readers.administrator];
    for (const who of [...others, readers.siblingChair, readers.chairTwoLevelsUp, readers.office]) {
      expect(await refused(() => annul(who))).toBe('404 not-found');
    }
    expect(await refused(() => annul({}))).toBe('401 not-signed-in');
  });

  test('deletes nothing: the totals stay readable, with the superior’s decision beside them', async () => {
    const before = (await made.get('result', made.seatHolder)).body;
    await done(annul(readers.superiorChair));
    const after = (await made.get('result', made.seatHolder)).body;
    expect(after).toEqual({ ...before, annulment: after.annulment });
    expect(after.annulment).toMatchObject({ ...annulment, at: '2026-12-01T01:00:00.000Z' });
    expect((await made.get('record', made.seatHolder)).status).toBe(200);
  });

  test('shows no total to a superior’s chair who holds no seat', async () => {
    const answer = await done(annul(readers.superiorChair));
    expect(Buffer.from(answer.bytes).toString()).not.toMatch(/percent|subjects|levels/);
  });

  test('happens once; the same decision sent twice is answered the same', async () => {
    const first = await done(annul(readers.superiorChair));
    made.service.passSeconds(60);
    expect((await done(annul(readers.superiorChair))).body).toEqual(first.body);
    const other = { ...annulment, decision: 'Quyết định số 13-QĐ/TU' };
    expect(await refused(() => annul(readers.superiorChair, other))).toBe('409 annulled-already');
  });
});

test('a result that was not published cannot be annulled', async () => {
  made = await aTalliedVote();
  const { superiorChair } = await readersOf(made.service);
  const body = { decision: 'Quyết định', reason: 'Lý do' };
  expect(await refused(() => made.post('annulment', superiorChair, body))).toBe('409 not-published');
  await made.service.app.close();
});
