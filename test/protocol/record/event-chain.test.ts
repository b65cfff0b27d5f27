import { expect, test } from 'vitest';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { type ChainLink, headsOfChain } from '../../../src/protocol/record/event-chain.ts';
import { writeEventHeader } from '../../../src/protocol/record/record-event.ts';

const payload = (number: number) => String(number).repeat(64);
const setup: ChainLink = { type: 'Setup', payload: payload(1) };
const ballot = (number: number): ChainLink => ({ type: 'Ballot', payload: payload(number) });
const end: ChainLink = { type: 'EndBallots', payload: null };

test('the head at every height follows from all events before it', () => {
  const heads = headsOfChain([setup, ballot(2), end]);
  const first = sha256Hex(writeEventHeader({ height: 0, type: 'Setup', payload: payload(1) }));
  const second = sha256Hex(writeEventHeader({ parent: first, height: 1, type: 'Ballot', payload: payload(2) }));
  const third = sha256Hex(writeEventHeader({ parent: second, height: 2, type: 'EndBallots' }));
  expect(heads).toEqual([first, second, third]);
  expect(headsOfChain([setup, ballot(3), end])?.[2]).not.toBe(third);
  expect(headsOfChain([])).toEqual([]);
});

test('events that no record has in this order, or without their payload, have no heads', () => {
  const { payload: _payload, ...nothing } = setup;
  for (const links of [
    [ballot(2)],
    [setup, setup],
    [setup, end, ballot(2)],
    [{ ...nothing, payload: null }],
    [setup, { ...end, payload: payload(4) }],
  ]) {
    expect(headsOfChain(links)).toBeUndefined();
  }
});
