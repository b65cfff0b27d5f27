import { expect, test } from 'vitest';
import { nobleGroup as group } from '../../../src/protocol/arithmetic/noble-group.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { createDescription, readDescription } from '../../../src/protocol/record/description.ts';
import { createElection } from '../../../src/protocol/record/election.ts';

const hashes = { roll: sha256Hex('roll'), form: sha256Hex('form'), briefing: sha256Hex('briefing') };
const title = 'Lấy phiếu tín nhiệm, Tỉnh ủy khóa X, nhiệm kỳ 2015–2020';

test('title and hashes are read back', () => {
  expect(readDescription(createDescription(title, hashes))).toEqual({ title, hashes });
});

test('a reader without our program finds each hash by its name', () => {
  expect(createDescription(title, hashes)).toBe(
    `${title} · SHA-256: danh sách (roll) ${hashes.roll}; mẫu phiếu (form) ${hashes.form}; quán triệt (briefing) ${hashes.briefing}`,
  );
});

test('a description stands in an election as it is', () => {
  const description = createDescription(title, hashes);
  const creation = createElection(group, {
    uuid: 'R5yiAGsw3rtXJb',
    name: 'A',
    description,
    publicKey: group.encode(group.generator),
    questions: [{ question: 'Q', answers: ['A'] }],
  });
  expect(creation.ok && creation.election.description).toBe(description);
});

test.each(['', 'Lấy phiếu tín nhiệm', `${title} · SHA-256: danh sách (roll) 00`])(
  'without all hashes it is all title: %s',
  (text) => {
    expect(readDescription(text)).toEqual({ title: text });
  },
);

test('a hash of another form, or in another place, is none', () => {
  const text = createDescription(title, hashes);
  for (const other of [text.toUpperCase(), `${text} `, text.slice(0, -1), text.replace('(roll)', '(form)')]) {
    expect(readDescription(other).hashes).toBeUndefined();
  }
  expect(() => createDescription(title, { ...hashes, roll: hashes.roll.toUpperCase() })).toThrow(TypeError);
});

test('a title cannot pass for the hashes: the last ones count', () => {
  const text = createDescription(title, { ...hashes, roll: hashes.form });
  expect(readDescription(createDescription(text, hashes))).toEqual({ title: text, hashes });
});
