import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hintsBeside } from '../../src/cli/hints-beside.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { joinBytes } from '../../src/protocol/encoding/bytes.ts';
import { readRecord } from '../../src/protocol/record/read-record.ts';
import { writeRecord } from '../../src/protocol/record/record.ts';
import { writeSupplement } from '../../src/protocol/record/supplement.ts';
import { ballotGroup } from '../../src/server/arithmetic/ballot-group.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { good } from '../support/build/good.ts';
import { hintsOfRecord } from '../support/build/hints-of-record.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { closeVote, openVote } from '../support/build/whole-vote.ts';
import { phieu, runHere } from '../support/service/commands.ts';

const random = repeatableRandom(44);
const casts = [
  { voter: 0, marks: [0, 0] },
  { voter: 1, marks: [0, 2] },
  { voter: 0, marks: [1, undefined] },
  { voter: 2, marks: [1, 1] },
];
const totals = [
  [1, 2, 0],
  [0, 1, 1],
];
const vote = openVote(sodiumGroup, { size: 3, threshold: 2 }, [3, 3], 5, casts, random);
const closed = closeVote(sodiumGroup, vote, vote.keys, totals, random);
const record = closed.bytes;
const { events } = good(readRecord(record));
const supplement = writeSupplement({
  ...{ proofs: closed.proofs, unused: vote.publicCredentials.slice(3, 4), void: vote.publicCredentials.slice(4) },
});

let folder = '';
let written = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file under a name that says nothing. */
const file = (content: Uint8Array | string): string => {
  const path = join(folder, `file ${written++}`);
  writeFileSync(path, content);
  return path;
};
const verify = (content: Uint8Array, ...options: string[]) =>
  runHere(verifyCommand(), [file(content), '--lang', 'en', ...options]);
const start = (event: number): number => (event === 0 ? 0 : (events[event - 1]?.end ?? 0));
const partOf = (event: number): Uint8Array => record.subarray(start(event), events[event]?.end);

describe('a record that is whole', () => {
  test('is verified under any name, check by check, with its totals and fingerprints', async () => {
    const said = await verify(record, '--supplement', file(supplement), '--final');
    expect(said.stderr).toBe('');
    for (const check of ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10']) {
      expect(said.stdout).toMatch(new RegExp(`^${check} `, 'm'));
    }
    expect(said.stdout).toContain('Mức 1 1 · Mức 2 2 · Mức 3 0 · without a valid mark 0');
    expect(said.stdout).toContain(vote.election.fingerprint);
    expect(said.stdout).toContain('Every partial decryption is proven by the supplement.');
    expect(said.status).toBe(0);
  });

  test('speaks Vietnamese, English, or both', async () => {
    const path = file(record);
    const [vi, both] = [await runHere(verifyCommand(), [path, '--lang', 'vi']), await runHere(verifyCommand(), [path])];
    expect(vi.stdout).toContain('ĐẠT: mọi kiểm tra đều đúng');
    expect(vi.stdout).not.toContain('HOLDS');
    expect(both.stdout).toContain('ĐẠT: mọi kiểm tra đều đúng / HOLDS: every check passed');
  });

  test('as a process of its own it prints nothing but its own words and ends with 0', async () => {
    const said = await phieu(['verify', file(record), '--final', '--lang', 'en']);
    expect(said).toMatchObject({ status: 0, stderr: '' });
    expect(said.stdout).toMatch(/^V1 /);
  });

  test('without the supplement it is said what then rests on the redundancy check alone', async () => {
    const said = await verify(record);
    expect(said.status).toBe(0);
    expect(said.stdout).toContain('Without the supplement correct decryption rests on the redundancy check alone');
    const [one, two] = vote.keys;
    const fewest = closeVote(sodiumGroup, vote, one && two ? [one, two] : [], totals, random);
    const unproven = await verify(fewest.bytes);
    expect(unproven.stdout).toContain('no share beyond the threshold');
    expect(unproven.stdout).toMatch(/^HOLDS, but for the totals: /m);
    expect(unproven.stdout).not.toContain('HOLDS: every check passed');
  });
});

describe('hints', () => {
  const made = good(hintsOfRecord(ballotGroup, record));
  const withHints = (hints: Uint8Array) => {
    const path = file(record);
    writeFileSync(`${path}.bel`, record);
    writeFileSync(`${path}.hints`, hints);
    return `${path}.bel`;
  };

  test('that stand beside a record, or are named, change nothing of what is said', async () => {
    const plain = await verify(record);
    expect(plain.status).toBe(0);
    for (const hints of [made, made.subarray(1)]) {
      expect(await runHere(verifyCommand(), [withHints(hints), '--lang', 'en'])).toEqual(plain);
      expect(await verify(record, '--hints', file(hints))).toEqual(plain);
    }
  });

  test('that stand there by themselves and cannot be read keep no record from its verdict', async () => {
    const plain = await verify(record);
    const large = withHints(made);
    // Larger than what can be read at once; it takes no room on the disk.
    truncateSync(large.replace(/bel$/, 'hints'), 3 * 2 ** 30);
    expect(await runHere(verifyCommand(), [large, '--lang', 'en'])).toEqual(plain);
    const path = `${file(record)}.bel`;
    writeFileSync(path, record);
    mkdirSync(path.replace(/bel$/, 'hints'));
    expect(await runHere(verifyCommand(), [path, '--lang', 'en'])).toEqual(plain);
  });

  test('that stand there by themselves are read where they can be of this record', async () => {
    expect(await hintsBeside(withHints(made), record)).toEqual(Buffer.from(made));
    expect(await hintsBeside(withHints(new Uint8Array(record.length + 1)), record)).toBeUndefined();
    expect(await hintsBeside(file(record), record)).toBeUndefined();
    // Of the shortest ballots too an entry is the smaller one.
    const shortest = openVote(ballotGroup, { size: 1, threshold: 1 }, [1], 1, [{ voter: 0, marks: [0] }], random);
    const [ballot] = shortest.events.flatMap(({ type, files }) => (type === 'Ballot' ? files : []));
    const bytes = writeRecord(1_795_300_043, shortest.events).bytes;
    expect(good(hintsOfRecord(ballotGroup, bytes)).length).toBeLessThan(ballot?.length ?? 0);
  });

  test('that are named and cannot be read are a failure, as every file is', async () => {
    expect(await verify(record, '--hints', join(folder, 'nothing'))).toMatchObject({ status: 1, stdout: '' });
  });

  test('spread over threads refuse and accept what one thread does', async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ voter: index % 5, marks: [index % 3, undefined] }));
    const large = openVote(ballotGroup, { size: 1, threshold: 1 }, [3, 3], 5, many, random);
    const bytes = writeRecord(1_795_300_043, large.events).bytes;
    const hints = good(hintsOfRecord(ballotGroup, bytes));
    const said = await runHere(verifyCommand(), [file(bytes), '--hints', file(hints), '--lang', 'en']);
    expect(said).toMatchObject({ status: 0, stderr: '' });
    expect(said.stdout).toContain('20');
  });
});

describe('nothing can be altered unseen', () => {
  /** A byte of every file's name, size, check sum and content, and of the padding behind it. */
  const positions = [
    { start: 0, end: start(0) + 512 + 512 },
    ...events.flatMap(({ files, end }) => [...files, { start: end - 1024, end }]),
  ].flatMap(({ start: from, end }) => [
    from + 3,
    from + 130,
    from + 150,
    from + 513,
    Math.floor((from + 512 + end) / 2),
    end - 1,
  ]);

  test('a flipped byte, anywhere in any file', async () => {
    for (const position of positions) {
      const altered = Uint8Array.from(record);
      altered[position] = (altered[position] ?? 0) ^ 1;
      const said = await verify(altered, '--supplement', file(supplement));
      expect(said.status, `byte ${position}`).toBe(1);
      expect(said.stdout, `byte ${position}`).toMatch(/^FAILED: V1 /m);
    }
  });

  test('an event left out, exchanged with the next, or there twice', async () => {
    for (const event of events.keys()) {
      const others = [...events.keys()].filter((other) => other !== event);
      const isLast = event === events.length - 1;
      const swapped = [...events.keys()].map((at) => (at === event ? at + 1 : at === event + 1 ? at - 1 : at));
      const twice = [...events.keys()].flatMap((at) => (at === event ? [at, at] : [at]));
      const attempts = { twice, ...(isLast ? {} : { dropped: others, swapped }) };
      for (const [attack, order] of Object.entries(attempts)) {
        const said = await verify(joinBytes(order.map(partOf)));
        expect(said.status, `event ${event} ${attack}`).toBe(1);
        expect(said.stdout, `event ${event} ${attack}`).toMatch(/^FAILED: V[12] /m);
      }
    }
  });

  test('a tail cut off is a stage of the record, refused where a result or a later head is demanded', async () => {
    const stages = ['no ballot yet', 'ballots are being cast', 'closed', 'the totals not yet opened'];
    const head = events.at(-1)?.hash ?? '';
    const last = new Map(events.slice(0, -1).map((event) => [event.type, event]));
    for (const { end, type, hash } of last.values()) {
      const cut = record.subarray(0, end);
      const said = await verify(cut);
      expect(said.status, type).toBe(0);
      expect(stages.some((stage) => said.stdout.includes(stage))).toBe(true);
      expect(await verify(cut, '--final')).toMatchObject({ status: 1 });
      expect((await verify(cut, '--head', head)).stdout).toContain(
        `FAILED: V10 Published heads and trackers: head, ${head}`,
      );
      expect(await verify(record, '--head', hash)).toMatchObject({ status: 0 });
    }
    expect(await verify(record.subarray(0, record.length - 1))).toMatchObject({ status: 1 });
  });

  test('a supplement of another record, or one that names a paper that voted', async () => {
    const [voted = ''] = vote.publicCredentials;
    const falsified = [
      writeSupplement({ proofs: closed.proofs.toReversed(), unused: [], void: [] }),
      writeSupplement({ proofs: closed.proofs.slice(1), unused: [], void: [] }),
      writeSupplement({ proofs: closed.proofs, unused: [voted], void: [] }),
      '{}',
    ];
    for (const text of falsified) {
      expect(await verify(record, '--supplement', file(text))).toMatchObject({ status: 1 });
    }
  });

  test('the record of another election, and a ballot that is not in it', async () => {
    expect(await verify(record, '--uuid', 'AnotherVote123')).toMatchObject({ status: 1 });
    expect(await verify(record, '--tracker', 'A'.repeat(43))).toMatchObject({ status: 1 });
    expect(await verify(record, '--uuid', vote.election.uuid)).toMatchObject({ status: 0 });
  });
});

describe('a result.json beside the record', () => {
  const levels = (counts: readonly string[]) =>
    Object.fromEntries(
      counts.map((text, level) => [
        `level-${level}`,
        { count: Number(text.split(' ')[0]), percent: text.split(' ')[1] },
      ]),
    );
  const subject = (name: string, valid: number, counts: readonly string[]) => ({
    ...{ name, position: 'Ủy viên', collected: 3, valid, invalid: 3 - valid, levels: levels(counts), tier: 0 },
  });
  const result = {
    ...{ committee: 'Chi bộ', form: 'qd-96-2023', summoned: 5, present: 5, issued: 5, collected: 3, invalid: 0 },
    base: { kind: 'collected', value: 3 },
    subjects: [
      subject('Đồng chí 1', 3, ['1 33.33', '2 66.67', '0 0.00']),
      subject('Đồng chí 2', 2, ['0 0.00', '1 33.33', '1 33.33']),
    ],
    record: { fingerprint: vote.election.fingerprint, uuid: vote.election.uuid },
  };
  const compare = (change: (copy: typeof result) => void) => {
    const copy = structuredClone(result);
    change(copy);
    return verify(record, '--result', file(JSON.stringify(copy)));
  };

  test('is refused for another name, since the record says who was voted on', async () => {
    const said = await compare(() => {});
    expect(said.status).toBe(1);
    expect(said.stdout).toContain('subjects[0] name, position');
  });

  test('is refused for any other figure before that', async () => {
    const changes: ((copy: typeof result) => void)[] = [
      (copy) => Object.assign(copy, { collected: 4 }),
      (copy) => Object.assign(copy.base, { value: 5 }),
      (copy) => Object.assign(copy.record, { uuid: 'AnotherVote123' }),
      (copy) => Object.assign(copy.record, { fingerprint: 'x' }),
      (copy) => void copy.subjects.pop(),
      (copy) => Object.assign(copy, { more: 1 }),
    ];
    for (const change of changes) expect(await compare(change)).toMatchObject({ status: 1 });
    expect(await verify(record, '--result', file('not JSON'))).toMatchObject({ status: 1 });
  });
});

test('a file that cannot be read is a failure, not left out', async () => {
  expect(await runHere(verifyCommand(), [join(folder, 'nothing')])).toMatchObject({ status: 1, stdout: '' });
  const said = await verify(record, '--supplement', join(folder, 'nothing'));
  expect(said).toMatchObject({ status: 1, stdout: '' });
});
