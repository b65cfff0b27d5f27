import { createHash } from 'node:crypto';
import { accountId } from '../../../src/domain/account/account.ts';
import { accept } from '../../../src/domain/ruling.ts';
import { createSession } from '../../../src/domain/session/create-session.ts';
import type { Paper } from '../../../src/domain/session/paper.ts';
import type { SessionWithPapers } from '../../../src/domain/session/papers.ts';
import { type Session, type SessionId, sessionId } from '../../../src/domain/session/session.ts';
import { joinBytes } from '../../../src/protocol/encoding/bytes.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { appendEvent, type RecordEvent, type RecordState, startRecord } from '../../../src/protocol/record/record.ts';
import { ballotEvent, setupEvent } from '../../../src/protocol/record/record-events.ts';
import type { RecordPart } from '../../../src/server/store/session-store.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee } from './committees.ts';
import { ownForm } from './forms.ts';
import { aPersonId, aSeatId } from './ids.ts';

/** Ids of sessions that read as their number (without a zero: Base58 has none). */
export function aSessionId(number: number): SessionId {
  return sessionId.parse(`Session1111111111${String(number).replaceAll('0', 'z').padStart(5, '1')}`);
}

/** A draft of committee 2 below committee 1, in which people 1 to `members` hold seats. */
export function aStoredSession(number: number, change: Partial<Session> = {}, members = 3): Session {
  const seats = Array.from({ length: members }, (_, at) => {
    const person = { id: aPersonId(at + 1), name: `Lò Văn Phá ${at + 1}`, code: null, birthYear: null };
    const place = { position: 'Ủy viên', order: at + 1, from: null, to: null };
    return { person, seat: { id: aSeatId(at + 1), committeeId: aCommittee(2).id, personId: person.id, ...place } };
  });
  const made = createSession({
    ...{ id: aSessionId(number), readKey: `read key ${number}`, seats, form: ownForm('qd-96-2023') },
    chair: { accountId: accountId.parse('00000009-0000-4000-8000-000000000001'), name: 'Chủ trì' },
    ...{ committee: aCommittee(2), superior: aCommittee(1) },
    settings: {
      ...{ title: 'Lấy phiếu tín nhiệm', place: 'Hội trường', heldOn: '2026-12-01', convenedBy: 'Ban Thường vụ' },
      ...{ plan: null, phonePapers: true },
    },
    planId: null,
    summoned: [],
  });
  if (!made.ok) throw new Error(made.refusal);
  return { ...made.value, ...change };
}

/** The same with everybody on the roll marking every subject alike, published; its record is not there. */
export function aPublishedSession(number: number, change: Partial<Session> = {}, members = 3): Session {
  const session = aStoredSession(number, change, members);
  return { ...session, ...publishedAs(session), ...change };
}

/** What publishing changes where everybody on the roll has marked every subject alike. */
export function publishedAs({ chair, form, roll, subjects, settings }: Session) {
  const at = `${settings.heldOn}T03:00:00.000Z`;
  const marks = form.levels.map((_, level) => (level === 0 ? roll.length : 0));
  const nothing = { encryptedTally: '', sharesOf: [], proofs: [], missing: [] };
  return {
    ...{ state: 'published' as const, openedAt: at, publication: { by: chair, at, annulment: null } },
    tally: { ...nothing, counted: roll.length, result: subjects.map(() => marks), resultAt: at },
  };
}

/** What looks like a public credential; the same for the same text. */
export function aCredential(text: string | number): string {
  return createHash('sha256').update(`credential ${text}`).digest('hex');
}

export function aStoredPaper(id: SessionId, text: string | number, change: Partial<Paper> = {}): Paper {
  const nothing = { printRunId: null, fate: 'live', votedBy: null, recastKeyHash: null } as const;
  return { sessionId: id, credential: aCredential(text), channel: 'sheet', ...nothing, ...change };
}

/** The state with these papers added or replaced. */
export function withPapers(state: SessionWithPapers, ...papers: readonly Paper[]): SessionWithPapers {
  const added = papers.map((paper): [string, Paper] => [paper.credential, paper]);
  return { ...state, papers: new Map([...state.papers, ...added]) };
}

const beginning = 1_796_000_000;

/** The setup of a record that holds no real election: a store does not look into files. */
export function aSetup(text = 'election'): RecordEvent {
  return setupEvent(utf8Bytes(`{"${text}":1}`), utf8Bytes('[]'), utf8Bytes('["credentials"]'));
}

export function aBallot(text: string | number, bytes = 100): RecordEvent {
  return ballotEvent(utf8Bytes(JSON.stringify({ ballot: text, filling: 'x'.repeat(bytes) })));
}

/** The parts that append these events to a record as it stands. */
export function partsOf(electionId: SessionId, state: RecordState | undefined, events: RecordEvent[]): RecordPart[] {
  const begun = state === undefined ? startRecord(beginning) : undefined;
  let at = state ?? begun?.state ?? { timestamp: beginning, nextHeight: 0 };
  return events.map((event, index) => {
    const { bytes, state: next } = appendEvent(at, event);
    const whole = index === 0 && begun !== undefined ? joinBytes([begun.bytes, bytes]) : bytes;
    const file = event.files.at(-1);
    const payload = file === undefined ? null : createHash('sha256').update(file).digest('hex');
    const part = { electionId, height: at.nextHeight, type: event.type, hash: next.head ?? '', payload, bytes: whole };
    at = next;
    return part;
  });
}

/** One step that changes the session and appends events to its own record. */
export function appendTo(
  { sessions }: Store,
  id: SessionId,
  events: (end: RecordState | undefined) => RecordEvent[],
  change: (state: SessionWithPapers) => SessionWithPapers = (state) => state,
) {
  return sessions.update(id, { record: { electionId: id } }, (state, { record: { end } }) =>
    accept({ after: change(state), append: partsOf(id, end, events(end)) }),
  );
}
