import type { Group } from '../../src/protocol/arithmetic/group.ts';
import { nobleBatchGroup } from '../../src/protocol/arithmetic/noble-batches.ts';
import { wasmGroup, wasmGroupOneByOne } from '../../src/protocol/arithmetic/wasm-group.ts';
import { checkBallot } from '../../src/protocol/ballot/check-ballot.ts';
import { type ArrivedBallot, checkBallots, largestBatch } from '../../src/protocol/ballot/check-ballots.ts';
import { createBallot } from '../../src/protocol/ballot/create-ballot.ts';
import { createCredential } from '../../src/protocol/ballot/credential.ts';
import type { Election } from '../../src/protocol/record/election.ts';
import { anElection } from '../../test/support/build/elections.ts';
import { forgeBallot } from '../../test/support/build/forged-ballots.ts';
import { atMost, type Row, told } from './row.ts';
import { median, milliseconds, rounds } from './times.ts';
import { random } from './work.ts';

/*
 * Milliseconds of processor time to check one ballot with its hint, in a batch and alone, beside our strict check of the
 * same ballots in the same round: medians of 5 rounds. Who sends what costs most is measured too: a ballot that holds
 * with a hint that is of no use, and one that does not hold although its hint fits it.
 */
export const subjects = 15;
export const context = { credentials: { has: () => true }, seen: new Set<string>() };

export interface SealedForCheck {
  readonly group: Group;
  readonly election: Election;
  readonly ballots: readonly ArrivedBallot[];
}

export function seal(group: Group, count: number, subjectCount = subjects): SealedForCheck {
  const election = anElection(
    group,
    Array.from({ length: subjectCount }, () => 3),
  );
  const marks = election.questions.map((_, index) => index % 3);
  const ballots = Array.from({ length: count }, () => {
    const { text, hint } = createBallot(group, election, createCredential(random), marks, random);
    return { content: text, hint };
  });
  return { group, election, ballots };
}

/** For one ballot; all of them must hold, or none. Hints that are missing or of no use are made, as the service does. */
export function hinted(
  { group, election }: SealedForCheck,
  ballots: readonly ArrivedBallot[],
  expected = true,
): number {
  let isExpected = false;
  const time = milliseconds(() => {
    isExpected = checkBallots(group, election, ballots, context, { makeHints: true }).every(
      ({ ok }) => ok === expected,
    );
  });
  if (!isExpected) throw new Error('a ballot of the bench has the wrong verdict');
  return time / ballots.length;
}

export function strict({ group, election }: SealedForCheck, ballots: readonly ArrivedBallot[]): number {
  const time = milliseconds(() => {
    for (const { content } of ballots) checkBallot(group, election, content, context);
  });
  return time / ballots.length;
}

export function medians<Name extends string>(
  measure: () => Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> {
  measure(); // tables are made and code is compiled once, before anything counts
  const times = Array.from({ length: rounds }, measure);
  const names = Object.keys(times[0] ?? {}) as Name[];
  return Object.fromEntries(names.map((name) => [name, median(times.map((time) => time[name]))])) as Record<
    Name,
    number
  >;
}

function onWebAssembly(): Row[] {
  const work = seal(wasmGroup, largestBatch);
  const { ballots } = work;
  const some = ballots.slice(0, 8);
  // The commitments of another ballot: every point is read before the first one differs in the worst case, the last.
  const useless = some.map(({ content, hint = new Uint8Array() }, index) => {
    const other = ballots[index + 1]?.hint ?? hint;
    const wrong = hint.slice();
    wrong.set(other.subarray(-64), wrong.length - 64);
    return { content, hint: wrong };
  });
  const { group, election } = work;
  const forged = forgeBallot(group, election, createCredential(random), [], random, {
    // In the last proof of the last subject, so that the strict check goes through the whole ballot.
    commitments: (own, subject, proof) =>
      subject === subjects - 1 && proof === 3 ? own.map((point) => group.product(point, group.generator)) : own,
  });
  const each = medians(() => ({
    false: hinted(work, [forged], false),
    strict: strict(work, some),
    batch: hinted(work, ballots),
    oneByOne: hinted({ ...work, group: wasmGroupOneByOne }, ballots),
    single: some.reduce((sum, ballot) => sum + hinted(work, [ballot]), 0) / some.length,
    useless: useless.reduce((sum, ballot) => sum + hinted(work, [ballot]), 0) / some.length,
  }));
  const about = (what: string) => `${what}, ${subjects} subjects, WebAssembly`;
  return [
    told(about('strict check'), each.strict, 'ms'),
    told(about(`in a batch of ${largestBatch}`), each.batch, 'ms'),
    told(about(`in a batch of ${largestBatch} to the same without pairs`), each.batch / each.oneByOne, '×'),
    atMost(0.33, about(`in a batch of ${largestBatch} to the strict check`), each.batch / each.strict, '×'),
    atMost(0.6, about('alone with its hint to the strict check'), each.single / each.strict, '×'),
    atMost(1.6, about('with a useless hint to the strict check'), each.useless / each.strict, '×'),
    atMost(2, about('false with a hint that fits to the strict check'), each.false / each.strict, '×'),
  ];
}

function onNoble(): Row[] {
  const work = seal(nobleBatchGroup, 16);
  const each = medians(() => ({ strict: strict(work, work.ballots.slice(0, 1)), batch: hinted(work, work.ballots) }));
  const about = (what: string) => `${what}, ${subjects} subjects, noble`;
  return [
    told(about('strict check'), each.strict, 'ms'),
    atMost(0.15, about('in a batch of 16 to the strict check'), each.batch / each.strict, '×'),
  ];
}

export async function checkingInBatches(): Promise<Row[]> {
  return [...onWebAssembly(), ...onNoble()];
}
