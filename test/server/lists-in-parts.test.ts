import { expect, test } from 'vitest';
import { aPersonId } from '../support/build/ids.ts';
import { aHall } from '../support/service/hall.ts';

test('every long list is asked for alike, and its parts are the whole, each row once', async () => {
  const hall = await aHall();
  const names = ['Đỗ Thị Đào', 'Lê Văn Đức', 'Ăng Thị Ẩn', 'Trần Ưng', 'Nguyễn Ơn', 'Phạm Ê'];
  // Keys that no cursor has room for, which begin alike.
  const long = ['a', 'b', 'c', 'd'].map((end) => `${'Ǟ'.repeat(90)}${end}`);
  const people = [...names, ...long].map((name, at) => ({
    id: aPersonId(700 + at),
    name,
    code: null,
    birthYear: null,
  }));
  await hall.service.deps.store.committees.importRoster(null, () => ({ ok: true, people }));
  for (const [at, { id: personId }] of people.entries()) {
    const account = { username: `tài khoản ${at}`, password: 'hoa sen hồng nở muộn', personId };
    expect((await hall.send('POST', '/api/accounts', hall.administrator, account)).status).toBe(201);
  }
  const [top] = (await hall.send('GET', '/api/committee-tree', hall.administrator)).body.rows;
  for (const end of ['1', '2', '3', '4']) {
    const committee = { name: `A'b${'.1'.repeat(90)}.${end}`, rank: top.rank, sector: top.sector, superiorId: null };
    expect((await hall.send('POST', '/api/committees', hall.administrator, committee)).status).toBe(201);
  }
  const ask = async (url: string) => {
    const answer = await hall.send('GET', url, hall.administrator);
    expect([url, answer.status]).toEqual([url, 200]);
    return answer.body as { rows: readonly unknown[]; next: string | null };
  };
  const lists = [
    'people',
    'people?search=thi',
    'people?search=a',
    'accounts',
    'accounts?search=tai%20khoan',
    'accounts?search=duc',
    'committee-search?search=1',
  ];
  for (const list of [...lists, 'committee-search', 'committee-tree', 'audit']) {
    const url = (asked: string) => `/api/${list}${list.includes('?') ? '&' : '?'}${asked}`;
    const whole = await ask(url('limit=200'));
    expect(whole.next).toBeNull();
    const rows: unknown[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const part = await ask(url(`limit=2&after=${encodeURIComponent(after)}`));
      rows.push(...part.rows);
      after = part.next;
      expect(rows.length).toBeLessThanOrEqual(whole.rows.length);
    }
    expect(rows, list).toEqual(whole.rows);
  }
  await hall.service.app.close();
});
