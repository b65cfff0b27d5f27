import { wasmGroup, wasmGroupOneByOne } from '../../src/protocol/arithmetic/wasm-group.ts';
import { equationsHold } from '../../src/protocol/ballot/equations.ts';
import { readHinted } from '../../src/protocol/ballot/hinted-ballot.ts';
import { type ReadBallot, readBallot } from '../../src/protocol/ballot/read-ballot.ts';
import { context, hinted, medians, type SealedForCheck, seal, strict, subjects } from './batches.ts';
import { atMost, type Row, told } from './row.ts';
import { milliseconds } from './times.ts';

/*
 * What a ballot costs to check by how many are checked together, by how many subjects it has and by how many ballots there
 * are, and where that time goes: the rows from which `scripts/draw-curves.ts` draws the pictures of docs/performance.md.
 */
const batches = [1, 2, 4, 8, 16, 32];
const subjectCounts = [5, 10, 15, 30, 48];
const boxes = [10, 100, 1000];
const few = 5;
/** How far from a straight line, and from a level one, a curve may be. */
const slack = 1.25;

export async function checkingCurves(): Promise<Row[]> {
  return [...byBatch(), ...bySubjects(), ...byBox(), ...whereTimeGoes()];
}

function byBatch(): Row[] {
  const work = seal(wasmGroup, 32);
  const older = { ...work, group: wasmGroupOneByOne };
  const names = batches.flatMap((size) => [`pairs ${size}`, `one ${size}`]);
  const each = medians(() => ({
    strict: strict(work, work.ballots.slice(0, 4)),
    ...Object.fromEntries(
      batches.flatMap((size) => [
        [`pairs ${size}`, inBatches(work, size)],
        [`one ${size}`, inBatches(older, size)],
      ]),
    ),
  })) as Readonly<Record<string, number>>;
  const about = (what: string) => `${what}, ${subjects} subjects`;
  return [
    told(about('check strictly'), each.strict ?? 0, 'ms'),
    ...names.map((name) => {
      const [how, size] = name.split(' ');
      return told(about(`check in a batch of ${size}${how === 'one' ? ' without pairs' : ''}`), each[name] ?? 0, 'ms');
    }),
  ];
}

/** All ballots, so many at a time. */
function inBatches(work: SealedForCheck, size: number): number {
  let sum = 0;
  for (let start = 0; start < work.ballots.length; start += size) {
    sum += size * hinted(work, work.ballots.slice(start, start + size));
  }
  return sum / work.ballots.length;
}

function bySubjects(): Row[] {
  const works = subjectCounts.map((count) => [count, seal(wasmGroup, 16, count)] as const);
  const each = medians(() =>
    Object.fromEntries(works.map(([count, work]) => [String(count), hinted(work, work.ballots)])),
  );
  const perSubject = (count: number) => (each[String(count)] ?? 0) / count;
  return [
    ...subjectCounts.map((count) =>
      told(`check in a batch of 16 by subjects, ${count} subjects`, each[String(count)] ?? 0, 'ms'),
    ),
    atMost(slack, 'a subject of 48 to a subject of 15', perSubject(48) / perSubject(15), '×'),
  ];
}

function byBox(): Row[] {
  const work = seal(wasmGroup, Math.max(...boxes), few);
  const each = medians(() =>
    Object.fromEntries(boxes.map((count) => [String(count), hinted(work, work.ballots.slice(0, count))])),
  );
  const of = (count: number) => each[String(count)] ?? 0;
  return [
    ...boxes.map((count) => told(`check one of ${count} ballots, ${few} subjects`, of(count), 'ms')),
    atMost(slack, `check one of 1000 ballots to one of 10, ${few} subjects`, of(1000) / of(10), '×'),
  ];
}

function whereTimeGoes(): Row[] {
  const { batches: arithmetic } = wasmGroup;
  if (arithmetic === undefined) throw new Error('WebAssembly checks batches');
  const { election, ballots } = seal(wasmGroup, 32);
  const read = () =>
    ballots.map(({ content }) => {
      const one = readBallot(election, content, context);
      if (typeof one === 'string') throw new Error(one);
      return one;
    });
  const readHints = (some: readonly ReadBallot[]) =>
    some.map((one, index) => {
      const found = readHinted(wasmGroup, arithmetic, election, one, ballots[index]?.hint ?? new Uint8Array());
      if (found === undefined) throw new Error('a hint of the bench does not fit');
      return found;
    });
  const known = read();
  const equations = readHints(known).flatMap((one) => one.equations);
  const each = medians(() => ({
    text: milliseconds(() => read()) / ballots.length,
    points:
      milliseconds(() => ballots.map(({ hint = new Uint8Array() }) => arithmetic.readEighths(hint))) / ballots.length,
    hint: milliseconds(() => readHints(known)) / ballots.length,
    product: milliseconds(() => equationsHold(wasmGroup, arithmetic, election, equations)) / ballots.length,
  }));
  const about = (what: string) => `where time goes: ${what}, batch of 32, ${subjects} subjects`;
  return [
    told(about('text and its hashes'), each.text, 'ms'),
    told(about('points of the hint'), each.points, 'ms'),
    told(about('hashes of the proofs'), each.hint - each.points, 'ms'),
    told(about('product of all equations'), each.product, 'ms'),
  ];
}
