import { rmSync } from 'node:fs';
import type { Group } from '../../src/protocol/arithmetic/group.ts';
import { nobleGroup } from '../../src/protocol/arithmetic/noble-group.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { checkBallot } from '../../src/protocol/ballot/check-ballot.ts';
import { createBallot } from '../../src/protocol/ballot/create-ballot.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { toolsAreHere } from '../../test/support/service/belenios.ts';
import { atMost, type Row, told } from './row.ts';
import { median, milliseconds, rounds, toolMilliseconds } from './times.ts';
import { ballotCount, prepare, random, type Work } from './work.ts';

/*
 * Milliseconds of processor time to seal and to check one ballot, beside belenios-tool 3.0 on the same work in the same
 * run. Processor time, because other programs on the machine disturb it less than the clock, and because it is what
 * "on one core" asks. Every number is the median of 5 rounds, in each of which all programs have their turn.
 *
 * The tool's share for checking is the time of `election verify` on a finished record, divided by its ballots. Printed
 * beside it, for whoever finds that unfair: the same less the time of `election verify --skip-ballot-check`, which
 * leaves out start, setup, tally and decryptions.
 */
const allowedShare = 0.7;

function check(group: Group, { election, credentials }: Work, ballots: readonly string[]): void {
  const context = { credentials, seen: new Set<string>() };
  for (const ballot of ballots) {
    if (!checkBallot(group, election, ballot, context).ok) throw new Error('a ballot of the bench is refused');
  }
}

const programs = [
  ...(['seal: noble', 'seal: sodium', 'seal: wasm', 'seal: tool'] as const),
  ...(['check: noble', 'check: sodium', 'check: wasm', 'check: tool'] as const),
] as const;
type Times = Readonly<Record<(typeof programs)[number] | 'without setup', number>>;

/** One turn of every program; each number is for one ballot. */
function round(work: Work, turn: number): Times {
  const { folder, election, credential, marks } = work;
  const seal = (group: Group) => milliseconds(() => createBallot(group, election, credential, marks, random));
  const some = (count: number) =>
    Array.from({ length: count }, (_, index) => work.ballots[(turn * 16 + index) % ballotCount] ?? '');
  const verify = toolMilliseconds(folder, 'verify');
  const setup = toolMilliseconds(folder, 'verify', '--skip-ballot-check');
  return {
    'seal: noble': seal(nobleGroup),
    'seal: sodium': seal(sodiumGroup),
    'seal: wasm': seal(wasmGroup),
    'seal: tool': toolMilliseconds(folder, 'generate-ballot', '--privcred', 'credential', '--choice', 'choice'),
    'check: noble': milliseconds(() => check(nobleGroup, work, some(1))),
    'check: sodium': milliseconds(() => check(sodiumGroup, work, some(16))) / 16,
    'check: wasm': milliseconds(() => check(wasmGroup, work, some(16))) / 16,
    'check: tool': verify / ballotCount,
    'without setup': (verify - setup) / ballotCount,
  };
}

/** Medians for one number of subjects. */
function measure(subjects: number): Row[] {
  const work = prepare(subjects);
  try {
    round(work, 0); // tables are made and code is compiled once, before anything counts
    const times = Array.from({ length: rounds }, (_, turn) => round(work, turn + 1));
    const of = (name: keyof Times) => median(times.map((time) => time[name]));
    const about = (name: string) => `${name}, ${subjects} subjects`;
    const each = programs.flatMap((name) => {
      const reference = name.startsWith('seal') ? 'seal: tool' : 'check: tool';
      const itself = told(about(name), of(name), 'ms');
      return name === reference
        ? [itself]
        : [itself, told(about(`${name} to the tool`), of(name) / of(reference), '×')];
    });
    return [
      ...each,
      told(about('check: wasm to the tool without its setup'), of('check: wasm') / of('without setup'), '×'),
      atMost(allowedShare, about('checking on one core to the tool'), of('check: wasm') / of('check: tool'), '×'),
    ];
  } finally {
    rmSync(work.folder, { recursive: true });
  }
}

export async function sealingAndChecking(): Promise<Row[]> {
  if (!toolsAreHere()) throw new Error('belenios-tool is not installed');
  return [15, 48].flatMap(measure);
}
