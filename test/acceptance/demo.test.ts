import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit, toolsAreHere, toolVersions } from '../support/service/belenios.ts';
import { phieu, type Said, verifyHere } from '../support/service/commands.ts';

const small = ['--subjects', '3', '--voters', '13', '--lang', 'en'];
const kinds = [
  { name: 'two of three', options: [] },
  {
    name: 'three of five, organisations rated',
    options: ['--tellers', '5', '--threshold', '3', '--form', '366-qd-tw-2025-org'],
  },
];

let folder = '';
const votes = new Map<string, Said>();
/** All at the same moment: a vote mostly waits for its server. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const hold = async ({ name, options }: (typeof kinds)[number]) =>
    votes.set(name, await phieu(['demo', '--out', join(folder, name), ...small, ...options]));
  await Promise.all(kinds.map(hold));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What a demonstration left behind. */
function leftIn(name: string) {
  const path = (file: string) => join(folder, name, file);
  const [record = '', hints = '', supplement = ''] = readdirSync(path('record')).sort();
  const result = JSON.parse(readFileSync(path('result.json'), 'utf8'));
  const [recordFile, hintsFile, supplementFile] = [record, hints, supplement].map((file) => path(join('record', file)));
  return { path, result, record: recordFile ?? '', hints: hintsFile ?? '', supplement: supplementFile ?? '' };
}

describe.each(kinds)('a whole vote with $name', ({ name }) => {
  const said = () => votes.get(name) ?? { status: -1, stdout: '', stderr: '' };

  test('is held through the API alone, from roster to published result', () => {
    expect(said().stderr).toBe('');
    expect(said().status).toBe(0);
  });

  test('shows its result to the committee and to its superior, and to nobody else', () => {
    const answers = [...said().stdout.matchAll(/reads the result: (.*)$/gm)].map(([, answer]) => answer);
    expect(answers).toEqual(['may', 'may', 'may not [not-found]', 'may not [not-found]']);
  });

  test('leaves papers, record, result and minutes', () => {
    const { path, result, record, hints, supplement } = leftIn(name);
    expect(hints.endsWith(`${result.record.uuid}.hints`)).toBe(true);
    // A hint for each ballot, each of a kilobyte at least.
    expect(statSync(hints).size).toBeGreaterThan(1024 * result.collected);
    expect(record.endsWith(`${result.record.uuid}.bel`)).toBe(true);
    expect(supplement.endsWith(`${result.record.uuid}.supplement.json`)).toBe(true);
    for (const file of ['papers.pdf', 'minutes.pdf'])
      expect(readFileSync(path(file)).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(statSync(path('papers.pdf')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path('results.xlsx')).toString('latin1', 0, 2)).toBe('PK');
    expect(readFileSync(path('results.csv'), 'utf8')).toContain(result.subjects[0]?.name);
    expect(result).toMatchObject({ summoned: 13, present: 12, issued: 12, collected: 11, invalid: 1 });
    expect(result.subjects).toHaveLength(3);
  });

  test('leaves a record that our verifier and belenios-tool accept', async () => {
    const { path, record, supplement } = leftIn(name);
    const verified = await verifyHere(
      record,
      '--supplement',
      supplement,
      '--result',
      path('result.json'),
      '--final',
      '--lang',
      'en',
    );
    expect(verified.stdout).toContain('result.json: agrees with the record');
    expect(verified.status).toBe(0);
    if (!toolsAreHere()) return;
    for (const version of toolVersions) {
      const audited = await audit(version, record, '--final', '--supplement', supplement);
      expect(audited.output).toContain('OK: ');
      expect(audited.status).toBe(0);
    }
  });

  test('says nothing that is secret', () => {
    const credentials =
      /[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}-[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}/;
    const log = readFileSync(join(folder, name, 'demo-data', 'server.log'), 'utf8');
    expect(said().stdout).not.toMatch(credentials);
    expect(log).not.toMatch(credentials);
  });
});

test('a result.json with any figure changed is not the one of the record', async () => {
  const { record, result } = leftIn('two of three');
  type Result = typeof result;
  const compare = async (change: (copy: Result) => unknown) => {
    const copy = structuredClone(result);
    change(copy);
    const path = join(folder, 'changed.json');
    writeFileSync(path, JSON.stringify(copy));
    return verifyHere(record, '--result', path, '--lang', 'en');
  };
  const high = (copy: Result) => copy.subjects[0]?.levels.high ?? {};
  const attempts: Record<string, (copy: Result) => unknown> = {
    collected: (copy) => Object.assign(copy, { collected: copy.collected + 1 }),
    base: (copy) => Object.assign(copy.base, { value: copy.base.value + 1 }),
    name: (copy) => Object.assign(copy.subjects[0] ?? {}, { name: 'Đồng chí khác' }),
    valid: (copy) => Object.assign(copy.subjects[0] ?? {}, { valid: (copy.subjects[0]?.valid ?? 0) - 1 }),
    count: (copy) => Object.assign(high(copy), { count: 0 }),
    percent: (copy) => Object.assign(high(copy), { percent: '0.01' }),
    exchanged: (copy) => copy.subjects.reverse(),
  };
  for (const [name, change] of Object.entries(attempts)) {
    const said = await compare(change);
    expect(said.status, name).toBe(1);
    expect(said.stdout, name).toContain('FAILED: result.json differs from the record');
  }
  expect((await compare(() => {})).status).toBe(0);
});

test('a demonstration deletes nothing that is not its own', async () => {
  const path = join(folder, 'other');
  mkdirSync(path);
  writeFileSync(join(path, 'result.json'), 'mine');
  const said = await phieu(['demo', '--out', path, ...small]);
  expect(said.status).toBe(1);
  expect(readFileSync(join(path, 'result.json'), 'utf8')).toBe('mine');
});
