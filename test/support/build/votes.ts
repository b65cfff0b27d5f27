import { accountId } from '../../../src/domain/account/account.ts';
import { createSession } from '../../../src/domain/session/create-session.ts';
import type { Paper } from '../../../src/domain/session/paper.ts';
import type { SessionWithPapers } from '../../../src/domain/session/papers.ts';
import {
  type PhoneUse,
  printRunId,
  type Session,
  type SessionId,
  sessionId,
  type Voter,
  type VoterId,
  voterId,
} from '../../../src/domain/session/session.ts';
import type { RandomBytes } from '../../../src/protocol/arithmetic/random.ts';
import { createCredential, publicCredential } from '../../../src/protocol/ballot/credential.ts';
import { writeThresholdTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { aCeremony } from './ceremony.ts';
import { aCommittee } from './committees.ts';
import { ownForm } from './forms.ts';
import { aPersonId, aSeatId } from './ids.ts';
import { repeatableRandom } from './recorded-random.ts';

/** A paper together with the secret that only its holder has. */
export interface HeldPaper {
  readonly credential: string;
  readonly public: string;
}

/** A session whose keys exist and whose papers are made, with the secrets that people would hold. */
export interface Vote {
  readonly state: SessionWithPapers;
  readonly ceremony: ReturnType<typeof aCeremony>;
  readonly sheets: readonly HeldPaper[];
  /** Phone papers, by the voters from the first on. */
  readonly phones: readonly HeldPaper[];
}

export interface VoteSize {
  readonly id?: string;
  readonly subjects?: number;
  readonly voters?: number;
  readonly sheets?: number;
  readonly phones?: number;
  readonly size?: number;
  readonly threshold?: number;
  readonly change?: Partial<Session>;
}

const chair = { accountId: accountId.parse('00000009-0000-4000-8000-000000000001'), name: 'Chủ trì' };

/** Person of the teller with this index. */
export function tellerPerson(index: number) {
  return aPersonId(900 + index);
}

const ceremonies = new Map<string, Vote['ceremony']>();

/** The same for every vote with so many tellers, and carried out once. */
function theCeremony(size: number, threshold: number): Vote['ceremony'] {
  const known = ceremonies.get(`${threshold}/${size}`);
  if (known !== undefined) return known;
  const made = aCeremony(sodiumGroup, { size, threshold }, repeatableRandom(5));
  ceremonies.set(`${threshold}/${size}`, made);
  return made;
}

/** An issued session; subjects hold the seats, participants fill the roll up, tellers are from outside. */
export function aVote(wanted: VoteSize = {}): Vote {
  const { subjects = 2, voters = 6, sheets = 6, phones = 2, size = 3, threshold = 2 } = wanted;
  const id = sessionId.parse(wanted.id ?? 'Dw5xMuS7nSTvZXabcdefgh');
  const ceremony = theCeremony(size, threshold);
  const drawn = draw(id, subjects, threshold);
  const indices = Array.from({ length: size }, (_, at) => at + 1);
  const printRun = { id: printRunId.parse('print-run-1'), size: sheets, status: 'confirmed', listVersion: 1 } as const;
  const roll = [...drawn.roll, ...participants(voters - drawn.roll.length)].map((voter, at) => ({
    ...voter,
    ...{ present: true, received: at < phones ? ('phone' as const) : ('sheet' as const) },
  }));
  const session: Session = {
    ...drawn,
    state: 'issued',
    roll,
    tellers: indices.map((index) => ({ index, personId: tellerPerson(index), name: `Kiểm phiếu ${index}` })),
    printRuns: [printRun],
    ceremony: {
      ...{ run: 1, size, threshold, messages: [], complaint: null },
      trustees: writeThresholdTrustees(ceremony.parameters),
    },
    briefing: { by: chair, at: '2026-12-01T00:00:00.000Z', text: 'Mục đích, yêu cầu' },
    attendanceRecordedAt: '2026-12-01T00:30:00.000Z',
    ...wanted.change,
  };
  const random = repeatableRandom(6);
  const held = { sheets: hold(id, sheets, random), phones: hold(id, phones, random) };
  const papers = [
    ...held.sheets.map((one) => aPaper(id, one, 'sheet')),
    ...held.phones.map((one) => aPaper(id, one, 'phone')),
  ];
  const links = held.phones.map((one, at): [VoterId, string] => [voterAt(roll, at).id, one.public]);
  return {
    state: { session, papers: new Map(papers.map((one) => [one.credential, one])), phoneLinks: new Map(links) },
    ...{ ceremony, ...held },
  };
}

function draw(id: SessionId, subjects: number, threshold: number): Session {
  const seats = Array.from({ length: subjects }, (_, at) => {
    const person = { id: aPersonId(at + 1), name: `Đồng chí ${at + 1}`, code: null, birthYear: null };
    const place = { position: 'Ủy viên', order: at + 1, from: null, to: null };
    return { person, seat: { id: aSeatId(at + 1), committeeId: aCommittee(1).id, personId: person.id, ...place } };
  });
  const drawn = createSession({
    ...{ id, readKey: 'read-key-of-the-session', chair, seats },
    ...{ committee: aCommittee(1), superior: aCommittee(2), form: ownForm('qd-96-2023') },
    settings: {
      ...{ title: 'Lấy phiếu tín nhiệm', place: 'Hội trường', heldOn: '2026-12-01', convenedBy: 'Ban Thường vụ' },
      ...{ plan: null, phonePapers: true },
    },
    planId: null,
    summoned: [],
  });
  if (!drawn.ok) throw new Error(drawn.refusal);
  // The service of tests is asked at localhost.
  const phoneUse: PhoneUse = { use: 'this-computer', by: chair, at: '2026-12-01T00:00:00.000Z' };
  return { ...drawn.value, phoneUse, settings: { ...drawn.value.settings, threshold } };
}

function participants(count: number): Voter[] {
  return Array.from({ length: Math.max(0, count) }, (_, at) => ({
    ...{ id: voterId.parse(`participant-${at + 1}`), personId: null, name: `Đại biểu ${at + 1}`, position: 'Đại biểu' },
    ...{ kind: 'participant', received: null, present: true },
  }));
}

function voterAt(roll: readonly Voter[], at: number): Voter {
  const voter = roll[at];
  if (voter === undefined) throw new Error('more phone papers than voters');
  return voter;
}

function hold(id: SessionId, count: number, random: RandomBytes): HeldPaper[] {
  return Array.from({ length: count }, () => {
    const credential = createCredential(random);
    return { credential, public: publicCredential(sodiumGroup, id, credential) };
  });
}

function aPaper(session: SessionId, { public: credential }: HeldPaper, channel: Paper['channel']): Paper {
  return {
    ...{
      sessionId: session,
      credential,
      channel,
      printRunId: channel === 'sheet' ? printRunId.parse('print-run-1') : null,
    },
    ...{ fate: 'live', votedBy: null, recastKeyHash: null },
  };
}
