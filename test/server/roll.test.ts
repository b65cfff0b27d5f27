import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SessionId } from '../../src/domain/session/session.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aPersonId, aSeatId } from '../support/build/ids.ts';
import { inject } from '../support/service/counted-vote.ts';
import { aDraft, aHall, anIssued, type Hall, type Headers } from '../support/service/hall.ts';

let hall: Hall;
let id: SessionId;
const folder = mkdtempSync(join(tmpdir(), 'phieu-roll-'));
const store = sqliteStore(folder);
beforeAll(async () => {
  // On a file, so that a worker reads the lists, as in the service.
  hall = await aHall({}, store);
  await hall.service.deps.store.committees.importRoster(null, () => ({
    ok: true,
    people: [
      { id: aPersonId(71), name: 'Đặng Thị Hường', code: 'VL-071', birthYear: null },
      { id: aPersonId(72), name: 'Đặng Văn Hưởng', code: null, birthYear: null },
    ],
    seats: [
      {
        ...{ id: aSeatId(71), committeeId: aCommittee(3).id, personId: aPersonId(71) },
        ...{ position: 'Phó Bí thư', order: 1, from: null, to: null },
      },
    ],
  }));
});
afterAll(async () => {
  await hall.service.app.close();
  await store.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  id = await aDraft(hall);
});

const people = (name: string, as: Headers = hall.office) =>
  hall.at(id, 'GET', `/people?name=${encodeURIComponent(name)}`, as);

function read(text: string | Uint8Array, as: Headers = hall.office) {
  const payload = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text);
  const headers = { ...as, 'content-type': 'application/octet-stream' };
  return inject(hall.service.app, { method: 'POST', url: `/api/sessions/${id}/roll/reading`, headers, payload });
}

describe('finding people', () => {
  test('chair and office find them by the beginnings of their names, without diacritics, with their seats', async () => {
    expect((await people('dang huong', hall.chair)).body).toEqual([
      {
        ...{ personId: aPersonId(71), name: 'Đặng Thị Hường', isSubject: false },
        seats: [{ committeeName: aCommittee(3).name, superiorName: aCommittee(1).name, position: 'Phó Bí thư' }],
      },
      { personId: aPersonId(72), name: 'Đặng Văn Hưởng', seats: [], isSubject: false },
    ]);
    expect((await people('thị đặng')).body).toHaveLength(1);
    expect((await people('ặng')).body).toEqual([]);
  });

  test('nobody else finds anybody here, and no personal code is shown', async () => {
    for (const as of [hall.secretary, hall.person(1), hall.administrator, hall.chairOfSibling]) {
      expect((await people('dang', as)).status).toBe(404);
    }
    expect(JSON.stringify((await people('dang')).body)).not.toContain('VL-071');
  });
});

describe('a list of those summoned', () => {
  test('is read with its header, and adds nobody', async () => {
    const before = await hall.state(id);
    const answer = await read(
      'STT;Họ và tên;Chức vụ;Mã cá nhân\n1;Đặng Thị Hường;Bí thư chi bộ;vl-071\n2;Lê Văn Tám;Trưởng thôn;\n3;Lê Văn Tám;Trưởng thôn;\n',
    );
    expect(answer.body.participants).toEqual([
      {
        ...{ worksheet: '', line: 2, name: 'Đặng Thị Hường', position: 'Bí thư chi bộ', personId: aPersonId(71) },
        ...{ onRoll: false, sameAsLine: null },
      },
      {
        ...{
          worksheet: '',
          line: 3,
          name: 'Lê Văn Tám',
          position: 'Trưởng thôn',
          personId: null,
          onRoll: false,
          sameAsLine: null,
        },
      },
      {
        worksheet: '',
        line: 4,
        name: 'Lê Văn Tám',
        position: 'Trưởng thôn',
        personId: null,
        onRoll: false,
        sameAsLine: 3,
      },
    ]);
    expect(await hall.state(id)).toEqual(before);
  });

  test('may be pasted without a header: the first words are the name, the next the position', async () => {
    const answer = await read('1\tLê Văn Tám\tTrưởng thôn\n2\tTrần Thị Chín\tGiáo viên\n');
    expect(
      answer.body.participants.map(({ name, position }: { name: string; position: string }) => [name, position]),
    ).toEqual([
      ['Lê Văn Tám', 'Trưởng thôn'],
      ['Trần Thị Chín', 'Giáo viên'],
    ]);
  });

  test('says who is on the roll already', async () => {
    const guest = { name: 'Lê Văn Tám', position: 'Trưởng thôn' };
    await hall.at(id, 'POST', '/roll', hall.office, guest);
    const known = (await read('Lê  văn Tám,TRƯỞNG THÔN\nLê Văn Tám,Đại biểu\n')).body.participants;
    expect(known.map(({ onRoll }: { onRoll: boolean }) => onRoll)).toEqual([true, false]);
  });

  test('takes nobody for another whom a code or a year of birth tells apart', async () => {
    const guest = { name: 'Lê Văn Tám', position: 'Trưởng thôn' };
    const list = 'Họ tên,Chức vụ,Mã,Năm sinh\n';
    const wanted = (participants: unknown[]) => hall.at(id, 'POST', '/roll/several', hall.office, { participants });
    await wanted([{ ...guest, code: 'T-1', birthYear: 1960 }]);
    const onRoll = async (lines: string) =>
      (await read(list + lines)).body.participants.map((one: { onRoll: boolean }) => one.onRoll);
    expect(await onRoll('Lê Văn Tám,Trưởng thôn,T-2,\n')).toEqual([false]);
    expect(await onRoll('Lê Văn Tám,Trưởng thôn,,1961\n')).toEqual([false]);
    expect(await onRoll('Lê Văn Tám,Trưởng thôn,t-1,\n')).toEqual([true]);
    expect(await onRoll('Lê Văn Tám,Trưởng thôn,,1960\n')).toEqual([true]);
    // Who is on the roll answers for one line, and for the one that says the most.
    expect(await onRoll('Lê Văn Tám,Trưởng thôn,,\nLê Văn Tám,Trưởng thôn,T-1,\n')).toEqual([false, true]);
    const { body } = await read(`${list}Lê Văn Tám,Trưởng thôn,T-2,1970\nLê Văn Tám,Trưởng thôn,T-2,\n`);
    expect(body.participants).toMatchObject([
      { line: 2, code: 'T-2', birthYear: 1970, sameAsLine: null },
      { line: 3, sameAsLine: 2, repeats: true },
    ]);
    expect(body.warnings).toMatchObject([{ line: 3, code: 'same-code' }]);
    const { roll } = (await hall.at(id, 'GET', '', hall.office)).body;
    expect(roll.at(-1)).toMatchObject(guest);
    expect(JSON.stringify(roll)).not.toMatch(/T-1|1960/);
  });

  test('says who has the name of a seat holder of the session and no code, unless they are on the roll as such', async () => {
    const { body } = await read('Họ tên,Chức vụ\nĐồng chí 1,Trưởng thôn\nĐồng chí 4,Trưởng thôn\n');
    expect(body.warnings).toMatchObject([{ line: 2, code: 'holds-a-seat' }]);
    const { roll } = (await hall.state(id)).session;
    const { participants, warnings } = (await read(`Họ tên,Chức vụ\nĐồng chí 1,${roll[0]?.position}\n`)).body;
    expect([participants[0].onRoll, warnings]).toEqual([true, []]);
  });

  test('says whose code seems to have lost its leading zeros', async () => {
    const { body } = await read('Họ tên,Chức vụ,Mã\nLê Văn Hòa,Trưởng thôn,001234\nLê Văn Hoà,Trưởng thôn,1234\n');
    expect(body.warnings).toMatchObject([{ line: 3, code: 'code-lost-zero' }]);
  });

  test('says which of its lines nothing tells apart', async () => {
    const { body } = await read('Lê Văn Hòa,Trưởng thôn\nLê Văn Hoà,trưởng thôn\n');
    expect(body.participants.map((one: { sameAsLine: number | null }) => one.sameAsLine)).toEqual([null, 1]);
    expect(body.warnings).toMatchObject([{ code: 'columns-by-place' }, { line: 2, code: 'alike' }]);
  });

  test.each([
    ['a line without position', 'Lê Văn Tám,Trưởng thôn\nLê Văn Chín,\n', 'missing-value'],
    ['names alone', 'Lê Văn Tám,\n', 'columns-unclear'],
    ['what no paper prints', 'Họ tên,Chức vụ\nLý 漢字,Trưởng thôn\n', 'unprintable-letter'],
    ['what is no name', 'Họ tên,Chức vụ\n=1+1,Trưởng thôn\n', 'bad-name'],
    ['a year of birth to come', 'Họ tên,Chức vụ,Năm sinh\nLê Văn Tám,Trưởng thôn,2050\n', 'bad-birth-year'],
    ['a year of birth too long ago', 'Họ tên,Chức vụ,Năm sinh\nLê Văn Tám,Trưởng thôn,1899\n', 'bad-birth-year'],
    ['a code of somebody else', 'Họ tên,Chức vụ,Mã\nLê Văn Tám,Trưởng thôn,VL-071\n', 'code-of-another-name'],
    ['a header alone', 'Họ tên,Chức vụ\n', 'no-people'],
  ])('with %s is refused with the line', async (_what, text, code) => {
    const { status, body } = await read(text);
    expect([status, body.code, body.problems[0].code]).toEqual([422, 'roster-has-problems', code]);
    expect(body.problems[0].line).toBeGreaterThan(0);
  });

  test('that is no spreadsheet, or comes after issuing, is refused', async () => {
    expect((await read('PK not a workbook')).body.code).toBe('not-a-spreadsheet');
    expect((await read('')).status).toBeGreaterThanOrEqual(400);
    id = await anIssued(hall);
    expect((await read('Lê Văn Tám,Trưởng thôn\n')).body.code).toBe('not-in-draft');
  });
});

const noNames = ['=1+1', 'Danh sách này có 25 đồng chí', '079085012345'];

describe('adding one', () => {
  const add = (change: Record<string, unknown> = {}) =>
    hall.at(id, 'POST', '/roll', hall.office, { name: 'Lê Văn Hoà', position: 'Trưởng thôn', ...change });

  test.each(noNames)('called %s is refused', async (name) => {
    const { status, body } = await add({ name });
    expect([status, body.code]).toEqual([422, 'bad-name']);
    expect((await hall.state(id)).session.roll).toHaveLength(3);
  });

  test('born in a year to come is refused, among several too', async () => {
    const { status, body } = await add({ birthYear: 2050 });
    expect([status, body.code]).toEqual([422, 'bad-birth-year']);
    const participants = [{ name: 'Lê Văn Tám', position: 'Trưởng thôn', birthYear: 2050 }];
    const several = await hall.at(id, 'POST', '/roll/several', hall.office, { participants });
    expect(several.body.code).toBe('bad-birth-year');
  });

  test('of the name and position of another needs a year of birth that differs', async () => {
    expect((await add({ birthYear: 1960 })).status).toBe(201);
    expect((await add({ name: 'LÊ VĂN HÒA' })).body.code).toBe('voter-already-on-roll');
    expect((await add({ birthYear: 1960 })).body.code).toBe('voter-already-on-roll');
    const second = await add({ birthYear: 1975 });
    expect(second.status).toBe(201);
    expect(second.body.roll.slice(3)).toMatchObject([
      { name: 'Lê Văn Hoà', birthYear: 1960 },
      { name: 'Lê Văn Hoà', birthYear: 1975 },
    ]);
  });
});

describe('adding several', () => {
  const add = (participants: readonly unknown[], as: Headers = hall.office) =>
    hall.at(id, 'POST', '/roll/several', as, { participants });
  const tam = { name: 'Lê Văn Tám', position: 'Trưởng thôn' };

  test.each(noNames)('of whom one is called %s is refused, nobody added', async (name) => {
    const { status, body } = await add([tam, { ...tam, name }]);
    expect([status, body.code]).toEqual([422, 'bad-name']);
    expect(body.messages.vi).not.toBe(body.messages.en);
    expect((await hall.state(id)).session.roll).toHaveLength(3);
  });

  test('sent again after a lost answer adds them once, and nobody once they were taken back', async () => {
    const body = { id: crypto.randomUUID(), participants: [tam, tam] };
    const send = (change: object = {}) => hall.at(id, 'POST', '/roll/several', hall.office, { ...body, ...change });
    const head = async () => (await hall.service.deps.store.audit.check()).count;
    const before = await head();
    const [one, again] = await Promise.all([send(), send()]);
    expect([one.status, again.status, again.body.roll.length]).toEqual([201, 201, 5]);
    expect([again.body, await head()]).toEqual([one.body, before + 1]);
    expect((await send({ participants: [tam] })).body).toMatchObject({ code: 'id-in-use', status: 409 });
    const back = await hall.at(id, 'POST', `/roll/imports/${body.id}/taking-back`, hall.office);
    expect([back.status, (await send()).body.roll.length]).toEqual([200, 3]);
  });

  test('adds all of them, also namesakes', async () => {
    const { status, body } = await add([tam, tam, { ...tam, personId: aPersonId(71) }]);
    expect(status).toBe(201);
    expect(body.roll.slice(3)).toMatchObject([
      { ...tam, personId: null, kind: 'participant' },
      { ...tam, personId: null },
      { ...tam, personId: aPersonId(71) },
    ]);
  });

  test('adds nobody when one of them cannot be added', async () => {
    const before = await hall.state(id);
    const known = { ...tam, personId: aPersonId(71) };
    expect((await add([tam, known, known])).body.code).toBe('voter-already-on-roll');
    expect((await add([tam, { ...tam, personId: aPersonId(999) }])).body.code).toBe('unknown-person');
    expect((await add([tam, { ...tam, personId: aPersonId(1) }])).body.code).toBe('voter-already-on-roll');
    expect((await add([])).status).toBe(400);
    expect((await add([tam], hall.secretary)).status).toBe(404);
    expect(await hall.state(id)).toEqual(before);
  });
});
