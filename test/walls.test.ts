import { expect, test } from 'vitest';
import { findCircles, type Import, importsIn, importsOf, sourceFiles } from '../scripts/sources/imports.ts';
import { layers, sharedRooms } from '../scripts/sources/layers.ts';

/** The rooms of `src` in which a file stands, outermost first. */
function roomsOf(file: string): readonly string[] {
  const [source, ...rooms] = file.split('/').slice(0, -1);
  return source === 'src' ? rooms : [];
}

function featureOf(file: string): string | undefined {
  const [layer, room] = roomsOf(file);
  return layer === 'server' && room !== undefined && !sharedRooms.includes(room) ? room : undefined;
}

function pageOf(file: string): string | undefined {
  const [layer, page] = roomsOf(file);
  return layer === 'web' && page !== 'shared' ? page : undefined;
}

const isIn = (file: string, ...folders: readonly string[]) => folders.some((folder) => file.startsWith(`${folder}/`));

interface Wall {
  readonly rule: string;
  readonly isBroken: (by: Import) => boolean;
  /** Imports that the wall refuses, and some beside it that it lets through. */
  readonly refused: readonly [from: string, to: string][];
  readonly allowed: readonly [from: string, to: string][];
}

const isOfStore = (path: string, ...kinds: readonly string[]) =>
  kinds.some((kind) => isIn(path, `src/server/store/${kind}`) || path === `src/server/store/${kind}.ts`);

const walls: readonly Wall[] = [
  {
    rule: 'data flows one way: protocol, domain, contract and print, client and server, web and cli',
    isBroken: ({ from, to }) => {
      const [own = '', other = ''] = [roomsOf(from)[0], roomsOf(to)[0]];
      return layers.has(own) && other !== '' && own !== other && !layers.get(own)?.includes(other);
    },
    refused: [
      ['src/protocol/tally/result.ts', 'src/domain/ruling.ts'],
      ['src/server/app.ts', 'src/client/office.ts'],
      ['src/web/vote/voting.ts', 'src/server/deps.ts'],
    ],
    allowed: [['src/web/vote/voting.ts', 'src/protocol/tally/result.ts']],
  },
  {
    rule: 'features of the server never import each other',
    isBroken: ({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)];
      return own !== undefined && other !== undefined && own !== other;
    },
    refused: [['src/server/plans/routes.ts', 'src/server/box/turnout.ts']],
    allowed: [
      ['src/server/plans/routes.ts', 'src/server/plans/views.ts'],
      ['src/server/plans/routes.ts', 'src/server/meeting/signatories.ts'],
    ],
  },
  {
    rule: 'what features share knows none of them; what puts the service together does',
    isBroken: ({ from, to }) => {
      const [layer, room = ''] = roomsOf(from);
      return layer === 'server' && sharedRooms.includes(room) && room !== 'start' && featureOf(to) !== undefined;
    },
    refused: [
      ['src/server/workers/jobs.ts', 'src/server/committees/province.ts'],
      ['src/server/meeting/signatories.ts', 'src/server/box/turnout.ts'],
    ],
    allowed: [['src/server/start/serve.ts', 'src/server/plans/reminder-rounds.ts']],
  },
  {
    rule: 'pages never import each other',
    isBroken: ({ from, to }) => {
      const [own, other] = [pageOf(from), pageOf(to)];
      return other !== undefined && own !== other && isIn(from, 'src/web');
    },
    refused: [
      ['src/web/vote/voting.ts', 'src/web/home/sentences.ts'],
      ['src/web/shared/forms/fields.tsx', 'src/web/home/sentences.ts'],
    ],
    allowed: [['src/web/vote/voting.ts', 'src/web/shared/forms/fields.tsx']],
  },
  {
    // Each command is a process of its own, and some look at a data folder that no service has open.
    rule: 'only what starts, and workers, know which store it is',
    isBroken: ({ from, to }) =>
      isOfStore(to, 'sqlite', 'postgres') &&
      !isIn(from, 'src/server/store', 'src/server/start', 'src/server/workers', 'src/cli'),
    refused: [
      ['src/server/box/turnout.ts', 'src/server/store/sqlite.ts'],
      ['src/server/box/turnout.ts', 'src/server/store/postgres/sessions.ts'],
    ],
    allowed: [['src/server/start/open-data-folder.ts', 'src/server/store/sqlite.ts']],
  },
  {
    rule: 'what both stores share knows neither, and neither knows the other',
    isBroken: ({ from, to }) =>
      isIn(from, 'src/server/store') &&
      ['sqlite', 'postgres'].some((kind) => isOfStore(to, kind) && !isOfStore(from, kind)),
    refused: [
      ['src/server/store/store.ts', 'src/server/store/sqlite/sessions.ts'],
      ['src/server/store/postgres/sessions.ts', 'src/server/store/sqlite/sessions.ts'],
    ],
    allowed: [['src/server/store/postgres.ts', 'src/server/store/postgres/sessions.ts']],
  },
  {
    // Whoever else could weigh equations could choose the weights.
    rule: 'the equations of a batch are weighed where ballots are checked, and nowhere else',
    isBroken: ({ from, to }) =>
      to === 'src/protocol/ballot/equations.ts' &&
      isIn(from, 'src') &&
      !['check-ballots', 'hinted-ballot'].some((name) => from === `src/protocol/ballot/${name}.ts`),
    refused: [['src/server/box/cast-ballot.ts', 'src/protocol/ballot/equations.ts']],
    allowed: [['src/protocol/ballot/check-ballots.ts', 'src/protocol/ballot/equations.ts']],
  },
  {
    rule: 'whole votes run through public doors: acceptance tests know protocol and contract only',
    isBroken: ({ from, to }) =>
      isIn(from, 'test/acceptance') &&
      !isIn(to, 'src/protocol', 'src/contract', 'test/support', 'test/acceptance') &&
      isIn(to, 'src', 'test', 'scripts'),
    refused: [
      ['test/acceptance/demo.test.ts', 'src/client/api.ts'],
      ['test/acceptance/demo.test.ts', 'src/server/store/store.ts'],
    ],
    allowed: [
      ['test/acceptance/demo.test.ts', 'src/contract/box/box.ts'],
      ['test/acceptance/demo.test.ts', 'vitest'],
    ],
  },
];

const imports = importsOf(sourceFiles('src/**/*.{ts,tsx}', 'test/acceptance/**/*.ts'));
const arrow = ({ from, to }: Import) => `${from} → ${to}`;

test('the sources name each other', () => {
  expect(imports.filter(({ from, to }) => isIn(from, 'src') && isIn(to, 'src')).length).toBeGreaterThan(3000);
  const text = `import type { A } from './a.ts';
    export { b } from '../b.ts';
    import c, { type D } from 'c';
    const d = import('./d.ts');
    new Worker(new URL('./e.worker.ts', import.meta.url));
    import worker from './f.worker.ts?worker&inline';`;
  expect(importsIn('src/x/y.ts', text).map(({ to, kind }) => [to, kind])).toEqual([
    ['src/x/a.ts', 'type'],
    ['src/b.ts', 'value'],
    ['c', 'value'],
    ['src/x/f.worker.ts', 'value'],
    ['src/x/d.ts', 'value'],
    ['src/x/e.worker.ts', 'thread'],
  ]);
});

test.each(walls)('$rule', ({ isBroken, refused, allowed }) => {
  const broken = (pairs: Wall['refused']) => pairs.map(([from, to]) => isBroken({ from, to, kind: 'type' }));
  expect(broken(refused)).not.toContain(false);
  expect(broken(allowed)).not.toContain(true);
  expect(imports.filter(isBroken).map(arrow)).toEqual([]);
});

test('every layer and every room that features share is there', () => {
  const rooms = sourceFiles('src/**/*.{ts,tsx}').map(roomsOf);
  expect([...new Set(rooms.map(([layer]) => layer))].sort()).toEqual([...layers.keys()].sort());
  const ofServer = new Set(rooms.flatMap(([layer, room]) => (layer === 'server' && room ? [room] : [])));
  expect(sharedRooms.filter((room) => !ofServer.has(room))).toEqual([]);
});

test('no files import each other in a circle, not even for their types', () => {
  const circle = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['c', 'd'],
  ].map(([from = '', to = '']) => ({ from, to, kind: 'type' as const }));
  expect(findCircles(circle)).toEqual([['a', 'b', 'c']]);
  // The entry of a thread is not read by whoever starts the thread.
  const read = imports.filter(({ from, to, kind }) => isIn(from, 'src') && isIn(to, 'src') && kind !== 'thread');
  expect(findCircles(read)).toEqual([]);
});
