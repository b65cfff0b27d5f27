import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit, type ToolVersion, toolsAreHere } from '../service/belenios.ts';

const vectors = fileURLToPath(new URL('../../vectors/', import.meta.url));
const elections = [
  'single-3subjects',
  'single-4answers',
  'with-revotes',
  'zero-ballots',
  'threshold-2of3',
  'threshold-2of3-gcm',
  'threshold-3of5-gcm',
];

interface Case {
  readonly file: string;
  readonly name?: string;
  readonly expected?: 'accept' | 'reject';
}
const json = (path: string) => JSON.parse(readFileSync(vectors + path, 'utf8'));
const cases = (folder: string): Case[] => json(`${folder}/cases.json`);

/**
 * The only invalid records that no audit with belenios-tool can refuse: exactly t shares, one of them false with a
 * proof that holds (PROTOCOL §9). The supplement shows it, and `phieu verify --supplement` reads it.
 */
const beyondTheTool = ['single.bel.gz', '2of3-two-shares.bel.gz'];

export const recordedArchive = (path: string): Buffer => {
  const bytes = readFileSync(vectors + path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};
const lastLine = (output: string): string => output.trimEnd().split('\n').at(-1) ?? '';

/** A record cut after each event; its first file goes with the first. */
const eventsOf = (record: Buffer): Buffer[] => {
  const events: Buffer[] = [];
  let start = 0;
  for (let at = 0; at < record.length; ) {
    const name = record.toString('latin1', at, at + 100);
    const size = Number.parseInt(record.toString('latin1', at + 124, at + 135), 8);
    at += 512 + Math.ceil(size / 512) * 512;
    if (!name.includes('.event.json')) continue;
    events.push(record.subarray(start, at));
    start = at;
  }
  return events;
};
/** The record without its last event. */
const withoutLast = (record: Buffer): Buffer => Buffer.concat(eventsOf(record).slice(0, -1));

/** For tests that run the script a hundred times. */
const patient = { timeout: 300_000 };

/** How much of what is alike is tried: every n-th invalid record, order of events, or block of a record. */
export interface AuditCases {
  readonly invalid: number;
  readonly orders: number;
  readonly blocks: number;
  /** Also what the script does by itself, whichever version of the tool stands beside it. */
  readonly ofTheScript: boolean;
}

const everyNth = <Item>(items: readonly Item[], n: number): Item[] => items.filter((_, index) => index % n === 0);

/** That audit/audit.sh with a version of belenios-tool accepts what holds, and names what does not. */
export function testAudit(version: ToolVersion, every: AuditCases): void {
  let folder = '';
  let written = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'audit-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  /** Writes a file for the script, under a name that tells it nothing. */
  const file = (content: Uint8Array | string): string => {
    const path = join(folder, `${written++}`);
    writeFileSync(path, content);
    return path;
  };

  describe.skipIf(!toolsAreHere())(`the audit with belenios-tool ${version}`, () => {
    test.concurrent.each(elections)('accepts the finished record %s', async (name) => {
      const said = json(`${name}/expected.json`);
      const { status, output } = await audit(version, file(recordedArchive(`${name}/election.bel`)), '--final');
      expect(lastLine(output)).toBe(`OK: ${said.ballots_cast} ballots, ${said.last_event_hash} is the last event`);
      expect(output).toContain(`${said.ballots_counted} counted`);
      expect(output).toContain(said.election_fingerprint);
      expect(status).toBe(0);
    });

    test.concurrent.each(everyNth(cases('invalid-archives'), every.invalid))('judges $file: $name', async (one) => {
      const { status, output } = await audit(version, file(recordedArchive(`invalid-archives/${one.file}`)));
      expect(lastLine(output)).toMatch(one.expected === 'accept' ? /^OK: / : /^FAILED: /);
      expect(status).toBe(one.expected === 'accept' ? 0 : 1);
    });

    test.concurrent.each(cases('weak-decryption-proof'))(
      'sees a false share with a good proof wherever a share is to spare: $file',
      async (one) => {
        const { status, output } = await audit(version, file(recordedArchive(`weak-decryption-proof/${one.file}`)));
        expect(status).toBe(beyondTheTool.includes(one.file) ? 0 : 1);
        if (status === 0) expect(output).toContain('phieu verify --supplement');
        else expect(lastLine(output)).toBe("FAILED: the tellers' shares contradict each other: one of them is false");
      },
    );

    test.concurrent('refuses a record with one bit changed, wherever it is', patient, async () => {
      const whole = recordedArchive('threshold-2of3-gcm/election.bel');
      for (let block = 0; block < whole.length / 512; block += every.blocks) {
        const changed = Buffer.from(whole);
        // Another place in every block, and another bit: names, sizes, times, contents and padding all have their turn.
        const at = 512 * block + ((block * 193) % 512);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << (block % 8)), at);
        const { status, output } = await audit(version, file(changed));
        expect(lastLine(output), `byte ${at}`).toMatch(/^FAILED: /);
        expect(status).toBe(1);
      }
    });

    test.concurrent('refuses a record with an event left out, exchanged or repeated', patient, async () => {
      const [first, ...events] = eventsOf(recordedArchive('threshold-2of3-gcm/election.bel'));
      const inOrder = [first ?? Buffer.of(), ...events];
      const changes = inOrder.flatMap((event, index) => {
        const [before, after] = [inOrder.slice(0, index), inOrder.slice(index + 1)];
        const [next, ...rest] = after;
        const repeated = [...before, event, event, ...after];
        // Leaving out the last event only shortens the record: that is for --final and --head to find.
        return next ? [[...before, ...after], [...before, next, event, ...rest], repeated] : [repeated];
      });
      for (const [index, changed] of changes.entries()) {
        if (index % every.orders > 0) continue;
        const { output } = await audit(version, file(Buffer.concat(changed)));
        expect(lastLine(output), `change ${index}`).toMatch(/^FAILED: /);
      }
    });

    test.concurrent('refuses a false decryption before there is a result', async () => {
      const cut = file(withoutLast(recordedArchive('invalid-archives/19.bel.gz')));
      expect(lastLine((await audit(version, cut)).output)).toBe('FAILED: a partial decryption is not valid');
    });
  });

  if (!every.ofTheScript) return;
  describe.skipIf(!toolsAreHere())(`the script beside belenios-tool ${version}`, () => {
    test.concurrent('holds the record against what the minutes say', async () => {
      const said = json('with-revotes/expected.json');
      const record = file(recordedArchive('with-revotes/election.bel'));
      const right = ['--uuid', said.uuid, '--fingerprint', said.election_fingerprint, '--head', said.last_event_hash];
      expect((await audit(version, record, ...right)).status).toBe(0);
      for (const [option, value] of [
        ['--uuid', 'R5yiAGsw3rtXJb'],
        ['--fingerprint', said.credentials_fingerprint],
        ['--head', '0'.repeat(64)],
      ]) {
        expect((await audit(version, record, ...right, option, value)).status, option).toBe(1);
      }
    });

    test.concurrent('shows the tracker of every ballot, of superseded ones too', async () => {
      const { output } = await audit(version, file(recordedArchive('with-revotes/election.bel')), '--trackers');
      const cast = readFileSync(`${vectors}with-revotes/votes.jsonl`, 'utf8').trimEnd().split('\n');
      const shown = [...output.matchAll(/^ {4}([A-Za-z0-9+/]{43})$/gm)].map((match) => match[1]);
      expect(shown).toEqual(cast.map((line) => JSON.parse(line).tracker));
    });

    test.concurrent('refuses a cut tail where a result or a later head is demanded', async () => {
      const cut = file(withoutLast(recordedArchive('single-3subjects/election.bel')));
      expect(lastLine((await audit(version, cut)).output)).toMatch(/^OK: .*no result yet/);
      expect((await audit(version, cut, '--final')).status).toBe(1);
      const head = json('single-3subjects/expected.json').last_event_hash;
      expect((await audit(version, cut, '--head', head)).status).toBe(1);
    });

    test.concurrent('refuses a ballot from a paper that is listed as unused or void', async () => {
      const bytes = recordedArchive('with-revotes/election.bel');
      const record = file(bytes);
      const papers = (json('with-revotes/public_creds.json') as string[]).map((paper) => paper.split(',')[0] ?? '');
      const absent = papers.filter((paper) => !bytes.includes(`"credential":"${paper}"`));
      const voted = papers.filter((paper) => !absent.includes(paper)).slice(0, 1);
      const judged = async (unused: string[], annulled: string[]) => {
        const supplement = file(JSON.stringify({ proofs: [], unused, void: annulled }));
        return lastLine((await audit(version, record, '--supplement', supplement)).output);
      };
      expect(absent).toHaveLength(1);
      for (const lists of [
        [[], []],
        [absent, []],
        [[], absent],
      ] as const) {
        expect(await judged([...lists[0]], [...lists[1]])).toMatch(/^OK: /);
      }
      expect(await judged(absent, voted)).toBe(`FAILED: a paper that was unused or void has voted: ${voted[0]}`);
      expect(await judged(voted, [])).toBe(`FAILED: a paper that was unused or void has voted: ${voted[0]}`);
      expect(await judged(absent, absent)).toBe('FAILED: the supplement names a paper twice');
      expect(await judged(['0'.repeat(64)], [])).toMatch(
        /^FAILED: the supplement names a paper that is not on the list/,
      );
    });
  });
}
