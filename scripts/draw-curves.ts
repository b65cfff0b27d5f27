import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Row } from './bench/row.ts';

/*
 * Draws the pictures of docs/performance.md from rows that `npm run bench -- … --json FILE` wrote. Files are read in the
 * order given, a later row of the same name instead of an earlier one; the rows that were drawn are kept beside the
 * pictures, where they are read again without files.
 */
const folder = fileURLToPath(new URL('../docs/performance', import.meta.url));
const kept = `${folder}/rows.json`;

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Line {
  readonly name: string;
  readonly points: readonly Point[];
}
interface Chart {
  readonly title: string;
  readonly x: string;
  /** By its logarithm. */
  readonly isLogarithmic?: boolean;
  readonly lines: readonly Line[];
}

const files = process.argv.slice(2);
const rows = new Map<string, Row>(
  (files.length === 0 ? [kept] : files)
    .flatMap((file): Row[] => JSON.parse(readFileSync(file, 'utf8')))
    .map((row) => [row.name, row]),
);

/** A line of all rows of such a name, which has x in it. */
function lineOf(name: string, pattern: RegExp): Line {
  const points = [...rows.values()].flatMap(({ name: row, value }) => {
    const x = pattern.exec(row)?.[1];
    return x === undefined ? [] : [{ x: Number(x), y: value }];
  });
  if (points.length < 2) throw new Error(`no rows for ${name}`);
  return { name, points: points.toSorted((a, b) => a.x - b.x) };
}

const charts: Readonly<Record<string, Chart>> = {
  batch: {
    title: 'Milliseconds to check a ballot of 15 subjects, by ballots in a batch',
    x: 'ballots in a batch',
    isLogarithmic: true,
    lines: [
      lineOf('one field element at a time', /^check in a batch of (\d+) without pairs, 15 subjects$/),
      lineOf('two at a time', /^check in a batch of (\d+), 15 subjects$/),
    ],
  },
  subjects: {
    title: 'Milliseconds to check a ballot, by its subjects (batch of 16)',
    x: 'subjects',
    lines: [lineOf('two at a time', /^check in a batch of 16 by subjects, (\d+) subjects$/)],
  },
  box: {
    title: 'Milliseconds for a ballot of 5 subjects, by ballots there are',
    x: 'ballots',
    isLogarithmic: true,
    lines: [
      lineOf('checked in batches', /^check one of (\d+) ballots, 5 subjects$/),
      lineOf(
        'cast over HTTP to disk, all processor time of the service',
        /^processor time for one of 500 up to ballot (\d+),/,
      ),
    ],
  },
};

const [width, height] = [640, 300];
const plot = { left: 52, right: 620, top: 44, bottom: 250 };
const colours = ['#1f5fa8', '#b3541e'];

function draw({ title, x: under, isLogarithmic = false, lines }: Chart): string {
  const all = lines.flatMap(({ points }) => points);
  const scale = (x: number) => (isLogarithmic ? Math.log(x) : x);
  const [least, most] = [Math.min(...all.map(({ x }) => scale(x))), Math.max(...all.map(({ x }) => scale(x)))];
  const low = isLogarithmic ? least : 0;
  const step = niceStep(Math.max(...all.map(({ y }) => y)));
  const top = step * Math.ceil(Math.max(...all.map(({ y }) => y)) / step);
  const across = (x: number) => round(plot.left + ((scale(x) - low) / (most - low)) * (plot.right - plot.left));
  const up = (y: number) => round(plot.bottom - (y / top) * (plot.bottom - plot.top));
  const marks = [...new Set(all.map(({ x }) => x))].toSorted((a, b) => a - b);
  const shown = marks.filter((x, at) => at === 0 || at === marks.length - 1 || isApart(x, marks, across));
  const parts = [
    text(plot.left, 20, title, 'font-weight="600"'),
    ...Array.from({ length: Math.round(top / step) + 1 }, (_, at) => {
      const y = up(at * step);
      const value = String(Number((at * step).toPrecision(4)));
      return `<path d="M${plot.left} ${y}H${plot.right}" stroke="#ddd"/>${text(plot.left - 8, y + 4, value, 'text-anchor="end"')}`;
    }),
    ...shown.map((x) => text(across(x), plot.bottom + 18, String(x), 'text-anchor="middle"')),
    text((plot.left + plot.right) / 2, plot.bottom + 38, under, 'text-anchor="middle"'),
    ...lines.map(({ name, points }, at) => {
      const colour = colours[at] ?? '#333';
      const way = points.map(({ x, y }) => `${across(x)} ${up(y)}`).join('L');
      const dots = points.map(({ x, y }) => `<circle cx="${across(x)}" cy="${up(y)}" r="3" fill="${colour}"/>`);
      // Above all of the line that the words can reach.
      const near = points.filter(({ x }) => across(x) > (plot.left + plot.right) / 2);
      const highest = Math.min(...near.map(({ y }) => up(y)));
      const label = text(plot.right, highest - 8, name, `text-anchor="end" style="fill:${colour}"`);
      return `<path d="M${way}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${label}`;
    }),
  ];
  return svg(title, parts);
}

/** Bars of the parts of a whole. */
function drawShares(title: string, shares: readonly { readonly name: string; readonly value: number }[]): string {
  const total = shares.reduce((sum, { value }) => sum + value, 0);
  const parts = [text(plot.left, 20, title, 'font-weight="600"')];
  for (const [at, { name, value }] of shares.entries()) {
    const y = 44 + at * 48;
    const length = round((value / total) * (plot.right - plot.left));
    parts.push(
      text(plot.left, y + 10, `${name}: ${value.toFixed(2)} ms, ${Math.round((100 * value) / total)} %`),
      `<rect x="${plot.left}" y="${y + 16}" width="${length}" height="14" fill="${colours[0]}"/>`,
    );
  }
  return svg(title, parts);
}

function svg(title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="#222">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${words}</text>`;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}

/** Far enough from the marks beside it and from the last one to be read. */
function isApart(x: number, marks: readonly number[], across: (x: number) => number): boolean {
  const last = marks.at(-1) ?? x;
  const before = marks[marks.indexOf(x) - 1] ?? x;
  return across(last) - across(x) > 40 && across(x) - across(before) > 30;
}

/** 1, 2 or 5 of some power of ten, so that four to ten of them reach a value. */
function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const factor = [5, 2, 1].find((one) => one * power <= most / 4) ?? 1;
  return factor * power;
}

const shares = [...rows.values()].flatMap(({ name, value }) => {
  const what = /^where time goes: ([^,]+),/.exec(name)?.[1];
  return what === undefined ? [] : [{ name: what, value }];
});
mkdirSync(folder, { recursive: true });
for (const [name, chart] of Object.entries(charts)) writeFileSync(`${folder}/${name}.svg`, draw(chart));
const title = 'Where the time of a ballot goes (15 subjects, batch of 32)';
writeFileSync(`${folder}/parts.svg`, drawShares(title, shares));
const drawn = /^(?:check |where time goes|a subject of|processor time for one of)/;
const list = [...rows.values()].filter(({ name }) => drawn.test(name));
writeFileSync(kept, `${JSON.stringify(list, null, 2)}\n`);
