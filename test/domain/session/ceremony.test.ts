import { expect, test } from 'vitest';
import {
  type CeremonyMessage,
  ceremonyRound,
  decideCeremonyMessage,
  decideComplain,
  decideStartCeremony,
} from '../../../src/domain/session/ceremony.ts';
import type { SessionWithPapers } from '../../../src/domain/session/papers.ts';
import { reportLostKey } from '../../../src/domain/session/publication.ts';
import type { Session } from '../../../src/domain/session/session.ts';
import {
  aSession,
  ceremonyMessages,
  issued,
  must,
  openedWith,
  prepared,
  ready,
  refusalOf,
  withKeys,
  withSheets,
} from '../../support/build/sessions.ts';

const assemble = () => 'trustees';

function send(session: Session, teller: number, message: CeremonyMessage, run = session.ceremony?.run ?? 0) {
  return decideCeremonyMessage(session, run, teller, message, assemble);
}

function message(teller: number, round: CeremonyMessage['round']): CeremonyMessage {
  const found = ceremonyMessages(teller).find((one) => one.round === round);
  if (found === undefined) throw new Error(`no ${round}`);
  return found;
}

function roundOf({ session }: SessionWithPapers) {
  return session.ceremony === null ? undefined : ceremonyRound(session.ceremony);
}

test('the key ceremony runs between issuing and opening only', () => {
  expect(refusalOf(decideStartCeremony(aSession()))).toBe('ceremony-not-possible');
  expect(refusalOf(decideStartCeremony(openedWith({}, { sheets: 1 }).session))).toBe('ceremony-not-possible');
  expect(refusalOf(send(issued().session, 1, message(1, 'certificates')))).toBe('ceremony-not-running');
});

test('every round waits for all tellers, and the spoken code stands before any commitment', () => {
  const rounds = [0, 1, 2, 3, 4, 5].map((done) => roundOf(withKeys(issued(), done)));
  expect(rounds).toEqual(['certificates', 'spoken-code', 'commitments', 'polynomials', 'outputs', 'done']);
});

test('nothing is revealed before its round', () => {
  const { session } = withKeys(issued(), 1);
  for (const round of ['commitments', 'polynomials', 'outputs'] as const) {
    expect(refusalOf(send(session, 1, message(1, round)))).toBe('ceremony-other-round');
  }
});

test('sending the same again is harmless in any later round', () => {
  const { session } = withKeys(issued(), 4);
  for (const sent of ceremonyMessages(2).slice(0, 4)) expect(must(send(session, 2, sent))).toBe(session);
});

test('an early certificate cannot be exchanged after seeing the others, nor any other message', () => {
  const { session } = withKeys(issued(), 4);
  const others: CeremonyMessage[] = [
    { round: 'certificates', certificate: 'another certificate' },
    { round: 'commitments', commitment: 'another commitment' },
    { round: 'polynomials', polynomial: 'another polynomial' },
  ];
  for (const other of others) expect(refusalOf(send(session, 2, other))).toBe('ceremony-message-differs');
});

test('a message of an earlier run is refused', () => {
  const again = must(decideStartCeremony(withKeys(issued(), 2).session));
  expect(again.ceremony?.run).toBe(2);
  expect(refusalOf(send(again, 1, message(1, 'certificates'), 1))).toBe('ceremony-other-run');
  expect(refusalOf(decideComplain(again, 1, { by: 1, against: 2, reason: 'late' }))).toBe('ceremony-other-run');
});

test('nobody sends for a teller who is not there', () => {
  const { session } = withKeys(issued(), 0);
  expect(refusalOf(send(session, 4, message(4, 'certificates')))).toBe('ceremony-not-running');
  expect(refusalOf(send(session, 0, message(1, 'certificates')))).toBe('ceremony-not-running');
});

test('a complaint stops the ceremony, names the sender, and only a new run goes on', () => {
  const { session } = withKeys(issued(), 4);
  const complaint = { by: 1, against: 3, reason: 'share-differs' };
  const stopped = must(decideComplain(session, 1, complaint));
  expect(stopped.ceremony?.complaint).toEqual(complaint);
  expect(refusalOf(send(stopped, 2, message(2, 'outputs')))).toBe('ceremony-other-round');
  expect(must(decideComplain(stopped, 1, { by: 2, against: null, reason: 'later' }))).toBe(stopped);
  const again = must(decideStartCeremony(stopped));
  expect(again.ceremony).toMatchObject({ run: 2, complaint: null, trustees: null });
});

test('a complaint after the keys were made takes keys, rehearsal and prepared opening away', () => {
  const asked = ready(withSheets(issued(), 1)).session;
  const stopped = must(decideComplain(asked, 1, { by: 1, against: null, reason: 'late' }));
  expect(stopped).toMatchObject({ rehearsal: null, opening: null, ceremony: { trustees: null } });
});

test('a new run takes the old keys’ losses, rehearsal and prepared opening with it', () => {
  const asked = reportLostKey(ready(withSheets(issued(), 1)).session, 2);
  expect(must(decideStartCeremony(asked))).toMatchObject({ lostKeys: [], rehearsal: null, opening: null });
});

test('a single teller has nobody to agree with: the key is there after the first message', () => {
  const state = withKeys(issued({ tellers: 1 }));
  expect(roundOf(state)).toBe('done');
  expect(prepared(ready(withSheets(state, 1))).session.ceremony?.trustees).toBe('trustees');
});
