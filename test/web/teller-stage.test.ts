import { describe, expect, test } from 'vitest';
import type { SessionOfTeller } from '../../src/contract/session/teller-view.ts';
import { stageOf, type TellerState } from '../../src/web/teller/teller-state.ts';

const session = (state: SessionOfTeller['state']) => ({ state }) as SessionOfTeller;
type Ceremony = NonNullable<TellerState['ceremony']>;
type Kept = NonNullable<TellerState['kept']>;

const ceremony = (change: Partial<Ceremony> = {}) =>
  ({
    run: 1,
    me: 2,
    round: 'certificates',
    tellers: [
      { index: 1, done: true },
      { index: 2, done: false },
    ],
    ...change,
  }) as Ceremony;
const kept = (change: Partial<Kept> = {}) =>
  ({ run: 1, seed: 'seed', proven: false, trustees: null, ...change }) as unknown as Kept;

/** Of a session whose papers are being made. */
function at(change: { ceremony?: Ceremony | null; kept?: Kept | null; code?: string | null; rehearsal?: unknown }) {
  const nothing = { ceremony: null, kept: null, code: null, rehearsal: null };
  return stageOf({ ...nothing, ...change } as unknown as TellerState, session('issued'));
}

describe('what a teller does follows from the session', () => {
  test.each([
    ['draft', 'draft'],
    ['open', 'open'],
    ['counting', 'counting'],
    ['closed', 'tally'],
    ['tallied', 'over'],
    ['published', 'over'],
    ['cancelled', 'cancelled'],
    ['unopenable', 'unopenable'],
  ] as const)('%s: %s', (state, stage) => {
    expect(stageOf({} as TellerState, session(state))).toBe(stage);
  });
});

describe('and, before opening, from the key ceremony and from what this phone keeps', () => {
  test('nothing began, or it failed', () => {
    expect(at({})).toBe('before-ceremony');
    expect(at({ ceremony: ceremony({ round: 'failed' }) })).toBe('failed');
  });

  test('a phone joins where it has sent nothing; one that began on another phone goes on there', () => {
    expect(at({ ceremony: ceremony() })).toBe('join');
    expect(at({ ceremony: ceremony(), kept: kept({ run: 0 }) }), 'of an earlier run').toBe('join');
    expect(at({ ceremony: ceremony(), kept: kept({ seed: null }) }), 'a card that was read back').toBe('join');
    const begun = ceremony({ tellers: [{ index: 2, done: true }] as Ceremony['tellers'] });
    expect(at({ ceremony: begun })).toBe('begun-elsewhere');
    expect(at({ ceremony: ceremony({ round: 'spoken-code' }) })).toBe('begun-elsewhere');
    expect(at({ ceremony: ceremony({ me: null } as Partial<Ceremony>) })).toBe('join');
  });

  test('while it runs the phone waits, or shows the code that is read aloud', () => {
    expect(at({ ceremony: ceremony({ round: 'commitments' }), kept: kept() })).toBe('ceremony');
    expect(at({ ceremony: ceremony({ round: 'spoken-code' }), kept: kept(), code: '1234' })).toBe('code');
  });

  test('when it is done the card is written down and the rehearsal reads it, on this phone or on another one', () => {
    const done = ceremony({ round: 'done' });
    const passed = { rehearsal: { state: 'passed' } };
    expect(at({ ceremony: done })).toBe('rehearsal');
    expect(at({ ceremony: done, kept: kept({ seed: null }) })).toBe('rehearsal');
    expect(at({ ceremony: done, ...passed })).toBe('show-card');
    expect(at({ ceremony: done, kept: kept({ trustees: '[]', written: true }) })).toBe('rehearsal');
    expect(at({ ceremony: done, kept: kept({ trustees: '[]', written: true }), ...passed }), 'without it').toBe('card');
    expect(at({ ceremony: done, kept: kept() }), 'the keys of all are not there yet').toBe('ceremony');
    expect(at({ ceremony: done, kept: kept({ trustees: '[]' }) })).toBe('card');
  });

  test('then comes the rehearsal, and then the opening', () => {
    const ready = { ceremony: ceremony({ round: 'done' }), kept: kept({ proven: true, trustees: '[]' }) };
    expect(at(ready)).toBe('rehearsal');
    expect(at({ ...ready, rehearsal: { state: 'closed' } })).toBe('rehearsal');
    expect(at({ ...ready, rehearsal: { state: 'passed' } })).toBe('opening');
  });
});
