import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBallot } from '../src/protocol/check-ballot.ts';
import { createBallot, type Marks } from '../src/protocol/create-ballot.ts';
import { createCredential, publicCredential, writeCredentials } from '../src/protocol/credential.ts';
import { createElection, type Election } from '../src/protocol/election.ts';
import type { Group } from '../src/protocol/group.ts';
import { nobleGroup } from '../src/protocol/noble-group.ts';
import { base58Text } from '../src/protocol/random.ts';
import { writeRecord } from '../src/protocol/record.ts';
import { ballotEvent, setupEvent } from '../src/protocol/record-events.ts';
import { createSingleTrustee } from '../src/protocol/single-trustee.ts';
import { writeSingleTrustees } from '../src/protocol/trustees.ts';
import { utf8Bytes } from '../src/protocol/utf8.ts';
import { wasmGroup } from '../src/protocol/wasm-group.ts';
import { sodiumGroup } from '../src/server/sodium-group.ts';
import { tool, toolPath, toolsAreHere } from '../test/support/belenios.ts';

/*
 * Milliseconds of processor time to seal and to check one ballot, beside belenios-tool 3.0 on the same work in the same
 * run. Processor time, because other programs on the machine disturb it less than the clock, and because it is what
 * "on one core" asks. Every number is the median of 5 rounds, in each of which all programs have their turn.
 *
 * The tool's share for checking is the time of `election verify` on a finished record, divided by its ballots. Printed
 * beside it, for whoever finds that unfair: the same less the time of `election verify --skip-ballot-check`, which
 * leaves out start, setup, tally and decryptions.
 */
const rounds = 5;
const ballotCount = 80;
const allowedShare = 0.7;
const random = (length: number) => new Uint8Array(randomBytes(length));

interface Work {
  readonly folder: string;
  readonly election: Election;
  readonly credential: string;
  readonly credentials: ReadonlySet<string>;
  readonly marks: Marks;
  readonly ballots: readonly string[];
}

/** A record that the tool has tallied and opened: its own commands do it, we only seal the ballots. */
function prepare(subjects: number): Work {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const uuid = base58Text(14, random);
  const trustee = createSingleTrustee(nobleGroup, random);
  const creation = createElection(nobleGroup, {
    uuid,
    name: 'Lấy phiếu tín nhiệm',
    description: 'Đo tốc độ',
    publicKey: nobleGroup.encode(nobleGroup.generatorPower(trustee.secret)),
    questions: Array.from({ length: subjects }, (_, index) => ({
      question: `Đồng chí ${index + 1}`,
      answers: ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp'],
    })),
  });
  if (!creation.ok) throw new Error(creation.refusal);
  const { election } = creation;
  const secrets = Array.from({ length: ballotCount }, () => createCredential(random));
  const papers = secrets.map((secret) => publicCredential(sodiumGroup, uuid, secret));
  const marks = election.questions.map((_, index) => index % 3);
  const ballots = secrets.map((secret) => createBallot(sodiumGroup, election, secret, marks, random).text);
  const setup = [election.text, writeSingleTrustees(trustee.text), writeCredentials(papers)] as const;
  const [text, trustees, list] = setup.map((part) => utf8Bytes(part)) as [Uint8Array, Uint8Array, Uint8Array];
  const events = [setupEvent(text, trustees, list), ...ballots.map((ballot) => ballotEvent(utf8Bytes(ballot)))];
  writeFileSync(join(folder, `${uuid}.bel`), writeRecord(Math.floor(Date.now() / 1000), events).bytes);
  writeFileSync(join(folder, 'trustee.privkey'), `"${trustee.secret}"`);
  writeFileSync(join(folder, 'credential'), secrets[0] ?? '');
  writeFileSync(
    join(folder, 'choice'),
    JSON.stringify(marks.map((mark) => [0, 1, 2].map((level) => +(level === mark)))),
  );
  const event = (type: string, content = '') =>
    tool('3.0', folder, ['archive', 'add-event', `--type=${type}`], content);
  event('EndBallots');
  event('EncryptedTally', tool('3.0', folder, ['election', 'compute-encrypted-tally']));
  const decrypt = ['election', 'decrypt', '--privkey', 'trustee.privkey', '--trustee-id', '1'];
  event('PartialDecryption', tool('3.0', folder, decrypt));
  event('Result', tool('3.0', folder, ['election', 'compute-result']));
  return { folder, election, credential: secrets[0] ?? '', credentials: new Set(papers), marks, ballots };
}

/** Milliseconds of processor time that this process takes for something. */
const milliseconds = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** The same for a command of the tool, which the shell knows; in ticks of 10 ms. */
const toolMilliseconds = (folder: string, ...args: string[]): number => {
  const command = ['-c', '"$@" >/dev/null 2>&1 && times', 'sh', toolPath('3.0'), 'election', ...args];
  const { stdout } = spawnSync('sh', command, { cwd: folder, encoding: 'utf8' });
  const [user, system] = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1000,
  );
  if (user === undefined || system === undefined) throw new Error(`belenios-tool ${args.join(' ')} failed`);
  return user + system;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

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

/** Prints the medians for one number of subjects; the ratio that must hold. */
function bench(subjects: number): number {
  const work = prepare(subjects);
  try {
    round(work, 0); // tables are made and code is compiled once, before anything counts
    const times = Array.from({ length: rounds }, (_, turn) => round(work, turn + 1));
    const of = (name: keyof Times) => median(times.map((time) => time[name]));
    console.log(`\n${subjects} subjects × 3 levels, medians of ${rounds}, milliseconds of processor time a ballot`);
    for (const name of programs) {
      const reference = of(name.startsWith('seal') ? 'seal: tool' : 'check: tool');
      console.log(`  ${name.padEnd(14)} ${of(name).toFixed(1).padStart(8)}   × ${(of(name) / reference).toFixed(2)}`);
    }
    const strict = of('without setup');
    console.log(`  the tool's checks alone: ${strict.toFixed(1)}; wasm × ${(of('check: wasm') / strict).toFixed(2)}`);
    return of('check: wasm') / of('check: tool');
  } finally {
    rmSync(work.folder, { recursive: true });
  }
}

if (!toolsAreHere()) process.exit(1);
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`);
console.log('seal: tool is a whole generate-ballot process; check: tool is election verify divided by the ballots');
const worst = Math.max(...[15, 48].map(bench));
console.log(`\nchecking on one core: ${worst.toFixed(2)} × the tool's share, at most ${allowedShare} allowed`);
if (!(worst <= allowedShare)) process.exitCode = 1;
