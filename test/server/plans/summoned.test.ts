import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { someProvisions } from '../../support/build/plans.ts';
import { aHall, type Hall, type Headers, settings } from '../../support/service/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall();
});
afterAll(() => hall.service.app.close());

const base = `/api/committees/${aCommittee(2).id}`;
const inTerm = (path: string, term: string) => `${base}/summoned/${path}?term=${encodeURIComponent(term)}`;

async function enter(term: string, text: string, as: Headers = hall.office) {
  const answer = await hall.service.app.inject({
    ...{ method: 'PUT', url: inTerm('delegates', term) },
    headers: { ...as, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(text),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const two = 'Họ và tên,Chức vụ\nLò Thị Một,Đảng viên\nLò Thị Hai,Đảng viên\n';

test('the office enters delegates, strikes one out, adds a cadre, and then no delegate comes in their place', async () => {
  const entered = await enter('2025-2030', two);
  expect(entered.body).toMatchObject({ term: '2025–2030', people: [{ name: 'Lò Thị Hai' }, { name: 'Lò Thị Một' }] });
  const [first] = entered.body.people;
  const strike = inTerm(`people/${first.id}/striking`, '2025–2030');
  const struck = { reason: 'Chuyển sinh hoạt', on: '2026-10-01' };
  expect((await hall.send('PUT', strike, hall.office, { struck })).body.people[0].struck).toEqual(struck);
  const cadre = { personId: aPersonId(4), name: 'Đồng chí 4', position: 'Chủ tịch Hội', votes: true };
  const { audit } = hall.service.deps.store;
  const before = (await audit.check()).count;
  const id = crypto.randomUUID();
  const add = (change: object = {}) =>
    hall.send('POST', inTerm('key-cadres', '2025–2030'), hall.office, { id, ...cadre, ...change });
  const [one, again] = await Promise.all([add(), add()]);
  expect([one.status, again.status, (await audit.check()).count]).toEqual([201, 201, before + 1]);
  expect(again.body).toEqual(one.body);
  expect((await add({ votes: false })).body).toMatchObject({ code: 'id-in-use', status: 409 });
  const nobody = { ...cadre, personId: null, name: 'Danh sách này có 25 đồng chí' };
  expect((await hall.send('POST', inTerm('key-cadres', '2025–2030'), hall.office, nobody)).body.code).toBe('bad-name');
  const unborn = { ...cadre, personId: null, birthYear: 2050 };
  const refused = await hall.send('POST', inTerm('key-cadres', '2025–2030'), hall.office, unborn);
  expect(refused.body.code).toBe('bad-birth-year');
  expect((await enter('2025–2030', two)).body.code).toBe('summoned-list-settled');
  const lists = await hall.send('GET', `${base}/summoned`, hall.secretary);
  expect(lists.body[0].people).toHaveLength(3);
});

async function preview(term: string, text: string) {
  const answer = await hall.service.app.inject({
    ...{ method: 'POST', url: inTerm('delegates/preview', term) },
    headers: { ...hall.office, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(text),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const titles = 'Họ và tên\tChức vụ\tMã cá nhân\tNăm sinh\n';
const codesOf = ({ warnings }: { warnings: { line: number; code: string }[] }) =>
  warnings.map(({ line, code }) => `${line} ${code}`);

test('delegates of one name and position with codes that differ are as many as the list has', async () => {
  const list = readFileSync(new URL('../../data/lists/delegates-namesakes.tsv', import.meta.url), 'utf8');
  const shown = await preview('2000–2005', list);
  expect(shown.body.delegates).toHaveLength(3);
  expect(codesOf(shown.body)).toEqual([]);
  const entered = await enter('2000–2005', list);
  expect(entered.body.people.map(({ name }: { name: string }) => name)).toEqual([
    ...['Nguyễn Thị Đào', 'Nguyễn Thị Đào', 'Trần Văn Út'],
  ]);
  expect(JSON.stringify(entered.body)).not.toContain('083001');
  const body = { ...settings, formId: 'qd-96-2023', summonedTerm: '2000–2005' };
  const made = await hall.send('POST', `${base}/sessions`, hall.chair, body);
  expect(made.body.attendance.summoned).toBe(6);
  expect(JSON.stringify(made.body)).not.toContain('083001');
});

test('years of birth keep delegates apart, are shown where two have one name only, and tell the two on the roll', async () => {
  const list = `${titles}Lò Thị Hòa\tĐảng viên\t\t1970\nLò Thị Hoà\tĐảng viên\t\t15/03/1981\nLò Văn Ba\tĐảng viên\t\t1960\n`;
  const named = ['Lò Thị Hòa 1970', 'Lò Thị Hoà 1981', 'Lò Văn Ba -'];
  const names = (people: { name: string; birthYear?: number }[]) =>
    people.map(({ name, birthYear }) => `${name} ${birthYear ?? '-'}`);
  const shown = await preview('1995–2000', list);
  expect(names(shown.body.delegates)).toEqual(named);
  expect(codesOf(shown.body)).toEqual([]);
  const inOrder = ['Lò Văn Ba -', 'Lò Thị Hòa 1970', 'Lò Thị Hoà 1981'];
  expect(names((await enter('1995–2000', list)).body.people)).toEqual(inOrder);
  const body = { ...settings, formId: 'qd-96-2023', summonedTerm: '1995–2000' };
  const made = await hall.send('POST', `${base}/sessions`, hall.chair, body);
  expect(names(made.body.roll).slice(3)).toEqual(inOrder);
  expect(JSON.stringify(made.body)).not.toMatch(/1960|\(1970\)/);
});

test('delegates alike in everything are two people with a warning; one code twice is one person', async () => {
  const list = `${titles}Lò Thị Bốn\tĐảng viên\t\t\nLò Thị Bốn\tđảng viên\t\t\nLò Văn Năm\tĐảng viên\tB1\t\nLò Văn Năm\tBí thư chi bộ\tb1\t\n`;
  const shown = await preview('1990–1995', list);
  expect(codesOf(shown.body)).toEqual(['3 alike', '5 same-code']);
  expect(shown.body.delegates).toHaveLength(3);
  expect((await enter('1990–1995', list)).body.people).toHaveLength(3);
  const bad = await preview('1990–1995', `${titles}Lò Thị Bốn\tĐảng viên\tB1\t\nLò Văn Năm\tĐảng viên\tB1\t\n`);
  expect(bad.body.problems[0]).toMatchObject({ line: 3, code: 'code-of-another-name' });
  const noYear = await preview('1990–1995', `${titles}Lò Thị Bốn\tĐảng viên\t\tkhông rõ\n`);
  expect(noYear.body.problems[0]).toMatchObject({ line: 2, column: 'Năm sinh', code: 'bad-birth-year' });
});

test('a delegate without a code of a seat holder’s name is told, before entering and after; with the code they are one', async () => {
  const summonedOf = async (term: string) => {
    const body = { ...settings, formId: 'qd-96-2023', summonedTerm: term };
    return (await hall.send('POST', `${base}/sessions`, hall.chair, body)).body.attendance.summoned;
  };
  const list = `${titles}Ðồng  chí 1\tĐại biểu\t\t\nĐồng chí 4\tĐại biểu\t\t\nLò Văn Sáu\tĐại biểu\t\t\n`;
  const shown = await preview('1985–1990', list);
  expect(codesOf(shown.body)).toEqual(['2 holds-a-seat']);
  expect(shown.body.warnings[0].messages).toEqual({
    vi: expect.stringContaining('mã cá nhân'),
    en: expect.stringContaining('personal code'),
  });
  const entered = await enter('1985–1990', list);
  expect(entered.body).toMatchObject({ warningCount: 1, warnings: [{ line: 2, code: 'holds-a-seat' }] });
  expect(await summonedOf('1985–1990')).toBe(6);

  const { committees } = hall.service.deps.store;
  const person = await committees.findPerson(aPersonId(1));
  if (person === undefined) throw new Error('nobody');
  const withCode = (code: string | null) =>
    committees.importRoster(null, () => ({ ok: true, people: [{ ...person, code, birthYear: code ? 1970 : null }] }));
  await withCode('DB-1');
  expect(codesOf((await preview('1980–1985', list)).body)).toEqual(['2 holds-a-seat']);
  // Another code, another year of birth, or the seat holder on a line of their own: somebody else is meant.
  for (const apart of ['DB-2\t', '\t1981'])
    expect(codesOf((await preview('1980–1985', `${titles}Đồng chí 1\tĐại biểu\t${apart}\n`)).body)).toEqual([]);
  const both = `${titles}Đồng chí 1\tỦy viên\tDB-1\t\nĐồng chí 1\tĐại biểu\t\t\nLò Văn Sáu\tĐại biểu\t\t\n`;
  expect(codesOf((await preview('1980–1985', both)).body)).toEqual([]);
  const coded = await enter('1980–1985', list.replace('biểu\t\t', 'biểu\tdb-1\t'));
  expect(coded.body).toMatchObject({ warnings: [] });
  expect(await summonedOf('1980–1985')).toBe(5);
  await withCode(null);
});

test('a list with a bad line enters nobody and names the line; only chair and office write', async () => {
  const bad = await enter('2030–2035', 'Họ và tên,Chức vụ\nLò Thị Một,\n,Đảng viên\n');
  expect(bad.body.code).toBe('roster-has-problems');
  expect(bad.body.problems[0].line).toBeGreaterThan(1);
  expect((await enter('2030–2035', two, hall.secretary)).status).toBe(404);
  expect((await enter('2030–2035', two, hall.chairOfSuperior)).status).toBe(404);
  const lists = await hall.send('GET', `${base}/summoned`, hall.office);
  expect(lists.body.map(({ term }: { term: string }) => term)).not.toContain('2030–2035');
});

test('roll and summoned number of a session come from the list, without those struck out or without a vote', async () => {
  await enter('2015–2020', two);
  const cadre = { name: 'Lò Thị Ba', position: 'Khách', votes: false };
  await hall.send('POST', inTerm('key-cadres', '2015–2020'), hall.office, cadre);
  const same = { personId: aPersonId(1), name: 'Đồng chí 1', position: 'Ủy viên', votes: true };
  await hall.send('POST', inTerm('key-cadres', '2015–2020'), hall.office, same);
  const body = { ...settings, formId: 'qd-96-2023', summonedTerm: '2015-2020' };
  const made = await hall.send('POST', `${base}/sessions`, hall.chair, body);
  expect(made.body.roll.map(({ name }: { name: string }) => name)).toEqual([
    ...['Đồng chí 1', 'Đồng chí 2', 'Đồng chí 3', 'Lò Thị Hai', 'Lò Thị Một'],
  ]);
  expect(made.body.nonVoters).toMatchObject([{ name: 'Lò Thị Ba', position: 'Khách' }]);
  expect(made.body.attendance).toEqual({ summoned: 6, present: 0, recorded: false });
});

test('somebody to add is found by name without diacritics, by chair and office only', async () => {
  const find = (as: Headers) => hall.send('GET', `${base}/summoned/people?name=dong%20chi%204`, as);
  expect((await find(hall.office)).body).toMatchObject([{ personId: aPersonId(4), name: 'Đồng chí 4' }]);
  expect((await find(hall.secretary)).status).toBe(404);
  expect((await find(hall.chairOfSibling)).status).toBe(404);
});

test('a plan may say that those summoned vote; without their list no session is drawn up', async () => {
  const plans = `/api/committees/${aCommittee(1).id}/plans`;
  const provisions = someProvisions({ participants: 'summoned', term: '2010–2015' });
  const plan = await hall.send('POST', plans, hall.chairOfSuperior, provisions);
  await hall.send('POST', `${plans}/${plan.body.id}/issue`, hall.chairOfSuperior);
  const begin = () => hall.send('POST', `${base}/sessions`, hall.chair, { ...settings, planId: plan.body.id });
  expect((await begin()).body.code).toBe('no-summoned-list');
  await enter('2010–2015', two);
  expect((await begin()).body.roll).toHaveLength(5);
});
