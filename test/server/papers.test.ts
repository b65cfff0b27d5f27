import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionId } from '../../src/domain/session/session.ts';
import { sheetSerial } from '../../src/domain/session/sheet-serial.ts';
import { linkKeyLength, linkKeysName } from '../../src/server/store/link-keys.ts';
import { AlteredSession } from '../../src/server/store/session-locks.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { aPersonId } from '../support/build/ids.ts';
import { numbers, tellerPerson } from '../support/build/sessions.ts';
import {
  aDraft,
  aHall,
  anIssued,
  aPrintRun,
  type Hall,
  type Headers,
  publicHalves,
  settings,
} from '../support/service/hall.ts';
import { folderOf } from '../support/service/stores.ts';
import { aVoteService, opened } from '../support/service/vote-service.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall();
});
afterAll(() => hall.service.app.close());

async function codeOf(answering: ReturnType<Hall['send']>): Promise<string | number> {
  const { status, body } = await answering;
  return body?.code ?? status;
}

async function sheetsLeft(id: SessionId): Promise<number> {
  return (await hall.at(id, 'GET', '', hall.chair)).body.sheetsLeft;
}

const voter = (number: number) => aPersonId(number);
const sheetOf = (number: number) => `/roll/${voter(number)}/sheet`;

describe('printing', () => {
  test('the office receives what is printed once the session is issued, and no credential', async () => {
    const draft = await aDraft(hall);
    expect(await codeOf(hall.at(draft, 'GET', '/print-data', hall.office))).toBe('papers-not-open');
    const id = await anIssued(hall);
    const { status, body } = await hall.at(id, 'GET', '/print-data', hall.office);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      sessionId: id,
      subjects: [{ name: 'Đồng chí 1' }, {}, {}],
      form: { id: 'qd-96-2023' },
    });
    expect(new URL(body.votingAddress)).toMatchObject({ hash: '', search: '', pathname: '/v' });
    expect(await codeOf(hall.at(id, 'GET', '/print-data', hall.teller(1)))).toBe('not-found');
  });

  test('only points of the group are public halves of credentials', async () => {
    const id = await anIssued(hall);
    const neutral = '0'.repeat(63).concat('1');
    for (const credential of ['f'.repeat(64), neutral, '0'.repeat(64)]) {
      expect(await codeOf(hall.at(id, 'POST', '/print-runs', hall.office, { credentials: [credential] }))).toBe(
        'invalid-credential',
      );
    }
    const capital = publicHalves(id, 1).map((one) => one.toUpperCase());
    expect(await codeOf(hall.at(id, 'POST', '/print-runs', hall.office, { credentials: capital }))).toBe(
      'invalid-request',
    );
    expect((await hall.state(id)).papers.size).toBe(0);
  });

  test('a private credential is not taken for a public half', async () => {
    const id = await anIssued(hall);
    const credentials = ['AbCdE-FgHiJk-LmNpQ-RsTuVw'];
    const refused = await hall.at(id, 'POST', '/print-runs', hall.office, { credentials });
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid-request']);
    expect(JSON.stringify(refused.body)).not.toContain(credentials[0]);
    expect(hall.service.log.join('')).not.toContain(credentials[0]);
  });

  test('a print run is counted before it counts: another number is refused, then the right one confirms', async () => {
    const id = await anIssued(hall);
    const credentials = publicHalves(id, 3);
    const made = await hall.at(id, 'POST', '/print-runs', hall.office, { credentials });
    expect(made).toMatchObject({ status: 201, body: { size: 3, status: 'printed', recalled: false } });
    expect(await codeOf(hall.at(id, 'POST', '/print-runs', hall.office, { credentials }))).toBe(
      'credential-already-registered',
    );
    const confirm = (counted: number) =>
      hall.at(id, 'POST', `/print-runs/${made.body.id}/confirmation`, hall.office, { counted });
    expect(await codeOf(hall.at(id, 'PUT', sheetOf(1), hall.office))).toBe('no-sheet-left');
    expect(await codeOf(confirm(2))).toBe('print-run-count-differs');
    expect(await sheetsLeft(id)).toBe(0);
    expect((await confirm(3)).body.status).toBe('confirmed');
    expect((await confirm(3)).body.status).toBe('confirmed');
    expect(await sheetsLeft(id)).toBe(3);
  });

  test('a jammed print run is void as a whole, and a print run of another session is unknown', async () => {
    const id = await anIssued(hall);
    const other = await aPrintRun(hall, await anIssued(hall), 1);
    expect(await codeOf(hall.at(id, 'POST', `/print-runs/${other.printRun}/void`, hall.office))).toBe(
      'unknown-print-run',
    );
    const { printRun } = await aPrintRun(hall, id, 2);
    expect((await hall.at(id, 'POST', `/print-runs/${printRun}/void`, hall.office)).body.status).toBe('void');
    expect(await codeOf(hall.at(id, 'POST', `/print-runs/${printRun}/confirmation`, hall.office, { counted: 2 }))).toBe(
      'print-run-not-pending',
    );
    expect(await sheetsLeft(id)).toBe(0);
  });

  test('a print run whose sheets are out is not voided', async () => {
    const id = await anIssued(hall);
    const { printRun } = await aPrintRun(hall, id, 2);
    await hall.at(id, 'PUT', sheetOf(1), hall.office);
    expect(await codeOf(hall.at(id, 'POST', `/print-runs/${printRun}/void`, hall.office))).toBe(
      'print-run-partly-handed-out',
    );
  });
});

describe('sheets', () => {
  test('are ticked, ticked twice without harm, and taken back', async () => {
    const id = await anIssued(hall);
    await aPrintRun(hall, id, 2);
    const tick = () => hall.at(id, 'PUT', sheetOf(1), hall.office);
    expect([await codeOf(tick()), await codeOf(tick())]).toEqual([204, 204]);
    expect(await sheetsLeft(id)).toBe(1);
    expect(await codeOf(hall.at(id, 'PUT', `/roll/nobody/sheet`, hall.office))).toBe('unknown-voter');
    expect(await codeOf(hall.at(id, 'DELETE', sheetOf(1), hall.office))).toBe(204);
    expect(await codeOf(hall.at(id, 'DELETE', sheetOf(1), hall.office))).toBe('voter-has-no-sheet');
  });

  test('are void by the serial on their stub, or by scanning them', async () => {
    const id = await anIssued(hall);
    const { sheets } = await aPrintRun(hall, id, 3);
    const [first = '', second = ''] = sheets;
    const voidSheet = (body: unknown, as: Headers = hall.office) => hall.at(id, 'POST', '/void-sheets', as, body);
    expect(await codeOf(voidSheet({ serial: sheetSerial(first) }))).toBe(204);
    expect(await codeOf(voidSheet({ credential: second }, hall.teller(1)))).toBe(204);
    expect(await codeOf(voidSheet({ serial: 'ZZZZ-ZZZZ' }))).toBe('unknown-paper');
    expect(await codeOf(voidSheet({ serial: sheetSerial(first), credential: second }))).toBe('invalid-request');
    expect(await codeOf(voidSheet({ serial: sheetSerial(first) }, hall.teller(4)))).toBe('not-found');
    expect([first, second].map((one) => one.length)).toEqual([64, 64]);
    const { papers } = await hall.state(id);
    expect(sheets.map((one) => papers.get(one)?.fate)).toEqual(['void', 'void', 'live']);
  });

  test('are left over only once the box is open', async () => {
    const id = await anIssued(hall);
    const { sheets } = await aPrintRun(hall, id, 1);
    const named = { sheets: sheets.map((credential) => ({ credential })) };
    expect(await codeOf(hall.at(id, 'POST', '/unused-sheets', hall.office, named))).toBe('papers-not-open');
  });

  test('one unknown sheet among those left over: none is counted', async () => {
    const id = await anIssued(hall);
    const { sheets } = await aPrintRun(hall, id, 1);
    await hall.change(id, (state) => ({ ...state, session: { ...state.session, state: 'open' } }));
    const named = [{ serial: sheetSerial(sheets[0] ?? '') }, { serial: 'ZZZZ-ZZZZ' }];
    expect(await codeOf(hall.at(id, 'POST', '/unused-sheets', hall.teller(1), { sheets: named }))).toBe(
      'unknown-paper',
    );
    expect([...(await hall.state(id)).papers.values()].map(({ fate }) => fate)).toEqual(['live']);
    expect(await codeOf(hall.at(id, 'POST', '/unused-sheets', hall.teller(1), { sheets: named.slice(0, 1) }))).toBe(
      204,
    );
  });

  test('are left over all at once only where nothing is in the box any more; and never by somebody of another session', async () => {
    const id = await anIssued(hall);
    const { sheets } = await aPrintRun(hall, id, 2);
    const remaining = (leftOver: number, as: Headers = hall.office) =>
      codeOf(hall.at(id, 'POST', '/unused-sheets/remaining', as, { leftOver }));
    expect(await remaining(2)).toBe('not-counting');
    await hall.change(id, (state) => ({ ...state, session: { ...state.session, state: 'counting' } }));
    expect(await remaining(2)).toBe('sheets-not-keyed');
    await hall.at(id, 'POST', '/announcement', hall.teller(1), { issued: 0, collected: 0, sheets: 0 });
    expect(await remaining(2, hall.teller(4))).toBe('not-found');
    expect(await remaining(1)).toBe('left-over-differs');
    expect([await remaining(2), await remaining(2)]).toEqual([204, 204]);
    const { papers } = await hall.state(id);
    expect(sheets.map((one) => papers.get(one)?.fate)).toEqual(['unused', 'unused']);
  });

  test('are not handed out once the clock has ended phone voting, though nobody said so yet', async () => {
    const id = await anIssued(hall);
    await aPrintRun(hall, id, 1);
    const phoneVotingEndsAt = hall.service.deps.clock().toISOString();
    await hall.change(id, (state) => ({ ...state, session: { ...state.session, state: 'open', phoneVotingEndsAt } }));
    expect(await codeOf(hall.at(id, 'PUT', sheetOf(1), hall.office))).toBe('papers-not-open');
  });
});

describe('papers on phones', () => {
  const register = (id: SessionId, number: number, credential: string) =>
    hall.at(id, 'PUT', '/my-paper', hall.person(number), { credential });

  test('one per voter, and the same phone may ask again', async () => {
    const id = await anIssued(hall);
    const [one = '', two = ''] = publicHalves(id, 2);
    const { readKey } = (await hall.state(id)).session;
    expect((await register(id, 1, one)).body).toMatchObject({ readKey });
    expect((await register(id, 1, one)).status).toBe(200);
    expect(await codeOf(register(id, 1, two))).toBe('voter-has-paper');
    expect(await codeOf(register(id, 2, one))).toBe('credential-already-registered');
    expect(await codeOf(register(id, 2, 'f'.repeat(64)))).toBe('invalid-credential');
    expect((await hall.state(id)).papers.size).toBe(1);
  });

  test('nobody who is not on the roll receives one', async () => {
    const id = await anIssued(hall);
    const [one = ''] = publicHalves(id, 1);
    for (const as of [hall.person(4), hall.person(5), hall.teller(1), hall.chair, hall.administrator]) {
      expect(await codeOf(hall.at(id, 'PUT', '/my-paper', as, { credential: one }))).toBe('not-found');
    }
  });

  test('who holds a sheet receives none on the phone, nor the other way round', async () => {
    const id = await anIssued(hall);
    await aPrintRun(hall, id, 2);
    const [one = '', two = ''] = publicHalves(id, 2);
    await hall.at(id, 'PUT', sheetOf(1), hall.office);
    expect(await codeOf(register(id, 1, one))).toBe('voter-has-paper');
    await register(id, 2, two);
    expect(await codeOf(hall.at(id, 'PUT', sheetOf(2), hall.office))).toBe('voter-has-paper');
  });

  test('the voter or the office voids one that has not voted; then the voter receives another', async () => {
    const id = await anIssued(hall);
    const [one = '', two = '', three = ''] = publicHalves(id, 3);
    await register(id, 1, one);
    expect(await codeOf(hall.at(id, 'DELETE', '/my-paper', hall.person(1)))).toBe(204);
    expect(await codeOf(hall.at(id, 'DELETE', '/my-paper', hall.person(1)))).toBe('voter-has-no-phone-paper');
    await register(id, 1, two);
    expect(await codeOf(hall.at(id, 'DELETE', `/roll/${voter(1)}/phone-paper`, hall.person(2)))).toBe('not-found');
    expect(await codeOf(hall.at(id, 'DELETE', `/roll/${voter(1)}/phone-paper`, hall.office))).toBe(204);
    expect((await register(id, 1, three)).status).toBe(200);
    const { papers } = await hall.state(id);
    expect([one, two, three].map((credential) => papers.get(credential)?.fate)).toEqual(['void', 'void', 'live']);
  });

  test('whose key is away can neither be voided nor replaced; when it is back, all goes on', async () => {
    const id = await anIssued(hall);
    const [one = '', two = ''] = publicHalves(id, 2);
    await register(id, 1, one);
    const key = join(folderOf(hall.service.deps.store), linkKeysName, `${id}.key`);
    renameSync(key, `${key}.away`);
    expect(await codeOf(hall.at(id, 'DELETE', `/roll/${voter(1)}/phone-paper`, hall.office))).toBe('phone-links-lost');
    expect(await codeOf(hall.at(id, 'DELETE', '/my-paper', hall.person(1)))).toBe('phone-links-lost');
    expect(await codeOf(register(id, 1, two))).toBe('phone-links-lost');
    expect(await codeOf(register(id, 2, two))).toBe('phone-links-lost');
    const away = (await hall.at(id, 'GET', '', hall.chair)).body;
    expect(away.lostPhonePapers).toBe(1);
    expect(away.missing).toContainEqual({ code: 'phone-links-lost' });
    renameSync(`${key}.away`, key);
    expect((await hall.at(id, 'GET', '', hall.chair)).body.lostPhonePapers).toBe(0);
    expect((await register(id, 2, two)).status).toBe(200);
    expect(await codeOf(hall.at(id, 'DELETE', `/roll/${voter(1)}/phone-paper`, hall.office))).toBe(204);
    expect([...(await hall.state(id)).phoneLinks]).toEqual([[voter(2), two]]);
  });

  test('whose key is gone are withdrawn together by the office, and their voters receive others', async () => {
    const id = await anIssued(hall);
    const [one = '', two = '', three = ''] = publicHalves(id, 3);
    await register(id, 1, one);
    await register(id, 2, two);
    const { linkKeys } = hall.service.deps.store;
    linkKeys.destroy(id);
    expect(await codeOf(hall.at(id, 'POST', '/lost-phone-papers', hall.person(1)))).toBe('not-found');
    expect(await codeOf(hall.at(id, 'POST', '/lost-phone-papers', hall.office))).toBe(204);
    expect(await codeOf(hall.at(id, 'POST', '/lost-phone-papers', hall.office))).toBe(204);
    expect((await register(id, 1, three)).status).toBe(200);
    const { papers, phoneLinks } = await hall.state(id);
    expect([[...papers.keys()], [...phoneLinks]]).toEqual([[three], [[voter(1), three]]]);
    expect(linkKeys.has(id)).toBe(true);
  });

  test('of a session whose key is another one are altered: nothing of it is shown or changed', async () => {
    const id = await anIssued(hall);
    const [one = '', two = ''] = publicHalves(id, 2);
    await register(id, 1, one);
    const folder = folderOf(hall.service.deps.store);
    writeFileSync(join(folder, linkKeysName, `${id}.key`), Buffer.alloc(linkKeyLength, 1));
    const beside = sqliteStore(folder);
    await expect(beside.sessions.findWithPapers(id)).rejects.toThrow(AlteredSession);
    await beside.close();
    // The service has read the links before; nothing is sealed beside them under another key.
    expect(await codeOf(register(id, 2, two))).toBe('record-altered');
    expect((await hall.state(id)).phoneLinks.size).toBe(1);
  });

  test('a session may offer none', async () => {
    const id = await aDraft(hall);
    await hall.at(id, 'PUT', '/settings', hall.chair, { ...settings, phonePapers: false });
    await hall.at(id, 'PUT', '/tellers', hall.chair, { personIds: numbers(3).map(tellerPerson), threshold: 2 });
    await hall.at(id, 'POST', '/issue', hall.chair);
    expect(await codeOf(register(id, 1, publicHalves(id, 1)[0] ?? ''))).toBe('phone-papers-not-offered');
  });

  test('neither the log nor the console shows a credential', async () => {
    const id = await anIssued(hall);
    const [one = ''] = publicHalves(id, 1);
    await register(id, 1, one);
    expect(hall.service.log.join('')).not.toContain(one);
    expect(JSON.stringify((await hall.at(id, 'GET', '', hall.chair)).body)).not.toContain(one);
  });
});

test('a person on two committees gets one paper for each of them', async () => {
  const own = await anIssued(hall);
  const sibling = await aDraft(hall, 'qd-96-2023', 3);
  await aPrintRun(hall, own, 1);
  await hall.at(own, 'PUT', sheetOf(1), hall.office);
  const papers = (await hall.send('GET', '/api/me/papers', hall.person(1))).body;
  const of = (id: string) => papers.find((paper: { sessionId: string }) => paper.sessionId === id);
  expect(of(own)).toMatchObject({ received: 'sheet', subject: true, state: 'issued', phonePapers: true });
  expect(of(sibling)).toMatchObject({ received: null, subject: true, state: 'draft' });
  const others = (await hall.send('GET', '/api/me/papers', hall.person(4))).body;
  expect(others.map(({ sessionId }: { sessionId: string }) => sessionId)).toEqual([sibling]);
  expect((await hall.send('GET', '/api/me/papers', hall.teller(1))).body).toEqual([]);
  expect((await hall.send('GET', '/api/me/papers', hall.administrator)).body).toEqual([]);
});

test('the office of another committee reaches none of this', async () => {
  const id = await anIssued(hall);
  const { printRun, sheets } = await aPrintRun(hall, id, 2);
  const credentials = publicHalves(id, 1);
  const { chairOfSibling: as } = hall;
  const tried = [
    hall.at(id, 'GET', '/print-data', as),
    hall.at(id, 'POST', '/print-runs', as, { credentials }),
    hall.at(id, 'POST', `/print-runs/${printRun}/confirmation`, as, { counted: 2 }),
    hall.at(id, 'POST', `/print-runs/${printRun}/void`, as),
    hall.at(id, 'PUT', sheetOf(1), as),
    hall.at(id, 'DELETE', sheetOf(1), as),
    hall.at(id, 'POST', '/void-sheets', as, { credential: sheets[0] }),
    hall.at(id, 'POST', '/unused-sheets', as, { sheets: [{ credential: sheets[0] }] }),
  ];
  const before = await hall.state(id);
  expect(await Promise.all(tried.map(codeOf))).toEqual(tried.map(() => 'not-found'));
  expect(await hall.state(id)).toEqual(before);
});

test('opening warns below five phone papers and above none, with the number that is out', async () => {
  const warned: unknown[] = [];
  for (const phones of [0, 1, 4, 5]) {
    const made = await aVoteService({ voters: 6, sheets: 6, phones });
    const url = `/api/sessions/${made.vote.state.session.id}`;
    const shown = async () => (await made.service.app.inject({ url, headers: made.chair })).json();
    const before = (await shown()).fewPhonePapers;
    await opened(made);
    warned.push([before, (await shown()).fewPhonePapers]);
    await made.service.app.close();
  }
  expect(warned).toEqual([
    [null, null],
    [1, null],
    [4, null],
    [null, null],
  ]);
});
