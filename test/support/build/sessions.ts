import { accountId } from '../../../src/domain/account/account.ts';
import type { BallotForm } from '../../../src/domain/ballot-form.ts';
import type { Person, PersonId } from '../../../src/domain/roster/person.ts';
import type { Ruling } from '../../../src/domain/ruling.ts';
import { decideRecordAttendance } from '../../../src/domain/session/attendance.ts';
import { decideBrief } from '../../../src/domain/session/briefing.ts';
import { decideCast, decideCastSheet } from '../../../src/domain/session/casting.ts';
import {
  type CeremonyMessage,
  decideCeremonyMessage,
  decideStartCeremony,
} from '../../../src/domain/session/ceremony.ts';
import { decideEndPhoneVoting } from '../../../src/domain/session/countdown.ts';
import { checkClosing, decideAnnounce, decideClose, ledgerOf } from '../../../src/domain/session/counting.ts';
import { createSession } from '../../../src/domain/session/create-session.ts';
import { decideAddVoter, decideIssue } from '../../../src/domain/session/draft.ts';
import { decideConfirmSetup, decideOpen, decidePrepareOpening } from '../../../src/domain/session/opening.ts';
import {
  credentialsForSetup,
  decideAddPrintRun,
  decideConfirmPrintRun,
  decideHandOut,
  decideRegisterPhonePaper,
  type SessionWithPapers,
} from '../../../src/domain/session/papers.ts';
import { decidePhoneSeen } from '../../../src/domain/session/phone-test.ts';
import {
  decideCastRehearsal,
  decideCloseRehearsal,
  decidePassRehearsal,
  decideStartRehearsal,
} from '../../../src/domain/session/rehearsal.ts';
import {
  type Announcement,
  printRunId,
  type Session,
  sessionId,
  standingSubjects,
  type Tally,
  type Voter,
  type VoterId,
  voterId,
} from '../../../src/domain/session/session.ts';
import { decideFinishTally, decideShare } from '../../../src/domain/session/tally.ts';
import { decideNameTellers } from '../../../src/domain/session/tellers.ts';
import { decideMarkUnused } from '../../../src/domain/session/unused-sheets.ts';
import { aCommittee } from './committees.ts';
import { ownForm } from './forms.ts';
import { aPersonId, aSeatId } from './ids.ts';
import { aCredential } from './stored-sessions.ts';

/** The value of a decision that the test expects to be accepted. */
export function must<Value>(decision: Ruling<Value, string>): Value {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal} ${JSON.stringify(decision.problems ?? [])}`);
  return decision.value;
}

/** The refusal of a decision; undefined for one that was accepted. */
export function refusalOf(decision: Ruling<unknown, string>): string | undefined {
  return decision.ok ? undefined : decision.refusal;
}

export function problemsOf(decision: Ruling<unknown, string>): string[] {
  return decision.ok ? [] : (decision.problems ?? []).map(({ code }) => code);
}

/** The conference's clock, in seconds from its beginning. */
export function at(seconds: number): Date {
  return new Date(Date.parse('2026-12-01T01:00:00.000Z') + seconds * 1000);
}

export const theChair = { accountId: accountId.parse('00000009-0000-4000-8000-000000000001'), name: 'Chủ trì' };
/** Who acts as the teller with this index. */
export const tellerActor = (index: number) => ({
  accountId: accountId.parse(`00000009-0000-4000-8000-00000000010${index}`),
  name: `Kiểm phiếu ${index}`,
});

/** Tellers come from outside the committee: people 101, 102, … */
export const tellerPerson = (index: number) => aPersonId(100 + index);

export interface Wanted {
  readonly subjects?: number;
  /** People on the roll, the subjects among them. */
  readonly voters?: number;
  readonly tellers?: number;
  readonly threshold?: number;
  readonly form?: string | BallotForm;
  readonly phonePapers?: boolean;
}

/** Where the service of a hall answers: over TLS, for papers and people alike. */
export const servedHere = { papers: 'https://phieu.example', signIn: 'https://phieu.example' };

const aPerson = (id: PersonId, name: string): Person => ({ id, name, code: null, birthYear: null });

export const rulesOfHall = { singleTellerAllowed: true };

/** A draft with its tellers named. Subjects hold the seats, participants fill the roll up. */
export function aSession(wanted: Wanted = {}): Session {
  const { subjects = 3, tellers = 3, form = 'qd-96-2023', phonePapers = true } = wanted;
  const { voters = subjects, threshold = Math.min(2, tellers) } = wanted;
  const seats = numbers(subjects).map((number) => {
    const person = { id: aPersonId(number), name: `Lò Văn Phá ${number}`, code: null, birthYear: null };
    const place = { position: 'Ủy viên', order: number, from: null, to: null };
    return { person, seat: { id: aSeatId(number), committeeId: aCommittee(2).id, personId: person.id, ...place } };
  });
  const settings = { title: 'Lấy phiếu tín nhiệm', place: 'Hội trường', heldOn: '2026-12-01', plan: null, phonePapers };
  let session = must(
    createSession({
      ...{ id: sessionId.parse('Session11111111111111A'), readKey: 'read key', seats, chair: theChair },
      ...{ committee: aCommittee(2), superior: aCommittee(1), form: typeof form === 'string' ? ownForm(form) : form },
      settings: { ...settings, convenedBy: 'Ban Thường vụ' },
      planId: null,
      summoned: [],
    }),
  );
  for (const number of numbers(voters - subjects)) session = must(decideAddVoter(session, aParticipant(number)));
  const known = numbers(tellers).map((index) => aPerson(tellerPerson(index), `Kiểm phiếu ${index}`));
  const named = { people: known.map(({ id }) => id), entered: [], known, unvouched: new Set<PersonId>() };
  return must(decideNameTellers(session, named, threshold, rulesOfHall)).session;
}

export function aParticipant(number: number, change: Partial<Voter> = {}): Voter {
  return {
    ...{ id: voterId.parse(`participant-${number}`), personId: aPersonId(500 + number), name: `Đại biểu ${number}` },
    ...{ position: 'Đại biểu', kind: 'participant', received: null, present: false },
    ...change,
  };
}

/** A session without papers. */
export function bare(session: Session): SessionWithPapers {
  return { session, papers: new Map(), phoneLinks: new Map() };
}

export function issued(wanted: Wanted = {}): SessionWithPapers {
  return bare(must(decideIssue(aSession(wanted), rulesOfHall)));
}

/** The nth voter of the roll, from 1. */
export function voter(state: SessionWithPapers, number: number): VoterId {
  const found = state.session.roll[number - 1];
  if (found === undefined) throw new Error(`no voter ${number}`);
  return found.id;
}

/** The credential of the nth sheet of a print run, from 1. */
export function sheet(number: number, printRun = 'print-run-1'): string {
  return aCredential(`${printRun} sheet ${number}`);
}

/** The credential that the nth voter's phone makes. */
export function phone(number: number): string {
  return aCredential(`phone ${number}`);
}

/** A print run of sheets as it comes from the printer. */
export function withPrintRun(
  state: SessionWithPapers,
  size: number,
  printRun = 'print-run-1',
  address = servedHere.papers,
): SessionWithPapers {
  const credentials = numbers(size).map((number) => sheet(number, printRun));
  return must(decideAddPrintRun(state, printRunId.parse(printRun), credentials, address));
}

/** A print run that was counted and confirmed. */
export function withSheets(state: SessionWithPapers, size: number, printRun = 'print-run-1'): SessionWithPapers {
  return must(decideConfirmPrintRun(withPrintRun(state, size, printRun), printRunId.parse(printRun), size));
}

/** Hands sheets to voters, by their numbers on the roll. */
export function withSheetsOut(state: SessionWithPapers, ...voters: readonly number[]): SessionWithPapers {
  return voters.reduce((before, number) => must(decideHandOut(before, voter(before, number))), state);
}

/** Voters receive their papers on their phones, by their numbers on the roll. */
export function withPhones(state: SessionWithPapers, ...voters: readonly number[]): SessionWithPapers {
  return voters.reduce(
    (before, number) => must(decideRegisterPhonePaper(before, voter(before, number), phone(number))),
    state,
  );
}

export function onSession(
  state: SessionWithPapers,
  change: (session: Session) => Ruling<Session, string>,
): SessionWithPapers {
  return { ...state, session: must(change(state.session)) };
}

/** What the tellers' programs send; the texts mean nothing. */
export function ceremonyMessages(teller: number): CeremonyMessage[] {
  return [
    { round: 'certificates', certificate: `certificate ${teller}` },
    { round: 'spoken-code' },
    { round: 'commitments', commitment: `commitment ${teller}` },
    { round: 'polynomials', polynomial: `polynomial ${teller}` },
    { round: 'outputs', output: `output ${teller}` },
  ];
}

/** The key ceremony, carried out up to and with so many rounds (5 is all of it). */
export function withKeys(state: SessionWithPapers, rounds = 5): SessionWithPapers {
  const { tellers } = state.session;
  return onSession(state, (before) => {
    let session = must(decideStartCeremony(before));
    const run = session.ceremony?.run ?? 0;
    for (let round = 0; round < (tellers.length === 1 ? 1 : rounds); round++) {
      for (const { index } of tellers) {
        const message = ceremonyMessages(index)[round];
        if (message) session = must(decideCeremonyMessage(session, run, index, message, () => 'trustees'));
      }
    }
    return { ok: true, value: session };
  });
}

export const rehearsalId = sessionId.parse('Rehearsa1111111111111A');

const noResult = { result: null, resultAt: null };

export function aTally(counted: number, change: Partial<Tally> = {}): Tally {
  return { encryptedTally: 'e'.repeat(64), counted, sharesOf: [], proofs: [], missing: [], ...noResult, ...change };
}

export function rehearsed(state: SessionWithPapers): SessionWithPapers {
  const started = onSession(state, (session) => decideStartRehearsal(session, rehearsalId));
  const cast = onSession(started, decideCastRehearsal);
  const closed = onSession(cast, (session) => decideCloseRehearsal(session, aTally(1)));
  return onSession(closed, (session) => decidePassRehearsal(session, aTally(1, { result: [[1, 0, 0]] })));
}

export function briefed(state: SessionWithPapers): SessionWithPapers {
  const briefing = { by: theChair, at: at(0).toISOString(), text: 'Mục đích, yêu cầu' };
  return onSession(state, (session) => decideBrief(session, briefing, { as: 'briefer' }));
}

/** Records the first voters of the roll as present, all of them unless told otherwise. */
export function attended(state: SessionWithPapers, present = state.session.roll.length): SessionWithPapers {
  const ids = new Set(state.session.roll.slice(0, present).map(({ id }) => id));
  return onSession(state, (session) => decideRecordAttendance(session, ids, at(0)));
}

/** Stands for the setup's hash: changes whenever credentials, subjects or briefing do. */
export function setupHashOf(state: SessionWithPapers): string {
  const lines = standingSubjects(state.session).map(({ name, position }) => `${name}|${position}`);
  return aCredential(JSON.stringify([credentialsForSetup(state), lines, state.session.briefing?.text]));
}

export function prepared(state: SessionWithPapers): SessionWithPapers {
  const credentials = JSON.stringify(credentialsForSetup(state));
  const opening = { setupHash: setupHashOf(state), election: '{}', trustees: '[]', credentials };
  return { ...state, session: must(decidePrepareOpening(state, opening)) };
}

export function confirmed(state: SessionWithPapers, ...tellers: readonly number[]): SessionWithPapers {
  const hash = state.session.opening?.setupHash ?? '';
  return tellers.reduce(
    (before, teller) => onSession(before, (session) => decideConfirmSetup(session, teller, hash)),
    state,
  );
}

/** Some phone has opened a paper. */
export function openedOnPhone(state: SessionWithPapers): SessionWithPapers {
  return onSession(state, (session) => decidePhoneSeen(session, { address: servedHere.papers, by: 'paper' }));
}

/** Everything that opening asks for, done. */
export function ready(state: SessionWithPapers): SessionWithPapers {
  const drawn = prepared(briefed(rehearsed(withKeys(attended(openedOnPhone(state))))));
  return confirmed(drawn, ...drawn.session.tellers.map(({ index }) => index));
}

export const noSuperior = { committeeRank: 'commune', superiorId: null, superiorName: null };

export function open(state: SessionWithPapers): SessionWithPapers {
  const asked = ready(state);
  return { ...asked, session: must(decideOpen(asked, setupHashOf(asked), noSuperior, at(60), servedHere)) };
}

/** Phones and sheets for the voters named, a few sheets more, and the box open. */
export function openedWith(
  wanted: Wanted,
  papers: { readonly sheets?: number; readonly sheetsTo?: readonly number[]; readonly phonesOf?: readonly number[] },
): SessionWithPapers {
  const made = withSheets(issued(wanted), papers.sheets ?? (papers.sheetsTo?.length ?? 0) + 2);
  return open(withPhones(withSheetsOut(made, ...(papers.sheetsTo ?? [])), ...(papers.phonesOf ?? [])));
}

/** A ballot sent by phone, with the key that this phone keeps. */
export function cast(state: SessionWithPapers, credential: string, key = 'key of the first phone') {
  const decided = decideCast(state.session, castOf(state, credential, key));
  const paper = must(decided);
  return { ...state, papers: new Map([...state.papers, [credential, paper]]) };
}

export function castOf(state: SessionWithPapers, credential: string, recastKeyHash = 'key of the first phone') {
  return {
    paper: state.papers.get(credential),
    recastKeyHash,
    alreadyInBox: false,
    waits: false,
    ballots: 0,
    pauseLeft: 0,
  };
}

/** Phone voting has ended. */
export function counting(state: SessionWithPapers): SessionWithPapers {
  return onSession(state, (session) => decideEndPhoneVoting(session, at(200), 0, 'ending'));
}

/** An announcement that fits the ledger, unless told otherwise. */
export function anAnnouncement(state: SessionWithPapers, change: Partial<Announcement> = {}): Announcement {
  const { issued: all, collected, sheetsKeyed } = ledgerOf(state);
  const figures = { issued: all, collected, sheets: sheetsKeyed, notIssued: 0 };
  return { ...figures, by: tellerActor(1), at: at(300).toISOString(), ...change };
}

export function announced(state: SessionWithPapers, change: Partial<Announcement> = {}): SessionWithPapers {
  return onSession(state, (session) => decideAnnounce(session, anAnnouncement(state, change)));
}

export function keyed(
  state: SessionWithPapers,
  credential: string,
  invalidReason: string | null = null,
): SessionWithPapers {
  const sheetCast = { paper: state.papers.get(credential), alreadyInBox: false, invalidReason };
  const { session, paper } = must(decideCastSheet(state.session, sheetCast));
  return { ...state, session, papers: new Map([...state.papers, [credential, paper]]) };
}

export function unused(state: SessionWithPapers, ...credentials: readonly string[]): SessionWithPapers {
  return must(decideMarkUnused(state, credentials));
}

export function closed(state: SessionWithPapers): SessionWithPapers {
  const ledger = must(checkClosing(state));
  return must(decideClose(state, aTally(ledger.collected), at(500)));
}

/** The named tellers have sent their shares. */
export function withShares(state: SessionWithPapers, ...tellers: readonly number[]): SessionWithPapers {
  const typed = state.session.announcements.at(-1)?.collected ?? 0;
  return tellers.reduce(
    (before, teller) => onSession(before, (session) => decideShare(session, teller, typed, `proof ${teller}`)),
    state,
  );
}

export function tallied(state: SessionWithPapers, result: number[][]): SessionWithPapers {
  const all = withShares(state, ...state.session.tellers.map(({ index }) => index));
  return onSession(all, (session) => decideFinishTally(session, [], result, at(0)));
}

export function numbers(count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, at) => at + 1);
}
