import { expect, test } from 'vitest';
import type { Deps } from '../../../src/server/deps.ts';
import { hintsFile, recordFile } from '../../../src/server/record/record-file.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import type { RecordPart } from '../../../src/server/store/session-store.ts';
import { aSessionId } from '../../support/build/stored-sessions.ts';
import { newStore } from '../../support/service/new-store.ts';

const electionId = aSessionId(1);
const size = 100_000;
const parts = Array.from({ length: 120 }, (_, height): RecordPart => {
  const bytes = new Uint8Array(size).fill(height);
  return { electionId, height, type: 'Ballot', hash: String(height), payload: null, bytes };
});

/** A record of that many parts, and how many were read at each time. */
function aRecord(count: number) {
  const store = newStore();
  const reads: number[] = [];
  let length = count;
  Object.assign(store.sessions, {
    recordState: async () => ({ timestamp: 0, nextHeight: length, lastType: 'Ballot' }),
    record: async (_: unknown, from = 0, limit = -1) => {
      const read = parts.slice(from, limit < 0 ? length : Math.min(length, from + limit));
      reads.push(read.length);
      return read;
    },
  });
  const grow = (by: number) => {
    length += by;
  };
  return { deps: { store } as Deps, reads, grow };
}

test('a large record is read part by part, as it is fetched', async () => {
  const { deps, reads, grow } = aRecord(100);
  const file = await recordFile(deps, ownRecord(electionId));
  expect(reads).toEqual([]);
  let length = 0;
  for await (const bytes of file?.value ?? []) {
    for (let at = 0; at < bytes.length; at += size) expect(bytes[at]).toBe((length + at) / size);
    length += bytes.length;
    // What comes in meanwhile is not of the moment for which it was asked.
    grow(1);
  }
  expect(length).toBe(100 * size);
  expect(Math.max(...reads)).toBeLessThanOrEqual(16);
});

test('hints are read part by part as well, and end where the record stood', async () => {
  const { deps, grow } = aRecord(100);
  const reads: (readonly [number, number])[] = [];
  Object.assign(deps.store.sessions, {
    hints: async (_: unknown, from: number, before: number) => {
      reads.push([from, before]);
      grow(1);
      return [];
    },
  });
  const file = await hintsFile(deps, ownRecord(electionId));
  for await (const _bytes of file?.value ?? []) expect(reads.length).toBeGreaterThan(0);
  expect(reads.map(([from]) => from)).toEqual([0, ...reads.slice(0, -1).map(([, before]) => before)]);
  expect(reads.at(-1)?.[1]).toBe(100);
  expect(Math.max(...reads.map(([from, before]) => before - from))).toBeLessThanOrEqual(16);
});
