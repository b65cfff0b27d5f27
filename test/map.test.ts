import { expect, test } from 'vitest';
import { importsOf, readSource, sourceFiles } from '../scripts/sources/imports.ts';
import { layers, sharedRooms } from '../scripts/sources/layers.ts';
import { rooms } from '../scripts/sources/rooms.ts';

/*
 * The map of the README is what somebody new believes: `npm run map` prints the rooms as they are, and here the one is
 * held against the other.
 */
const readme = readSource('README.md');
const names = rooms().map(({ name }) => name);

/** What the map says of a layer, which may be several lines. */
function lineOf(layer: string): string {
  const [, said = ''] = new RegExp(`[├└]── ${layer}/ +([^├└\`]+)`).exec(readme) ?? [];
  return said.replace(/\n│ +/g, ' ');
}

/** The rooms that some words of the map name: `box/`, but no path such as `contract/service/pages.ts`. */
function namedIn(said: string): string[] {
  return [...said.matchAll(/(?<![\w/-])([a-z-]+)\/(?![\w])/g)].map(([, room = '']) => room).sort();
}

/** The folders that stand in a folder of `src`. */
function foldersIn(folder: string): string[] {
  const inner = names.filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1));
  return [...new Set(inner.map((name) => name.split('/')[0] ?? ''))].sort();
}

test('has every layer of the sources, and no other', () => {
  const drawn = [...readme.matchAll(/^[├└]── ([a-z]+)\//gm)].map(([, layer = '']) => layer);
  expect(drawn.sort()).toEqual([...layers.keys()].sort());
});

test.each(['protocol', 'domain'])('names every room of %s', (layer) => {
  expect(namedIn(lineOf(layer))).toEqual(foldersIn(layer));
});

test('names the rooms that pages share, and those that features of the server share', () => {
  const [, shared = ''] = lineOf('web').split('shared/:');
  expect(namedIn(shared)).toEqual(foldersIn('web/shared'));
  expect(namedIn(lineOf('server'))).toEqual([...sharedRooms].sort());
});

test('names no room that is not there', () => {
  for (const layer of ['contract', 'print', 'client', 'cli']) {
    const missing = namedIn(lineOf(layer)).filter((room) => !names.includes(`${layer}/${room}`));
    expect(missing, layer).toEqual([]);
  }
});

test('draws the arrows along which the sources import', () => {
  const [, drawn = ''] = /Data flows one way: ([^.]+)\./.exec(readme) ?? [];
  const arrows = drawn.split(';').flatMap((chain) => {
    const steps = chain.split('←').map((step) => [...step.matchAll(/`([a-z]+)`/g)].map(([, layer = '']) => layer));
    return steps.flatMap((known, at) =>
      known.flatMap((to) => (steps[at + 1] ?? []).map((from) => [from, to] as const)),
    );
  });
  const reach = (from: string): string[] =>
    arrows.flatMap((arrow) => (arrow[0] === from ? [arrow[1], ...reach(arrow[1])] : []));
  const layerOf = (file: string) => file.split('/')[1] ?? '';
  const among = importsOf(sourceFiles('src/**/*.{ts,tsx}')).filter(({ to }) => to.startsWith('src/'));
  const taken = new Set(among.map(({ from, to }) => `${layerOf(from)} → ${layerOf(to)}`));
  const meant = [...layers.keys()].flatMap((from) => [from, ...reach(from)].map((to) => `${from} → ${to}`));
  expect([...taken].filter((arrow) => !meant.includes(arrow))).toEqual([]);
  expect(arrows.filter(([from, to]) => !taken.has(`${from} → ${to}`))).toEqual([]);
  expect(arrows.length).toBeGreaterThan(7);
});
