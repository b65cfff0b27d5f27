import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const model = readFileSync(new URL('docs/threat-model.md', root), 'utf8');

/** What the table has to answer, in its order. */
const attacks = [
  ...['ballot copying', 'weak Fiat–Shamir', 'clash', 'small subgroups', 'rushing teller', 'subset tally'],
  ...['roll altered after opening', 'two views of the record', 'ballot as signature', 'log correlation'],
  ...['malicious page', 'lost keys', 'queue at tally', 'close–look–reopen', 'timing of trackers', 'small totals'],
  ...['replayed ballots', 'second accounts', 'altered totals', 'hostile files', 'flood', 'clock'],
  ...['storage thief', 'backup thief', 'printing office', 'photographed code', 'coercer'],
];

interface Row {
  readonly attack: string;
  readonly answer: string;
  readonly tests: readonly string[];
}

/** The rows of the first table below a heading. */
function rowsBelow(heading: string): readonly Row[] {
  const [, section = ''] = model.split(`\n## ${heading}\n`);
  const [table = ''] = section.match(/(?:^\|.*\n)+/m) ?? [];
  const [, , ...lines] = table.trimEnd().split('\n');
  return lines.map((line) => {
    const [, attack = '', answer = '', tests = ''] = line.split('|').map((cell) => cell.trim());
    return { attack, answer, tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path) };
  });
}

const rows = rowsBelow('Attacks and their tests');

/** Which attack of the list a row begins with; -1 for another. */
function placeOf({ attack }: Row): number {
  const words = attack.toLowerCase();
  return attacks.findIndex((name) => new RegExp(`^${name.toLowerCase()}[:,] `).test(words));
}

test('every attack of the list is answered, in its order, and nothing else is among them', () => {
  const places = rows.map(placeOf);
  expect(rows.filter((row) => placeOf(row) === -1)).toEqual([]);
  expect([...new Set(places)]).toEqual(attacks.map((_, place) => place));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('every row says what stands against the attack and names a test, once', () => {
  expect(rows.filter(({ answer, tests }) => answer === '' || tests.length === 0)).toEqual([]);
  expect(new Set(rows.map(({ attack }) => attack)).size).toBe(rows.length);
});

test('every test that the model names is there', () => {
  const named = [...model.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(rows.length);
  expect(named.filter((path) => !path.endsWith('.test.ts'))).toEqual([]);
  expect(named.filter((path) => !existsSync(fileURLToPath(new URL(path, root))))).toEqual([]);
  expect(rows.flatMap(({ tests }) => tests).filter((path) => !path.startsWith('test/'))).toEqual([]);
});
