import { expect, test } from 'vitest';
import { makeDeskCode, makeVotingLink, parsePaperCode, parseVotingLink } from '../../src/client/voting-link.ts';
import { sessionId } from '../../src/domain/session/session.ts';

const link = {
  votingAddress: 'https://phieu.example.vn/v',
  sessionId: sessionId.parse('Dw5xMuS7nSTvZXabcdefgh'),
  readKey: '4Qx7mPzVtU2kLr9YsNbCdE',
  credential: 'k7Wqz-PmVt4X-9sRbN-cEdHuJ',
};

test('what the office prints is what a phone reads', () => {
  expect(makeVotingLink(link)).toBe(
    'https://phieu.example.vn/v#Dw5xMuS7nSTvZXabcdefgh.4Qx7mPzVtU2kLr9YsNbCdE.k7Wqz-PmVt4X-9sRbN-cEdHuJ',
  );
  expect(parseVotingLink(` ${makeVotingLink(link)}\n`)).toEqual(link);
});

test('all that is secret stands in the fragment, which no browser sends', () => {
  const address = new URL(makeVotingLink(link));
  expect(address.origin + address.pathname + address.search).toBe(link.votingAddress);
});

test.each([
  ['another page', 'https://example.vn/'],
  ['no credential', 'https://phieu.example.vn/v#Dw5xMuS7nSTvZXabcdefgh.4Qx7mPzVtU2kLr9YsNbCdE'],
  ['a short credential', 'https://phieu.example.vn/v#Dw5xMuS7nSTvZXabcdefgh.4Qx7.k7Wqz-PmVt4X-9sRbN'],
  ['letters that credentials do not have', makeVotingLink({ ...link, credential: 'k7Wqz-PmVt4X-9sRbN-cEdH0l' })],
  ['something behind it', `${makeVotingLink(link)}.more`],
  ['another scheme', makeVotingLink({ ...link, votingAddress: 'javascript:alert(1)//v' })],
])('%s is no voting link', (_name, text) => {
  expect(parseVotingLink(text)).toBeUndefined();
});

test('the code of a sheet without phones is read at the desk, and leads a phone nowhere', () => {
  const { sessionId: id, credential } = link;
  const code = makeDeskCode({ sessionId: id, credential });
  expect(code).toBe('phieu:Dw5xMuS7nSTvZXabcdefgh.k7Wqz-PmVt4X-9sRbN-cEdHuJ');
  expect(parsePaperCode(` ${code}\n`)).toEqual({ sessionId: id, credential });
  expect(parsePaperCode(makeVotingLink(link))).toEqual(link);
  expect(parseVotingLink(code)).toBeUndefined();
  for (const wrong of [`${code}.more`, 'phieu:', `phieu:x.${credential}`, `phieu:${id}.${credential.slice(1)}`]) {
    expect(parsePaperCode(wrong), wrong).toBeUndefined();
  }
});
