import { expect, test } from 'vitest';
import { hashDocuments, recordDocuments } from '../../../src/domain/session/record-documents.ts';
import type { Session } from '../../../src/domain/session/session.ts';
import { sessionId } from '../../../src/domain/session/session.ts';
import { readCredentials } from '../../../src/protocol/ballot/credential.ts';
import { checkTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { readDescription } from '../../../src/protocol/record/description.ts';
import { readElection } from '../../../src/protocol/record/election.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { buildRehearsalSetup, buildSetup, setupEventOf } from '../../../src/server/record/build-setup.ts';
import { good } from '../../support/build/good.ts';
import { aVote } from '../../support/build/votes.ts';

const vote = aVote({ subjects: 3 });
const { session, papers } = vote.state;

function electionOf(text: string) {
  const read = readElection(sodiumGroup, text);
  if (!read.ok) throw new Error(read.refusal);
  return read.election;
}

test('the election says who is voted on, at which levels, and carries the hashes of roll, form and briefing', () => {
  const setup = buildSetup(session, papers.keys());
  const election = electionOf(setup.election);
  expect(election).toMatchObject({ uuid: session.id, name: 'Lấy phiếu tín nhiệm', administrator: 'Đảng bộ xã 1' });
  expect(election.questions[2]).toEqual({
    question: 'Đồng chí 3 — Ủy viên',
    answers: ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp'],
  });
  expect(readDescription(election.description).hashes).toEqual(hashDocuments(recordDocuments(session)));
  const trustees = good(checkTrustees(sodiumGroup, setup.trustees));
  expect(election.publicKey).toBe(sodiumGroup.encode(trustees.electionKey));
  expect(readCredentials(sodiumGroup, setup.credentials)).toMatchObject({ ok: true });
  const [, , , data] = setupEventOf(setup).files;
  expect(setup.setupHash).toBe(sha256Hex(data ?? new Uint8Array()));
});

test('whoever is excluded or struck off is not in the election', () => {
  const subjects = session.subjects.map((subject, at) => ({
    ...subject,
    ...(at === 0 ? { excludedFor: 'a-reason' } : {}),
    ...(at === 1 ? { struckFor: 'a reason' } : {}),
  }));
  const { questions } = electionOf(buildSetup({ ...session, subjects }, papers.keys()).election);
  expect(questions.map(({ question }) => question)).toEqual(['Đồng chí 3 — Ủy viên']);
});

test('the setup does not tell in which order papers were made', () => {
  const backwards = [...papers.keys()].reverse();
  expect(buildSetup(session, backwards)).toEqual(buildSetup(session, papers.keys()));
});

test('names and titles of any kind of text make an election that the protocol takes', () => {
  const odd: Session = {
    ...session,
    committeeName: 'Đảng bộ · SHA-256: giả'.normalize('NFD'),
    settings: { ...session.settings, title: 'Dòng\n một \u007f', place: 'x\ud800' },
  };
  const election = electionOf(buildSetup(odd, papers.keys()).election);
  expect(readDescription(election.description).hashes).toBeDefined();
  expect(election.name).toBe('Dòng  một  ');
});

test('a rehearsal is an election of its own under the same keys', () => {
  const electionId = sessionId.parse('Rehearsa11111111111111');
  const rehearsal = electionOf(buildRehearsalSetup(session, papers.keys(), electionId).election);
  const election = electionOf(buildSetup(session, papers.keys()).election);
  expect(rehearsal.uuid).toBe(electionId);
  expect(rehearsal.name).toContain('Bỏ phiếu thử');
  expect(rehearsal.fingerprint).not.toBe(election.fingerprint);
  expect([rehearsal.publicKey, rehearsal.questions]).toEqual([election.publicKey, election.questions]);
});
