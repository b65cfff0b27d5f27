import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesDigest } from '../../../src/server/store/digest.ts';
import type { StoredDocument } from '../../../src/server/store/document-store.ts';
import { documentDigest, documentsDigest } from '../../../src/server/store/session-seal.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { valuesIn } from '../../support/build/worksheets.ts';
import {
  type Alter,
  type AlteredFile,
  aFolder,
  alteredFile,
  flipped,
  inBody,
  inSealedBody,
  run,
} from '../../support/service/altered-file.ts';
import {
  aPublishedVote,
  aTalliedVote,
  attachMinutes,
  done,
  inject,
  sendFile,
  signedScan,
} from '../../support/service/counted-vote.ts';
import { readersOf } from '../../support/service/readers.ts';
import { type Answer, aVoteService, castAll, opened, type VoteService } from '../../support/service/vote-service.ts';

/** Somebody takes the seals out of the audit log, whichever chain holds them. */
function forgetLoggedSeals(raw: Parameters<Alter>[0]): void {
  for (const table of ['audit_entry', 'committee_audit_entry']) {
    raw.exec(`DROP TRIGGER ${table}_not_changed; UPDATE ${table} SET seal = NULL`);
  }
}

/** What somebody writes instead of what was there. */
const other = 'Ai đó khác';

/** Every value of a session's document that a page, a paper or a file shows, or that one is computed from. */
const inDocument: readonly (readonly [path: string, value: unknown])[] = [
  ['$.tally.result[0][0]', 7],
  ['$.tally.counted', 9],
  ['$.tally.missing', [3]],
  ['$.tally.sharesOf', [1, 2]],
  ['$.tally.proofs[0]', '{}'],
  ['$.tally.encryptedTally', 'a'.repeat(64)],
  ['$.tally.resultAt', '2026-12-02T01:00:00.000Z'],
  ['$.subjects[0].name', other],
  ['$.subjects[0].position', other],
  ['$.subjects[0].excludedFor', 'left-office'],
  ['$.subjects[0].struckFor', other],
  ['$.committeeName', other],
  ['$.committeeRank', 'province'],
  ['$.superiorName', other],
  ['$.settings.title', other],
  ['$.settings.place', other],
  ['$.settings.placeOfIssue', other],
  ['$.settings.convenedBy', other],
  ['$.settings.plan', other],
  ['$.settings.threshold', 3],
  ['$.form.levels[0].label.vi', other],
  ['$.form.base', 'other'],
  ['$.form.title.vi', other],
  ['$.form.citation.vi', other],
  ['$.form.tiers', []],
  ['$.form.wording.base.vi', other],
  ['$.chair.name', other],
  ['$.tellers[0].name', other],
  ['$.roll[0].name', other],
  ['$.roll[0].position', other],
  ['$.roll[0].present', false],
  ['$.roll[0].received', null],
  ['$.nonVoters', [{ id: 'x', personId: null, name: other, position: other, present: true }]],
  ['$.briefing.text', other],
  ['$.briefing.by.name', other],
  ['$.attendanceRecordedAt', '2026-12-02T01:00:00.000Z'],
  ['$.openedAt', '2026-12-02T01:00:00.000Z'],
  ['$.opening.election', '{}'],
  ['$.opening.trustees', '[]'],
  ['$.opening.setupHash', 'a'.repeat(64)],
  ['$.announcements[0].collected', 9],
  ['$.invalidSheets', { other: 1 }],
  ['$.printRuns', []],
  ['$.replacedWithoutStub', 1],
  ['$.listVersion', 9],
  ['$.lostKeys', [1]],
  ['$.decisions', [{ kind: 'reopen', text: other }]],
  ['$.closing.at', '2026-12-02T01:00:00.000Z'],
  ['$.closing.ledger.issued', 11],
  ['$.closing.deviation', other],
  ['$.publication.at', '2026-12-02T01:00:00.000Z'],
  ['$.publication.by.name', other],
  ['$.publication.signedMinutesHash', 'a'.repeat(64)],
  ['$.publication.annulment', null],
  ['$.publication.annulment.decision', other],
  ['$.publication.annulment.reason', other],
  ['$.plainVoting', { by: { accountId: 'x', name: other }, at: '', used: true }],
  ['$.cancellation', { by: { accountId: 'x', name: other }, at: '', reason: other, from: 'open' }],
];

describe('a published session', () => {
  let made: VoteService;
  let file: AlteredFile;
  beforeAll(async () => {
    const folder = aFolder();
    made = await aPublishedVote({ store: sqliteStore(folder) });
    const { superiorChair } = await readersOf(made.service);
    await done(made.post('annulment', superiorChair, { decision: 'Quyết định số 1', reason: 'Vi phạm quy trình' }));
    file = await alteredFile(made, folder);
  });
  afterAll(async () => {
    file.close();
    await made.service.app.close();
  });

  const readResult = () => made.get('result', made.seatHolder);
  const rollUp = () =>
    inject(made.service.app, {
      ...{ method: 'GET', url: `/api/committees/${aCommittee(2).id}/roll-up`, headers: made.superiorSeatHolder },
    });
  const answerOf = ({ status, body }: Answer) => [status, body.code];
  const locked = [409, 'record-altered'];

  test('is served as it was kept, its documents too', async () => {
    const answer = await file.readAfter(() => {}, readResult);
    expect([answer.status, answer.problems]).toEqual([200, []]);
    expect((await file.readAfter(() => {}, rollUp)).body.results.total).toBe(1);
    const scan = await file.readAfter(
      () => {},
      () => made.get('signed-minutes', made.seatHolder),
    );
    expect(Buffer.from(scan.bytes)).toEqual(signedScan);
  });

  test.each(inDocument)('is locked when somebody writes %s', async (path, value) => {
    expect(answerOf(await file.readAfter(inBody(path, value), readResult))).toEqual(locked);
  });

  test('is locked even when its digests were written anew: the audit log carries another', async () => {
    for (const [path, value] of inDocument) {
      const answer = await file.readAfter(inSealedBody(path, value), readResult);
      expect([path, ...answerOf(answer)]).toEqual([path, ...locked]);
    }
  });

  /** The same by somebody who also takes the seals out of the audit log: that breaks its chain, and is not enough. */
  const unlogged =
    (alter: Alter): Alter =>
    (raw) => {
      forgetLoggedSeals(raw);
      alter(raw);
    };
  test.each([
    ['$.tally.result[0][0]', 5],
    ['$.tally.counted', 9],
    ['$.subjects[0].name', other],
    ['$.committeeName', other],
    ['$.settings.title', other],
    ['$.roll[0].name', other],
    ['$.form.levels[0].label.vi', other],
    ['$.briefing.text', other],
    ['$.settings.place', other],
  ])('is locked although digests and audit log were altered too: the record says another %s', async (path, value) => {
    const answer = await file.readAfter(unlogged(inSealedBody(path, value)), readResult);
    expect(answerOf(answer)).toEqual(locked);
    expect(answer.problems.join()).toContain('record');
  });

  const rows: readonly (readonly [what: string, alter: Alter])[] = [
    ['its state', run("UPDATE session SET state = 'tallied'")],
    ['the committee it belongs to', run(`UPDATE session SET committee_id = '${aCommittee(3).id}'`)],
    ['the superior it is published to', run(`UPDATE session SET superior_id = '${aCommittee(1).id}'`)],
    ['the day of the conference', run("UPDATE session SET held_on = '2026-12-09'")],
    ['its read key', run("UPDATE session SET read_key = 'other'")],
    ['the plan it follows', run("UPDATE session SET plan_id = 'other'")],
    ['the format of its document', run('UPDATE session SET format = 4')],
    ['a document that is no JSON any more', run("UPDATE session SET body = '{'")],
    ['a paper that counts as void', run("UPDATE paper SET fate = 'void' WHERE fate = 'live'")],
    ['a paper that is gone', run("DELETE FROM paper WHERE fate = 'unused'")],
    ['a paper that has not voted', run('UPDATE paper SET voted_by = NULL')],
    ['somebody who becomes a teller', run("UPDATE session_person SET role = 'teller' WHERE role = 'voter'")],
    ['its seal', run('DELETE FROM session_seal')],
    ['the result at the end of its record', run("DELETE FROM record_event WHERE type = 'Result'")],
    ['a byte of its result', flipped('record_event', 'bytes', "type = 'Result'", 520)],
    ['a byte of its setup', flipped('record_event', 'bytes', "type = 'Setup'", 1540)],
    ['a byte of a share', flipped('record_event', 'bytes', "type = 'PartialDecryption'", 520)],
    ['a byte of a ballot', flipped('record_event', 'bytes', "type = 'Ballot'", 520)],
    ['its whole record', run('DELETE FROM record_event; DELETE FROM record')],
  ];
  test.each(rows)('is locked when somebody alters %s', async (_what, alter) => {
    // Whoever asks: altered columns may let others in, or nobody.
    const answers = [
      answerOf(await file.readAfter(alter, readResult)),
      answerOf(await file.readAfter(alter, () => made.get('result', made.superiorSeatHolder))),
    ];
    expect(answers.every(([status]) => status === 409 || status === 404)).toBe(true);
    expect(answers).toContainEqual(locked);
  });

  const results: readonly (readonly [what: string, alter: Alter])[] = [
    ['counts', run("UPDATE published_result SET result = json_set(result, '$.subjects[0].counts[0]', 7)")],
    ['a name', run(`UPDATE published_result SET result = json_set(result, '$.subjects[0].name', '${other}')`)],
    ['a tier', run("UPDATE published_result SET result = json_set(result, '$.subjects[0].tier', 2)")],
    ['that it is annulled', run("UPDATE published_result SET result = json_set(result, '$.annulled', json('false'))")],
    ['the committee', run(`UPDATE published_result SET result = json_set(result, '$.committeeName', '${other}')`)],
    ['everything', run('DELETE FROM published_result')],
    ['a document that is no JSON any more', run("UPDATE published_result SET result = '{'")],
    ['its seal', run('DELETE FROM session_seal')],
    ['the record', run("DELETE FROM record_event WHERE type = 'Result'")],
  ];
  test.each(results)('is left out of a roll-up that names it, when somebody alters %s there', async (_what, alter) => {
    const { status, body, problems } = await file.readAfter(alter, rollUp);
    expect([status, body.results.total, problems.length]).toEqual([200, 0, 1]);
    expect(body.locked).toEqual([
      { sessionId: made.vote.state.session.id, committeeName: aCommittee(1).name, heldOn: '2026-12-01' },
    ]);
  });

  test('is named in the files of a roll-up, whatever they are narrowed to, and where somebody’s results are read', async () => {
    const alter = run("UPDATE published_result SET result = '{'");
    const { id } = made.vote.state.session;
    const ask = (rest: string) => () =>
      inject(made.service.app, {
        ...{
          method: 'GET',
          url: `/api/committees/${aCommittee(2).id}/roll-up${rest}`,
          headers: made.superiorSeatHolder,
        },
      });
    const csv = async (query: string) => {
      const { bytes } = await file.readAfter(alter, ask(`/table?format=csv${query}`));
      return Buffer.from(bytes).toString().trimEnd().split('\r\n').slice(1);
    };
    const [row, ...others] = await csv('&from=2030-01-01');
    expect(others).toEqual([]);
    expect(row).toContain(`,,${aCommittee(1).name},,"KẾT QUẢ BỊ KHÓA`);
    expect(row).toContain(`Mã đợt: ${id}",2026-12-01,`);
    expect(await csv('&language=en')).toEqual([expect.stringContaining('RESULT LOCKED')]);
    const workbook = await file.readAfter(alter, ask('/table?format=xlsx&language=en'));
    for (const sheet of [1, 2]) {
      // Below the title, whose it is, of which day, and what the columns are.
      const [row, ...others] = (await valuesIn(workbook.bytes, sheet)).filter((cells) =>
        cells.includes(aCommittee(1).name),
      );
      expect(others).toEqual([]);
      expect(row).toEqual(expect.arrayContaining([expect.stringContaining(id)]));
    }
    const committees = () =>
      inject(made.service.app, { method: 'GET', url: '/api/roll-ups', headers: made.superiorSeatHolder });
    expect((await file.readAfter(alter, committees)).body).toMatchObject([
      { committeeId: aCommittee(2).id, results: 0 },
    ]);
  });

  test.each([
    ['says that it was sealed before a migration', 'UPDATE sealing SET migrations = migrations - 1'],
    ['does not say any more that it was ever sealed', 'DELETE FROM sealing'],
    ['has lost its seals as well', 'DELETE FROM sealing; DELETE FROM session_seal'],
  ])('is not sealed anew by a start where the database %s', async (_what, statement) => {
    const alter: Alter = (raw) => {
      inBody('$.closing.deviation', other)(raw);
      raw.exec(statement);
    };
    expect(answerOf(await file.readAfter(alter, readResult))).toEqual(locked);
  });

  const documents: readonly (readonly [what: string, alter: Alter])[] = [
    ['a byte', flipped('document', 'bytes', "id = 'signed-minutes'", 12)],
    ['its hash', run("UPDATE document SET bytes_hash = 'a'")],
    ['its title', run(`UPDATE document SET title = '${other}'`)],
    ['everything', run('DELETE FROM document')],
    [
      'all its digests',
      (raw) => {
        raw.exec("UPDATE document SET bytes = CAST('%PDF-1.7 other' AS BLOB)");
        raw.function('bytes_digest', (bytes) => bytesDigest(bytes as Uint8Array));
        raw.exec('UPDATE document SET bytes_hash = bytes_digest(bytes)');
        const { session_id, bytes_hash } = raw.prepare('SELECT * FROM document').get() as Record<string, string>;
        const own = { sessionId: session_id, id: 'signed-minutes', kind: 'signed-minutes', subjectId: null, title: '' };
        const seal = documentDigest(own as StoredDocument, bytes_hash ?? '');
        raw.prepare('UPDATE document SET seal = ?').run(seal);
        raw.prepare('UPDATE session_seal SET documents = ?').run(documentsDigest([seal]));
        forgetLoggedSeals(raw);
      },
    ],
  ];
  test.each(documents)('refuses its signed minutes alone when somebody alters %s of the scan', async (_what, alter) => {
    const scan = () => made.get('signed-minutes', made.seatHolder);
    expect(answerOf(await file.readAfter(alter, scan))).toEqual(locked);
    expect((await file.readAfter(alter, readResult)).status).toBe(200);
  });
});

describe('a tallied session with a signed scan', () => {
  let made: VoteService;
  let file: AlteredFile;
  beforeAll(async () => {
    const folder = aFolder();
    made = await aTalliedVote([], { store: sqliteStore(folder) });
    await done(attachMinutes(made));
    file = await alteredFile(made, folder);
  });
  afterAll(async () => {
    file.close();
    await made.service.app.close();
  });
  const publish = () => made.post('publication', made.chair);

  test.each<[what: string, alter: Alter]>([
    ['a byte', flipped('document', 'bytes', "id = 'signed-minutes'", 12)],
    ['its hash', run("UPDATE document SET bytes_hash = 'f00d'")],
    ['its kind', run("UPDATE document SET kind = 'dossier'")],
  ])('is not published when somebody alters %s of the scan, until it is attached anew', async (_what, alter) => {
    const both = async () => {
      expect(await publish()).toMatchObject({ status: 409, body: { code: 'record-altered' } });
      expect((await made.get('result', made.chair)).body.state).toBe('tallied');
      await done(attachMinutes(made));
      return publish();
    };
    expect(await file.readAfter(alter, both)).toMatchObject({ status: 200, body: { state: 'published' } });
  });
});

describe('an open session', () => {
  let made: VoteService;
  let file: AlteredFile;
  beforeAll(async () => {
    const folder = aFolder();
    made = await aVoteService({ subjects: 2, voters: 4, sheets: 3 }, { store: sqliteStore(folder) });
    const dossier = (title: string) =>
      done(sendFile(made, 'POST', `dossiers?title=${title}`, made.chair, Buffer.from('%PDF-1.7 a')));
    await dossier('first');
    await dossier('second');
    await castAll(made, await opened(made), [[0, 1]]);
    file = await alteredFile(made, folder);
  });
  afterAll(async () => {
    file.close();
    await made.service.app.close();
  });
  const page = () => made.get('ballot', made.holder);

  test('is served as it was kept', async () => {
    const { status, body, problems } = await file.readAfter(() => {}, page);
    expect([status, body.dossiers.length, problems]).toEqual([200, 2, []]);
  });

  // Those that people see before anything is closed; the rest is compared by the same digest.
  const shown = /^\$\.(subjects|settings|form|chair|tellers|roll|briefing|committeeName|superiorName)/;
  test('is locked when somebody writes what its pages show', async () => {
    for (const [path, value] of inDocument.filter(([one]) => shown.test(one))) {
      const { status } = await file.readAfter(inBody(path, value), page);
      expect([path, status]).toEqual([path, 409]);
    }
  });

  test.each([
    ['$.subjects[0].name', other],
    ['$.committeeName', other],
    ['$.settings.title', other],
    ['$.roll[0].name', other],
    ['$.form.levels[0].label.vi', other],
    ['$.briefing.text', other],
  ])('is locked although its digests were written anew: the record says another %s', async (path, value) => {
    expect((await file.readAfter(inSealedBody(path, value), page)).status).toBe(409);
  });

  test('goes on without a dossier that was altered, which is refused by itself', async () => {
    const alter = run(`UPDATE document SET title = '${other}' WHERE title = 'second'`);
    const { status, body } = await file.readAfter(alter, page);
    expect([status, body.dossiers.map(({ title }: { title: string }) => title)]).toEqual([200, ['first']]);
    const { dossiers } = (await file.readAfter(() => {}, page)).body;
    const [, second] = dossiers;
    const byte = flipped('document', 'bytes', `id = '${second.id}'`, 9);
    const read = () => made.get(`dossiers/${second.id}`, made.holder);
    expect((await file.readAfter(byte, read)).status).toBe(409);
    expect((await file.readAfter(byte, page)).status).toBe(200);
  });
});
