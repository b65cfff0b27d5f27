import { beforeAll, expect, test, vi } from 'vitest';
import type { SessionId } from '../../../src/domain/session/session.ts';
import { countedBallots } from '../../../src/server/meeting/counted-ballots.ts';
import { ballotsOfPapers } from '../../../src/server/record/ballots-of-papers.ts';
import { keptByRevision } from '../../../src/server/store/kept-by-revision.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { appendTo, aSessionId, aSetup, aStoredSession } from '../../support/build/stored-sessions.ts';
import { newStore } from '../../support/service/new-store.ts';

/** One more than are kept. */
const numbers = Array.from({ length: 65 }, (_, at) => 100 + at);
const [busy = aSessionId(0), ...others] = numbers.map(aSessionId);
let store: Store;
beforeAll(async () => {
  store = newStore();
  for (const number of numbers) {
    await store.sessions.create(aStoredSession(number));
    await appendTo(store, aSessionId(number), () => [aSetup()]);
  }
  return () => store.close();
});

/** How often the busy session's record is read from its beginning, while all others are asked for in between. */
async function readWhole(ask: (id: SessionId) => Promise<unknown>): Promise<number> {
  const reads = vi.spyOn(store.sessions, 'record');
  for (const id of [busy, ...others]) {
    await ask(id);
    await ask(busy);
  }
  const whole = reads.mock.calls.filter(([record, from]) => record.sessionId === busy && from === 0);
  reads.mockRestore();
  return whole.length;
}

function countingBallots() {
  const ballots = ballotsOfPapers(store);
  return (id: SessionId) => ballots.countAhead(ownRecord(id));
}

test.each([
  ['which ballots a box counts', () => countedBallots({ store })],
  ['how many each paper cast', countingBallots],
])('%s is not read anew where people vote, however many other sessions are looked at', async (_what, ofService) => {
  expect(await readWhole(ofService())).toBe(1);
});

test('a session that people work on is kept, however many others are looked at', () => {
  const kept = keptByRevision<SessionId, { readonly id: SessionId }>(2);
  for (const id of [busy, ...others]) {
    kept.set(id, 1, { id });
    expect(kept.get(busy, 1)).toEqual({ id: busy });
  }
  expect(kept.get(busy, 2)).toBeUndefined();
  expect(kept.get(busy, undefined)).toBeUndefined();
});
