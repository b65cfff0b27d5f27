import { describe, expect, test } from 'vitest';
import type { CeremonyStep, CeremonyView } from '../../src/client/teller/ceremony.ts';
import { memoryOfSeed } from '../../src/client/teller/memory.ts';
import { sessionId } from '../../src/domain/session/session.ts';
import type { DeviceStorage } from '../../src/web/shared/device/device-storage.ts';
import { createStore } from '../../src/web/shared/device/store.ts';
import { runRounds } from '../../src/web/teller/ceremony-loop.ts';
import { forgetKept, type Kept, newKept, readKept, writeKept } from '../../src/web/teller/kept.ts';
import type { TellerContext } from '../../src/web/teller/teller-context.ts';
import { atFirst, type TellerState } from '../../src/web/teller/teller-state.ts';
import type { TellerWorker } from '../../src/web/teller/teller-worker.ts';

const agreed = { size: 3, threshold: 2 };
const viewOf = (run: number, round: CeremonyView['round'] = 'certificates'): CeremonyView => ({
  ...{ run, ...agreed, round, me: 1, tellers: [], certificates: null, commitments: null, polynomials: null },
  ...{ myOutput: null, trustees: null, complaint: null },
});
const firstSeed = '1'.repeat(22);
const secondSeed = '2'.repeat(22);

/** A phone in the first run of a ceremony, whose program answers only after the second run was begun and joined. */
async function answeredTooLate(step: CeremonyStep): Promise<{ readonly state: TellerState; readonly kept: Kept[] }> {
  const session = { state: 'issued' } as NonNullable<TellerState['session']>;
  const first = newKept(1, agreed, firstSeed);
  const store = createStore<TellerState>({ ...atFirst, session, kept: first, ceremony: viewOf(1) });
  const written: Kept[] = [];
  const keep = (kept: Kept) => {
    written.push(kept);
    store.set({ kept });
  };
  let asked = 0;
  const worker = {
    call: async () => {
      asked += 1;
      if (asked > 1) return { kind: 'refused', memory: memoryOfSeed(secondSeed), refusal: 'not-allowed' };
      store.set({ kept: newKept(2, agreed, secondSeed), ceremony: viewOf(2) });
      return step;
    },
  } as unknown as TellerWorker;
  const work: TellerContext = {
    ...{ store, worker, keep },
    sessionId: sessionId.parse('Dw5xMuS7nSTvZXabcdefgh'),
    connection: { baseUrl: '' },
    read: () => store.get().kept,
    lookNow: async () => {},
    isStopped: () => false,
  };
  await runRounds(work);
  return { state: store.get(), kept: written };
}

describe('what a program answers to a ceremony that was begun anew meanwhile is not taken in', () => {
  const memory = memoryOfSeed(firstSeed);
  const late: Record<string, CeremonyStep> = {
    'a code to read aloud': { kind: 'asks', memory, view: viewOf(1, 'spoken-code'), code: '1111 2222' },
    'a message that was sent': { kind: 'sent', memory, view: viewOf(1, 'commitments') },
    'a ceremony that failed': { kind: 'failed', memory, view: viewOf(1, 'failed') },
    'a key that is there': { kind: 'done', memory, view: { ...viewOf(1, 'done'), trustees: '[]' } },
  };
  test.each(Object.entries(late))('%s', async (_name, step) => {
    const { state, kept } = await answeredTooLate(step);
    expect([state.ceremony?.run, state.code, state.kept?.seed]).toEqual([2, null, secondSeed]);
    // The seed of the second run would be lost with it.
    expect(kept).toEqual([]);
  });
});

test('a phone keeps two votes of one teller, and two tellers of one vote, apart', () => {
  const entries = new Map<string, string>();
  const phone: DeviceStorage = {
    read: (name) => entries.get(name),
    write: (name, value) => entries.set(name, value).has(name),
    remove: (name) => void entries.delete(name),
    names: () => [...entries.keys()],
  };
  const places = [
    ['voteA', 'accountA'],
    ['voteB', 'accountA'],
    ['voteA', 'accountB'],
  ] as const;
  for (const [at, [vote, account]] of places.entries()) {
    expect(readKept(phone, vote, account)).toBeNull();
    writeKept(phone, vote, account, newKept(1, agreed, String(at + 1).repeat(22)));
  }
  forgetKept(phone, 'voteA', 'accountA');
  expect(places.map(([vote, account]) => readKept(phone, vote, account)?.seed)).toEqual([
    undefined,
    secondSeed,
    '3'.repeat(22),
  ]);
});
