import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { papersCommand } from '../../src/cli/papers.ts';
import { parseVotingLink } from '../../src/client/voting-link.ts';
import { publicCredential } from '../../src/protocol/ballot/credential.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { pdfPageCount, readQrCodes } from '../support/pdf.ts';
import { runHere } from '../support/service/commands.ts';
import { aDraft, aHall, anIssued, type Hall, type Headers } from '../support/service/hall.ts';

let folder = '';
let hall: Hall;
let server = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'));
  hall = await aHall();
  await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  server = `http://127.0.0.1:${(hall.service.app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  delete process.env.PHIEU_TOKEN;
  await hall.service.app.close();
  rmSync(folder, { recursive: true });
});
const signIn = (headers: Headers) => {
  process.env.PHIEU_TOKEN = headers.authorization?.replace('Bearer ', '') ?? '';
};
beforeEach(() => signIn(hall.office));

let written = 0;
const newPath = () => join(folder, `${written++}.pdf`);
const print = (session: string, out: string, ...options: string[]) =>
  runHere(papersCommand(), ['--session', session, '--out', out, '--server', server, '--lang', 'en', ...options]);
const credentialForm =
  /[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}-[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}/;

describe('phieu papers', () => {
  test.each([
    { kind: 'sheets', options: [] },
    { kind: 'slips', options: ['--slips'] },
  ])('prints $kind whose public halves are exactly those registered', async ({ options }) => {
    const id = await anIssued(hall);
    const out = newPath();
    const said = await print(id, out, '--count', '3', ...options);
    expect(said).toMatchObject({ status: 0, stderr: '' });
    const pdf = readFileSync(out);
    const links = (await readQrCodes(pdf)).flat().map(parseVotingLink);
    expect(links.map((link) => link?.votingAddress)).toEqual([`${server}/v`, `${server}/v`, `${server}/v`]);
    const halves = links.map((link) => publicCredential(sodiumGroup, id, link?.credential ?? ''));
    const { papers, session } = await hall.state(id);
    expect([...papers.keys()].sort()).toEqual(halves.sort());
    expect(session.printRuns).toMatchObject([{ size: 3, status: 'printed' }]);
    expect(await pdfPageCount(pdf)).toBe(options.length === 0 ? 3 : 1);
  });

  test('leaves credentials in the PDF only, and the PDF to its owner only', async () => {
    const id = await anIssued(hall);
    const out = newPath();
    const before = readdirSync(folder);
    const said = await print(id, out, '--count', '2');
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([...before, out.slice(folder.length + 1)].sort());
    const links = (await readQrCodes(readFileSync(out))).flat().map(parseVotingLink);
    for (const link of links) {
      expect(link?.credential).toMatch(credentialForm);
      expect(said.stdout).not.toContain(link?.credential);
      expect(hall.service.log.join('')).not.toContain(link?.credential);
      expect(JSON.stringify([...(await hall.state(id)).papers.values()])).not.toContain(link?.credential);
    }
  });

  test('leaves no papers behind that the server refused, and none on the server that were not written', async () => {
    const draft = await aDraft(hall);
    const out = newPath();
    expect(await print(draft, out, '--count', '2')).toMatchObject({ status: 1, stdout: '' });
    expect(existsSync(out)).toBe(false);
    const id = await anIssued(hall);
    expect(await print(id, join(folder, 'no such folder', 'x.pdf'), '--count', '2')).toMatchObject({ status: 1 });
    expect((await hall.state(id)).papers.size).toBe(0);
  });

  test('overwrites no file: it may be the only place where papers are', async () => {
    const id = await anIssued(hall);
    const out = newPath();
    writeFileSync(out, 'earlier papers');
    const said = await print(id, out, '--count', '2');
    expect(said.status).toBe(1);
    expect(said.stderr).toContain('the file exists and is not overwritten');
    expect(readFileSync(out, 'utf8')).toBe('earlier papers');
    expect((await hall.state(id)).papers.size).toBe(0);
  });

  test('is for the office: a teller makes no papers', async () => {
    signIn(hall.teller(1));
    const out = newPath();
    expect(await print(await anIssued(hall), out, '--count', '1')).toMatchObject({ status: 1 });
    expect(existsSync(out)).toBe(false);
  });
});
