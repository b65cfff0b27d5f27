import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { phieu } from '../support/service/commands.ts';
import { administrator, aService, signedInAdministrator, type TestService } from '../support/service/service.ts';

let folder = '';
let service: TestService;
let server = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  service = await aService();
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  server = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
  const headers = await signedInAdministrator(service);
  const payload = { name: 'Chi bộ 1', rank: 'cell', sector: 'địa phương', superiorId: null };
  await service.app.inject({ method: 'POST', url: '/api/committees', headers, payload });
});
afterAll(async () => {
  await service.app.close();
  rmSync(folder, { recursive: true });
});

let written = 0;
/** The command as people run it; the password comes from the environment, never from an argument. */
function importFile(content: string, password = administrator.password, more: readonly string[] = []) {
  const path = join(folder, `roster ${written++}.csv`);
  writeFileSync(path, content);
  const environment = { PHIEU_TOKEN: '', PHIEU_USERNAME: administrator.username, PHIEU_PASSWORD: password };
  return phieu(['import', path, '--server', server, '--lang', 'en', ...more], environment);
}

const header = 'Cấp ủy;Họ và tên;Chức vụ;Từ ngày';

test('a roster is imported, and what was doubtful is told line by line', async () => {
  const lines = [header, 'Chi bộ 1;Nguyễn Văn An;Bí thư;01/07/2025', 'Chi bộ 1;Nguyễn Văn An;Ủy viên;01/07/2025'];
  const said = await importFile(lines.join('\r\n'));
  expect(said).toMatchObject({ status: 0, stderr: '' });
  expect(said.stdout).toContain('line 3 ');
  expect(said.stdout).toContain('2 people, 2 seats');
});

test('an import is taken back by the id that it was given, while nothing was built on it', async () => {
  const said = await importFile([header, 'Chi bộ 1;Trần Thị Bình;Ủy viên;01/07/2025'].join('\n'));
  const [, id = ''] = /phieu import --take-back (\S+)/.exec(said.stdout) ?? [];
  const environment = {
    PHIEU_TOKEN: '',
    PHIEU_USERNAME: administrator.username,
    PHIEU_PASSWORD: administrator.password,
  };
  const takeBack = () => phieu(['import', '--take-back', id, '--server', server, '--lang', 'en'], environment);
  const { committees } = service.deps.store;
  const added = (await committees.people()).find(({ name: fullName }) => fullName === 'Trần Thị Bình');
  if (added === undefined) throw new Error('nobody was imported');
  await committees.importRoster(null, () => ({ ok: true, people: [{ ...added, name: 'Trần Thị Bính' }] }));
  const refused = await takeBack();
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toContain('Trần Thị Bính');
  expect(refused.stderr).toContain('[import-built-on]');
  await committees.importRoster(null, () => ({ ok: true, people: [added] }));
  expect(await takeBack()).toMatchObject({ status: 0, stderr: '', stdout: 'The import was taken back\n' });
  expect((await committees.people()).map(({ name: fullName }) => fullName)).not.toContain('Trần Thị Bình');
  const wrong = await phieu(['import', '--take-back', 'x', '--server', server, '--lang', 'en'], environment);
  expect(wrong).toMatchObject({ status: 1, stdout: '' });
  expect(await phieu(['import'], environment)).toMatchObject({ status: 1, stdout: '' });
});

test('a preview says what was read and keeps nothing; a list of one committee needs no column for it', async () => {
  const lines = ['STT;HỌ VÀ TÊN;Chức vụ;Ghi chú', '1;LÊ THỊ BA;Bí thư;x', 'Tổng cộng: 1;;;'].join('\r\n');
  const seats = async () => (await service.deps.store.committees.wholeRoster()).seats.length;
  const before = await seats();
  const of = ['--committee', 'chi bộ 1', '--capitals', 'usual'];
  const shown = await importFile(lines, administrator.password, [...of, '--preview']);
  expect(shown).toMatchObject({ status: 0, stderr: '' });
  expect(shown.stdout).toContain('B “HỌ VÀ TÊN” → Full name');
  expect(shown.stdout).toContain('D “Ghi chú” → not used');
  expect(shown.stdout).toContain('LÊ THỊ BA → Lê Thị Ba');
  expect(shown.stdout).toContain('1 new, 0 changed');
  expect(await seats()).toBe(before);
  expect((await importFile(lines, administrator.password, of)).stdout).toContain('1 person, 1 seat');
  expect(await seats()).toBe(before + 1);
  const { people } = await service.deps.store.committees.wholeRoster();
  expect(people.map(({ name: fullName }) => fullName)).toContain('Lê Thị Ba');
  const unknown = await importFile(lines, administrator.password, ['--committee', 'Chi bộ 99']);
  expect(unknown).toMatchObject({ status: 1, stdout: '' });
});

test('where more is doubtful than is listed, it says how much more', async () => {
  const line = 'Chi bộ 1;Lê Thị Tư;Ủy viên;01/07/2025';
  const lines = [header, ...Array.from({ length: 104 }, () => line)].join('\n');
  const said = await importFile(lines, administrator.password, ['--preview']);
  expect(said).toMatchObject({ status: 0, stderr: '' });
  expect(said.stdout).toContain('… and 3 more.');
});

test('every bad line is listed, and nothing is imported', async () => {
  const lines = [header, 'Không có;Nguyễn Văn An;Bí thư;01/07/2025', 'Chi bộ 1;;Ủy viên;31/02/2025'];
  const said = await importFile(lines.join('\r\n'));
  expect(said.status).toBe(1);
  expect(said.stdout).toBe('');
  expect(said.stderr).toMatch(/^line 2 /m);
  expect(said.stderr).toMatch(/^line 3 .*\n^line 3 /m);
  expect(said.stderr).toContain('[roster-has-problems]');
});

test('a wrong password is refused and shown nowhere', async () => {
  const said = await importFile(header, 'a wrong password');
  expect(said.status).toBe(1);
  expect(said.stderr).toContain('[wrong-sign-in]');
  expect(said.stderr).not.toContain('a wrong password');
});

test('without a terminal nobody is asked for a password', async () => {
  const path = join(folder, 'roster.csv');
  writeFileSync(path, header);
  const said = await phieu(['import', path, '--server', server], { PHIEU_TOKEN: '', PHIEU_PASSWORD: '' });
  expect(said).toMatchObject({ status: 1, stdout: '' });
  expect(said.stderr).toContain('[no-terminal]');
});

test('a file that cannot be read, or a server that is not there, is a failure', async () => {
  expect(await phieu(['import', join(folder, 'nothing.csv')], { PHIEU_TOKEN: 'x' })).toMatchObject({
    status: 1,
    stdout: '',
  });
  const path = join(folder, 'roster.csv');
  writeFileSync(path, header);
  const said = await phieu(['import', path, '--server', 'http://127.0.0.1:9', '--lang', 'en'], { PHIEU_TOKEN: 'x' });
  expect(said.stderr).toContain('[unreachable]');
  expect(said.status).toBe(1);
});
