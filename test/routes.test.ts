import { expect, test } from 'vitest';
import { readSource, sourceFiles } from '../scripts/sources/imports.ts';

const files = sourceFiles('src/server/*/*routes.ts');

/** What a file of addresses holds beside them: bodies of handlers, and functions that register nothing. */
function workIn(text: string): string[] {
  const bodies = [...text.matchAll(/\broute\(context, ([\w.]+), [^;]*?=> \{/g)].map(([, operation]) => `${operation}`);
  const helpers = [...text.matchAll(/^(?:export )?(?:async )?function (?!\w+Routes\b)(\w+)/gm)].map(
    ([, name]) => `${name}`,
  );
  return [...bodies, ...helpers];
}

test('routes are addresses: what an operation does stands in a file of its own', () => {
  expect(files.length).toBeGreaterThan(20);
  const pages = ['src/server/pages/routes.ts', 'src/server/reference/routes.ts'];
  const work = files.filter((file) => !pages.includes(file)).map((file) => [file, workIn(readSource(file))]);
  expect(work.filter(([, found]) => found?.length)).toEqual([]);
});

test('a handler makes its changes in the store of its call, which keeps the note of it', () => {
  expect(files.filter((file) => /\bdeps\b.* = context;/.test(readSource(file)))).toEqual([]);
});

test('a handler with a body and a helper are found, a call is not', () => {
  const call = 'route(context, contract.readMe, readMe);';
  const body = 'route(context, contract.signOut, async ({ request }) => {\n  end();\n});';
  expect(
    workIn(`export function accountRoutes(context) {\n  ${call}\n  ${body}\n}\nasync function changeGrant() {}`),
  ).toEqual(['contract.signOut', 'changeGrant']);
});
