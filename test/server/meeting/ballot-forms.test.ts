import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeFormProblem, loadBallotForms } from '../../../src/server/meeting/ballot-forms.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forms-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function copyOf(id: string, change: (text: string) => string): void {
  const loaded = loadBallotForms();
  if (!loaded.ok) throw new Error('own forms do not load');
  mkdirSync(join(folder, id));
  writeFileSync(join(folder, id, 'form.json'), change(JSON.stringify(loaded.forms.get(id))));
}

function problems(): string[] {
  const loaded = loadBallotForms(folder);
  return loaded.ok ? [] : loaded.problems.map((problem) => `${problem.file} ${problem.field} ${problem.reason}`);
}

test('every rule text that comes with the service loads', () => {
  const loaded = loadBallotForms();
  expect(loaded.ok ? [...loaded.forms.keys()] : loaded.problems).toEqual([
    '262-qd-tw-2014',
    '366-qd-tw-2025',
    '366-qd-tw-2025-org',
    '85-2014-qh13',
    'bt-2017',
    'nq-96-2023-qh15',
    'qd-96-2023',
  ]);
});

test.each([
  ['qd-96-2023', { levels: 3, base: 'collected', quorum: '2/3', tiers: 2, maximumPlaces: 2, layout: 'party' }],
  ['262-qd-tw-2014', { levels: 3, base: 'collected', quorum: null, tiers: 2, maximumPlaces: null, layout: 'party' }],
  ['bt-2017', { levels: 3, base: 'collected', quorum: null, tiers: 2, maximumPlaces: null, layout: 'party' }],
  ['nq-96-2023-qh15', { levels: 3, base: 'collected', quorum: null, tiers: 2, maximumPlaces: 1, layout: 'state' }],
  ['85-2014-qh13', { levels: 3, base: 'roll', quorum: null, tiers: 2, maximumPlaces: null, layout: 'state' }],
  ['366-qd-tw-2025', { levels: 4, base: 'collected', quorum: null, tiers: 0, maximumPlaces: null, layout: 'party' }],
])('%s says what its rule text says', (id, expected) => {
  const loaded = loadBallotForms();
  const form = loaded.ok ? loaded.forms.get(id) : undefined;
  expect({
    levels: form?.levels.length,
    base: form?.base,
    quorum: form?.quorum ? `${form.quorum.numerator}/${form.quorum.denominator}` : null,
    tiers: form?.tiers.length,
    maximumPlaces: form?.maximumPlaces,
    layout: form?.documentLayout,
  }).toEqual(expected);
});

test('Regulation 96 of the Party leaves out, by its article 3, who is about to retire and who is new in office', () => {
  const loaded = loadBallotForms();
  const form = loaded.ok ? loaded.forms.get('qd-96-2023') : undefined;
  expect(form?.exclusionReasons.map(({ label, article }) => `${label.vi}: ${article?.vi}`)).toEqual([
    'Đã có thông báo nghỉ công tác chờ nghỉ hưu: Điều 3 Quy định số 96-QĐ/TW',
    'Được bổ nhiệm hoặc được bầu trong năm lấy phiếu: Điều 3 Quy định số 96-QĐ/TW',
  ]);
});

test('a form that lets nobody be left out says where that comes from, unless its rule text makes everybody a subject', () => {
  const loaded = loadBallotForms();
  const silent = [...(loaded.ok ? loaded.forms.values() : [])].filter(
    ({ exclusionReasons, assumptions }) =>
      exclusionReasons.length === 0 && !assumptions.some(({ vi }) => vi.includes('không ai được miễn')),
  );
  expect(silent.map(({ id }) => id)).toEqual(['bt-2017']);
});

test('a form that does not hold is named with file and field, and no form is used', () => {
  copyOf('bt-2017', (text) => text);
  copyOf('qd-96-2023', (text) => text.replace('"level":"low"', '"level":"lowest"'));
  expect(problems()).toEqual(['qd-96-2023/form.json tiers.0.level unknown-level']);
  const loaded = loadBallotForms(folder);
  expect(loaded.ok ? '' : loaded.problems.map(describeFormProblem).join()).toBe(
    'qd-96-2023/form.json: tiers.0.level: unknown-level (no level "lowest")',
  );
});

test('a form under another name, a broken file and an empty folder are refused', () => {
  copyOf('bt-2017', (text) => text.replace('"id":"bt-2017"', '"id":"bt-2018"'));
  copyOf('qd-96-2023', (text) => text.slice(1));
  mkdirSync(join(folder, 'empty'));
  expect(problems()).toEqual([
    'bt-2017/form.json id folder-is-not-id',
    'empty/form.json  unreadable',
    'qd-96-2023/form.json  not-json',
  ]);
});

test('a service without any form does not start', () => {
  expect(problems()).toEqual([`${folder}  no-forms`]);
  expect(loadBallotForms(join(folder, 'nowhere')).ok).toBe(false);
});
