import { expect, test } from 'vitest';
import { sessionId } from '../../../src/domain/session/session.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { readRecord } from '../../../src/protocol/record/read-record.ts';
import {
  ballotEvent,
  encryptedTallyEvent,
  endBallotsEvent,
  setupEvent,
} from '../../../src/protocol/record/record-events.ts';
import { appendPart, appendParts, joinParts } from '../../../src/server/record/append-part.ts';
import { good } from '../../support/build/good.ts';

const electionId = sessionId.parse('Dw5xMuS7nSTvZXabcdefgh');
const clock = (seconds: number) => () => new Date(seconds * 1000 + 999);

test('parts joined are a record whose files all show the time of its beginning', () => {
  const setup = setupEvent(utf8Bytes('{}'), utf8Bytes('[]'), utf8Bytes('[1]'));
  const first = appendPart(electionId, undefined, setup, clock(1_795_300_043));
  const second = appendPart(electionId, first.state, ballotEvent(utf8Bytes('{"b":1}')), clock(1_795_300_900));
  const closing = [endBallotsEvent(), encryptedTallyEvent(utf8Bytes('[]'), 1)];
  const parts = [first.part, second.part, ...appendParts(electionId, second.state, closing, clock(1_795_301_000))];
  const record = good(readRecord(joinParts(parts)));
  expect(record.timestamp).toBe(1_795_300_043);
  expect(record.events.map(({ type, height, hash }) => ({ type, height, hash }))).toEqual(
    parts.map(({ type, height, hash }) => ({ type, height, hash })),
  );
  expect(parts.map(({ payload }) => payload)).toEqual(record.events.map(({ files }) => files.at(-1)?.hash ?? null));
});

test('nothing can be appended after the end of ballots but the tally', () => {
  const state = { timestamp: 1, nextHeight: 3, head: '0'.repeat(64), lastType: 'EndBallots' } as const;
  expect(() => appendPart(electionId, state, ballotEvent(utf8Bytes('{}')), clock(1))).toThrow();
});
