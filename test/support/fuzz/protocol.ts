import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { order } from '../../../src/protocol/arithmetic/scalar.ts';
import { wasmGroup } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { type RecordEvent, writeRecord } from '../../../src/protocol/record/record.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { timestamp as recordTimestamp } from '../build/whole-vote.ts';
import { type Dice, diceOf } from './dice.ts';
import { flip, type Json, mutated } from './hostile.ts';
import { aSmallVote, ceremonyTargets, type Target, voteTargets } from './protocol-targets.ts';

export interface ProtocolReport {
  /** By what was changed: how often, and how often it was refused for which reason. */
  readonly verdicts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly faults: readonly string[];
}

/** Every arithmetic that somebody's program may use: all must judge alike. */
const groups: readonly (readonly [name: string, group: Group])[] = [
  ['noble', nobleGroup],
  ['wasm', wasmGroup],
  ['sodium', sodiumGroup],
];

/** Coordinates must be smaller. */
const p = 2n ** 255n - 19n;
const hex = (y: bigint) => Buffer.from(y.toString(16).padStart(64, '0'), 'hex').reverse().toString('hex');

/** Points and scalars at the edge: of small order, outside the subgroup, not reduced, neutral; too large, negative. */
const edges: readonly Json[] = [
  ...[0n, 1n, order - 1n, order, order + 1n, 2n ** 255n, 2n ** 256n].map(String),
  ...[0n, 1n, p - 1n, p, p + 1n, 2n, 3n, 2n ** 255n - 1n].map(hex),
  ...[hex(1n | (1n << 255n)), hex(1n << 255n), `${'0'.repeat(63)}1`, 'f'.repeat(64)],
  ...['26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', nobleGroup.encode(nobleGroup.generator)],
];

/**
 * Changes ballots, shares, messages of the ceremony and whole records, `rounds` times each, and looks whether every
 * arithmetic says the same of each, and whether anything is accepted that nobody made.
 */
export async function fuzzProtocol({ rounds, seed }: { readonly rounds: number; readonly seed: number }) {
  const dice = diceOf(seed);
  const report = { verdicts: {} as Record<string, Record<string, number>>, faults: [] as string[] };
  const { vote, events, bytes } = aSmallVote();
  for (const target of [...voteTargets(vote), ...ceremonyTargets()]) {
    for (let round = 0; round < rounds; round++) judge(report, target, round === 0 ? '' : changedText(dice, target));
  }
  const judgeNext = await recordJudge(report, bytes);
  await judgeNext('record', bytes);
  for (let round = 1; round < rounds; round++) {
    await judgeNext('record', flip(dice, bytes));
    const rewritten = chainedAgain(dice, events);
    if (rewritten !== undefined) await judgeNext('record chained again', rewritten);
  }
  return report satisfies ProtocolReport;
}

type Report = Awaited<ReturnType<typeof fuzzProtocol>>;

/** A text like one of the target's: its tree changed, a part taken from another one, or its letters. */
function changedText(dice: Dice, { texts, finish }: Target): string {
  const [own = '', ...others] = texts;
  if (dice.oneIn(10)) return Buffer.from(flip(dice, Buffer.from(own))).toString();
  let tree = JSON.parse(own) as Json;
  const lent = [...edges, ...others.map((text) => JSON.parse(text) as Json)];
  for (let changes = dice.pick([1, 1, 2]); changes > 0; changes--) tree = mutated(dice, tree, lent);
  const text = dice.oneIn(20) ? `${JSON.stringify(tree)} ` : JSON.stringify(tree);
  return finish === undefined ? text : finish(text);
}

function judge({ verdicts, faults }: Report, { name, texts, isBound, check }: Target, changed: string): void {
  const [own = ''] = texts;
  const text = changed === '' ? own : changed;
  const answers = groups.map(([, group]) => attempt(() => check(group, text)));
  const [answer = ''] = answers;
  count(verdicts, name, answer);
  const said = groups.map(([group], at) => `${group}: ${answers[at]}`).join(', ');
  if (new Set(answers).size > 1 || answer.startsWith('threw')) faults.push(`${name}: ${said}\n  ${text}`);
  if (text === own && answer !== 'accepted') faults.push(`${name}: the right one is not accepted: ${said}`);
  if (isBound && answer === 'accepted' && !texts.includes(text)) faults.push(`${name}: accepted\n  ${text}`);
}

/**
 * A record that verifies must say what the whole one says: its time stamp alone is bound by nothing. Ballots signed by
 * their papers' holders can be left out before the end, so a cut record must not verify as a finished one.
 */
async function recordJudge({ verdicts, faults }: Report, whole: Uint8Array) {
  const told = async (group: Group, bytes: Uint8Array) => {
    const { ok, failure, totals, numbers, fingerprints } = await verifyRecord(bytes, { group, final: true });
    return ok ? JSON.stringify([totals, numbers, fingerprints]) : `${failure?.check} ${failure?.reason}`;
  };
  const expected = await told(sodiumGroup, whole);
  if (!expected.startsWith('[')) faults.push(`record: the right one is not accepted: ${expected}`);
  return async (name: string, bytes: Uint8Array): Promise<void> => {
    const answers: string[] = [];
    for (const [, group] of groups) answers.push(await told(group, bytes));
    const [answer = ''] = answers;
    count(verdicts, name, answer.startsWith('[') ? 'accepted' : answer);
    if (new Set(answers).size > 1) faults.push(`${name}: ${answers.join(' | ')}`);
    if (answer.startsWith('[') && answer !== expected) faults.push(`${name}: verified with other content: ${answer}`);
  };
}

/** The events changed and written as a new chain, as the server could do who holds the record; undefined where none can be. */
function chainedAgain(dice: Dice, events: readonly RecordEvent[]): Uint8Array | undefined {
  const changed = [...events];
  const at = dice.upTo(changed.length);
  const event = changed[at];
  const file = event?.files.at(-1);
  const way = dice.upTo(4);
  if (way === 0) changed.splice(at, 1);
  else if (way === 1 && event !== undefined) changed.splice(dice.upTo(changed.length), 0, event);
  else if (event !== undefined && file !== undefined) {
    const tree = JSON.parse(Buffer.from(file).toString()) as Json;
    const text = JSON.stringify(mutated(dice, tree, edges)) ?? '';
    changed[at] = { ...event, files: [...event.files.slice(0, -1), Buffer.from(text)] };
  }
  try {
    return writeRecord(recordTimestamp, changed).bytes;
  } catch {
    return undefined; // no order of events that a chain can have
  }
}

function attempt(check: () => string): string {
  try {
    return check();
  } catch (error) {
    return `threw ${error}`; // a fault: whoever checks what strangers send refuses it
  }
}

function count(verdicts: Record<string, Record<string, number>>, name: string, verdict: string): void {
  const counted = verdicts[name] ?? {};
  verdicts[name] = { ...counted, [verdict]: (counted[verdict] ?? 0) + 1 };
}
