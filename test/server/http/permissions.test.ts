import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '../../../src/contract/openapi.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { operations } from '../../../src/contract/operations.ts';
import { permissionTable, relationWords } from '../../../src/contract/permissions.ts';
import { type Relation, relations } from '../../../src/domain/account/relations.ts';
import { aWalk, type Walk, type Walker } from '../../support/service/permission-walk.ts';

let walk: Walk;
beforeAll(async () => {
  walk = await aWalk();
});
afterAll(() => walk.close());

/** What the table says, and nothing else. */
function mayPass({ access }: Operation, { held }: Walker): boolean {
  return access.some((relation) => held.includes(relation));
}

test('every route has a row in the table, or is a page that anyone may read', () => {
  const rows = new Set(permissionTable(operations).map(({ method, path }) => `${method} ${path}`));
  const routes = walk.routes.map((route) => route.replace(/:(\w+)/g, '{$1}'));
  expect(routes.filter((route) => rows.has(route))).toHaveLength(operations.length);
  const pages = routes.filter((route) => !rows.has(route));
  expect(pages).toContain('GET /api/openapi.json');
  expect(pages.filter((route) => !/^(GET|HEAD) \/(?!api\/(?!docs|openapi\.json$))/.test(route))).toEqual([]);
});

test('every relation is walked by somebody who has it and by somebody who has not', () => {
  const covered = relations.filter((relation) => walk.walkers.some(({ held }) => held.includes(relation)));
  expect(covered).toEqual([...relations]);
});

test.each(operations.map((declared) => [declared.id, declared] as const))(
  '%s: exactly whom the table names; to others it is as if there were nothing',
  async (_id, declared) => {
    const answers = await Promise.all(
      walk.walkers.map(async (walker) => ({ walker, ...(await walk.ask(declared, walker)) })),
    );
    const names = (some: typeof answers) => some.map(({ walker }) => walker.name);
    expect(names(answers.filter(({ isPassed }) => isPassed))).toEqual(
      names(answers.filter(({ walker }) => mayPass(declared, walker))),
    );

    for (const { walker, ...present } of answers.filter(({ isPassed }) => !isPassed)) {
      const isKnown = walker.held.includes('signed-in') || walker.isKeyed === true;
      expect(isKnown ? [401, 403, 404] : [401], walker.name).toContain(present.status);
      if (walk.isPlaced(declared)) expect(present, walker.name).toEqual(await walk.ask(declared, walker, 'missing'));
    }
  },
);

test('without the second factor that is required a duty opens nothing, and everything else stays open', async () => {
  const bare = await aWalk('required');
  const duties: readonly Relation[] = ['administrator', 'chair', 'secretary', 'office', 'superior-chair', 'teller'];
  const dutiful = bare.walkers.filter(({ held }) => held.some((relation) => duties.includes(relation)));
  expect(dutiful.map(({ name }) => name)).toEqual([
    ...['chair superior', 'chair own', 'secretary own', 'office own', 'teller', 'administrator'],
  ]);
  for (const declared of operations) {
    for (const walker of dutiful) {
      const left = { ...walker, held: walker.held.filter((relation) => !duties.includes(relation)) };
      const { isPassed, status, body } = await bare.ask(declared, walker);
      expect(isPassed, `${declared.id}: ${walker.name}`).toBe(mayPass(declared, left));
      if (isPassed) continue;
      const isWithheld = mayPass(declared, walker);
      expect(body.includes('second-factor-needed'), `${declared.id}: ${walker.name}`).toBe(isWithheld);
      expect(status).toBe(isWithheld || !bare.isPlaced(declared) ? 403 : 404);
    }
  }
  await bare.close();
});

test('the table is printed as the API describes it, with words for every relation in both languages', () => {
  const main = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
  const run = (...rest: string[]) =>
    execFileSync(process.execPath, [main, 'permissions', ...rest], { encoding: 'utf8' });
  const rows: { method: string; path: string; who: Relation[] }[] = JSON.parse(run('--json'));
  const paths = openApi(operations).paths as Record<string, Record<string, { 'x-access': Relation[] }>>;
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { 'x-access': who }]) => ({ method: method.toUpperCase(), path, who })),
  );
  const inOrder = (list: typeof rows) =>
    list.map(({ method, path, who }) => `${method} ${path}: ${who.join(' ')}`).sort();
  expect(inOrder(rows)).toEqual(inOrder(described));
  for (const language of ['vi', 'en'] as const) {
    const printed = run('--lang', language);
    for (const { what } of permissionTable(operations)) expect(printed).toContain(what[language]);
    for (const words of Object.values(relationWords)) expect(printed).toContain(words[language]);
  }
});
