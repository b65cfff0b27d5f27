import { expect, test } from 'vitest';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { startRecord } from '../../../src/protocol/record/record.ts';
import { readEventHeader, writeEventHeader } from '../../../src/protocol/record/record-event.ts';
import { largestHeaderNumber } from '../../../src/protocol/record/record-file.ts';

const hash = 'a'.repeat(64);
const read = (text: string) => readEventHeader(utf8Bytes(text));

test('an event is read as it was written, and in no other form', () => {
  const header = { parent: hash, height: 3, type: 'Ballot', payload: hash } as const;
  const text = writeEventHeader(header);
  expect(read(text)).toEqual(header);
  expect(read(writeEventHeader({ height: 0, type: 'EndBallots' }))).toEqual({ height: 0, type: 'EndBallots' });
  const others = [
    ...['', 'null', '[]', '1', '{}'],
    ...['"Vote"', 'null', '1'].map((type) => text.replace('"Ballot"', type)),
    ...['-1', '0.5', '"3"', 'null', '9007199254740992'].map((height) => text.replace(':3,', `:${height},`)),
    ...[text.replace(`"parent":"${hash}"`, '"parent":"a"'), text.replace(`"payload":"${hash}"`, '"payload":1')],
    ...[text.replace('}', ',"more":1}'), `{"type":"Ballot","height":3}`],
  ];
  for (const other of others) expect(read(other), other).toBeUndefined();
});

test('a record’s time is one that its form can write', () => {
  expect(() => startRecord(largestHeaderNumber)).not.toThrow();
  for (const time of [-1, 0.5, Number.NaN, largestHeaderNumber + 1]) {
    expect(() => startRecord(time)).toThrow('not 11 octal digits');
  }
});
