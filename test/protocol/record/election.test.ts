import { describe, expect, test } from 'vitest';
import { nobleGroup as group } from '../../../src/protocol/arithmetic/noble-group.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import {
  createElection,
  type ElectionDetails,
  electionKey,
  readElection,
} from '../../../src/protocol/record/election.ts';
import { anElection } from '../../support/build/elections.ts';
import { vectorJson, vectorPaths, vectorText } from '../../support/build/vectors.ts';

const recorded = (await vectorText('single-3subjects/election.json')).trimEnd();
const details: ElectionDetails = {
  uuid: 'R5yiAGsw3rtXJb',
  name: 'Bỏ phiếu thử single-3subjects',
  description: 'Lấy phiếu tín nhiệm',
  publicKey: '6c9e6bd8c0891879c04df3bf3df408c578059f685b91603b26271b4e3646b9af',
  questions: [1, 2, 3].map((number) => ({
    question: `Đồng chí ${number}`,
    answers: ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp'],
  })),
  administrator: 'Ban tổ chức',
  credentialAuthority: 'Ban kiểm phiếu',
};

function refusal(data: string | Uint8Array) {
  const reading = readElection(group, data);
  return reading.ok ? 'accepted' : reading.refusal;
}

test('what we write is what the tool wrote, byte for byte', () => {
  const creation = createElection(group, details);
  expect(creation).toEqual(readElection(group, recorded));
  expect(creation.ok && creation.election.text).toBe(recorded);
});

test('whoever runs the election is read, where it says so', () => {
  const { administrator, credentialAuthority } = details;
  expect(readElection(group, recorded)).toMatchObject({ election: { administrator, credentialAuthority } });
  const without = readElection(group, recorded.replace(/,"administrator".*/, '}'));
  expect(without).toMatchObject({ ok: true });
  expect(without.ok && [without.election.administrator, without.election.credentialAuthority]).toEqual([
    undefined,
    undefined,
  ]);
});

const folders = vectorPaths()
  .filter((path) => path.endsWith('/expected.json'))
  .map((path) => path.split('/')[0] ?? '');
test('there are recorded elections', () => {
  expect(folders.length).toBe(7);
});

test.each(folders)('the election of %s has the recorded fingerprint', async (folder) => {
  const expected = await vectorJson<{ uuid: string; election_fingerprint: string; election_public_key: string }>(
    `${folder}/expected.json`,
  );
  const reading = readElection(group, utf8Bytes((await vectorText(`${folder}/election.json`)).trimEnd()));
  expect(reading).toMatchObject({
    ok: true,
    election: {
      uuid: expected.uuid,
      publicKey: expected.election_public_key,
      fingerprint: expected.election_fingerprint,
    },
  });
});

test('the optional fields may be there or not, each alone, and the language too', () => {
  const without = recorded.replace(/,"administrator".*/, '');
  for (const rest of [
    '',
    ',"administrator":"A"',
    ',"credential_authority":"B"',
    ',"administrator":"A","credential_authority":"B","language":["vi","ltr"]',
    ',"language":["ar","rtl"]',
  ]) {
    const reading = readElection(group, `${without}${rest}}`);
    expect(reading.ok && reading.election.text).toBe(`${without}${rest}}`);
  }
});

test('one, two and five levels stand side by side', () => {
  expect(anElection(group, [1, 2, 5]).questions.map(({ answers }) => answers.length)).toEqual([1, 2, 5]);
});

describe('an election outside the profile is refused', () => {
  const change = (from: string | RegExp, to: string) => {
    const text = recorded.replace(from, to);
    expect(text).not.toBe(recorded);
    return text;
  };
  test.each([
    ['not-canonical', change(/$/, '\n')],
    ['not-canonical', change('"version":1', '"version": 1')],
    ['not-canonical', change('"version":1', '"version":1,"version":1')],
    ['not-canonical', change('"name":"', '"name":"\\ud800')],
    ['wrong-fields', change('"name":"', '"more":1,"name":"')],
    ['wrong-fields', change(/\}$/, ',"more":1}')],
    ['wrong-fields', change(/\}$/, ',"language":["vi","ltr"],"more":1}')],
    ['wrong-fields', change(/("administrator":.*),("credential_authority":[^}]*)/, '$2,$1')],
    ['wrong-fields', change('"administrator":"Ban tổ chức"', '"administrator":null')],
    ['wrong-fields', change('"description":"Lấy phiếu tín nhiệm"', '"description":7')],
    ['wrong-fields', change('"min":0', '"blank":true,"min":0')],
    ['wrong-fields', change('"min":0,"max":1', '"max":1,"min":0')],
    ['wrong-fields', change('"question":"Đồng chí 2"', '"question":2')],
    ['wrong-fields', change(/"answers":\[[^\]]*\]/, '"answers":{}')],
    ['wrong-fields', change(/"questions":\[.*\],"uuid"/, '"questions":{},"uuid"')],
    ['wrong-version', change('"version":1', '"version":2')],
    ['wrong-version', change('"version":1', '"version":"1"')],
    ['wrong-group', change('Ed25519', 'BELENIOS-2048')],
    ['invalid-uuid', change('R5yiAGsw3rtXJb', 'R5yiAGsw3rtXJ')],
    ['invalid-uuid', change('R5yiAGsw3rtXJb', 'R5yiAGsw3rtXJ0')],
    ['invalid-uuid', change('"R5yiAGsw3rtXJb"', '["R5yiAGsw3rtXJb"]')],
    ['invalid-public-key', change(/"public_key":"[0-9a-f]*"/, `"public_key":"${'0'.repeat(63)}1"`)],
    ['invalid-public-key', change(/"public_key":"[0-9a-f]*"/, `"public_key":"8${'0'.repeat(63)}"`)],
    ['invalid-public-key', change('6c9e6bd8', '6C9E6BD8')],
    ['no-questions', change(/"questions":\[.*\],"uuid"/, '"questions":[],"uuid"')],
    ['no-answers', change(/"answers":\[[^\]]*\]/, '"answers":[]')],
    ['wrong-limits', change('"min":0', '"min":1')],
    ['wrong-limits', change('"max":1', '"max":2')],
    ['wrong-language', change(/\}$/, ',"language":["vi"]}')],
    ['wrong-language', change(/\}$/, ',"language":["vi","up"]}')],
    ['wrong-language', change(/\}$/, ',"language":[7,"ltr"]}')],
    ['wrong-language', change(/\}$/, ',"language":null}')],
  ])('%s', (expected, text) => {
    expect(refusal(text)).toBe(expected);
    expect(refusal(utf8Bytes(text))).toBe(expected);
  });
});

describe('the writer changes no text on the way, it refuses', () => {
  const places: ((text: string) => ElectionDetails)[] = [
    (text) => ({ ...details, name: text }),
    (text) => ({ ...details, description: text }),
    (text) => ({ ...details, administrator: text }),
    (text) => ({ ...details, credentialAuthority: text }),
    (text) => ({ ...details, questions: [{ question: text, answers: ['A'] }] }),
    (text) => ({ ...details, questions: [{ question: 'Q', answers: ['A', text] }] }),
  ];
  test.each([
    ['decomposed Vietnamese', 'Đồng chí'.normalize('NFD'), 'not-normalised'],
    ['a line end', 'A\nB', 'control-character'],
    ['U+007F', 'A\u007fB', 'control-character'],
    ['a C1 control character', 'A\u0085B', 'control-character'],
    ['a lone surrogate', 'A\ud83dB', 'lone-surrogate'],
  ])('%s', (_, text, expected) => {
    for (const place of places) expect(createElection(group, place(text))).toEqual({ ok: false, refusal: expected });
  });

  test.each([
    ['invalid-uuid', { uuid: 'too short' }],
    ['invalid-public-key', { publicKey: '00' }],
    ['no-questions', { questions: [] }],
    ['no-answers', { questions: [{ question: 'Q', answers: [] }] }],
  ])('%s', (expected, part) => {
    expect(createElection(group, { ...details, ...part })).toEqual({ ok: false, refusal: expected });
  });

  test('quotes, backslashes and signs beyond the basic plane are kept', () => {
    const name = 'Đảng bộ "A\\B" 𝔸';
    const creation = createElection(group, { ...details, name });
    expect(creation.ok && creation.election.name).toBe(name);
  });
});

test('the key of an election is prepared once', () => {
  const election = anElection(group);
  expect(electionKey(group, election)).toBe(electionKey(group, election));
  expect(electionKey(group, anElection(group))).not.toBe(electionKey(group, election));
});

test('an election that nobody read has no key to encrypt to', () => {
  expect(() => electionKey(group, { ...anElection(group), publicKey: '' })).toThrow('not made by');
});
