import pMap from 'p-map';
import { granted, held } from '../../../src/cli/demo/granted.ts';
import type { Holder } from '../../../src/cli/demo/issue-papers.ts';
import type { TellerAtWork } from '../../../src/cli/demo/make-keys.ts';
import { someMarks } from '../../../src/cli/demo/marks.ts';
import { nameOfPerson } from '../../../src/cli/demo/names.ts';
import { nodeDevice } from '../../../src/cli/node-device.ts';
import { call } from '../../../src/client/api.ts';
import { newId } from '../../../src/client/new-id.ts';
import { type BlankPaper, makePapers } from '../../../src/client/office.ts';
import { registerPrintRun } from '../../../src/client/register-print-run.ts';
import { runCeremony } from '../../../src/client/teller/ceremony.ts';
import { confirmSetupOfSession } from '../../../src/client/teller/confirm-setup.ts';
import { newTellerMemory, withHead } from '../../../src/client/teller/memory.ts';
import { openRehearsal, rehearse } from '../../../src/client/teller/rehearsal.ts';
import { receivePhonePaper } from '../../../src/client/voter.ts';
import { openSession, prepareOpening, readCeremony, startCeremony } from '../../../src/contract/ceremony/ceremony.ts';
import { confirmPrintRun, handOut, printData } from '../../../src/contract/papers/papers.ts';
import {
  addParticipant,
  briefVoters,
  choosePhoneUse,
  createSession,
  issueSession,
  nameTellers,
  readSession,
  recordAttendance,
} from '../../../src/contract/session/sessions.ts';
import type { SessionId } from '../../../src/domain/session/session.ts';
import { localDay } from '../../../src/server/kit/local-time.ts';
import { type SoakHall, subjects } from './hall.ts';
import { persist, persistFor } from './persist.ts';

const atOnce = 6;
export const threshold = 2;
const rehearsalBallots = 2;
/** Sheets that nobody receives. */
const spares = 3;

/** What the chair sees of the session now. */
export async function sessionNow({ again, members }: SoakHall, sessionId: SessionId) {
  return granted(await call(again(members.chair), readSession, { params: { sessionId } }));
}

/** A new draft, with nobody summoned yet but those who hold seats. */
export async function drawUp({ again, members, committeeId, form, superiorName }: SoakHall): Promise<SessionId> {
  const place = { place: 'Hội trường', placeOfIssue: 'Thạnh Phú', heldOn: localDay(new Date()) };
  const body = { formId: form.id, title: 'Lấy phiếu tín nhiệm', convenedBy: superiorName, ...place };
  const connection = again(members.chair);
  const { id } = granted(await call(connection, createSession, { params: { committeeId }, body }));
  granted(await call(connection, choosePhoneUse, { params: { sessionId: id }, body: { use: 'this-computer' } }));
  return id;
}

/** Others are summoned until the roll is so long; then the tellers are named. */
export async function fillRoll(hall: SoakHall, sessionId: SessionId, voters: number): Promise<void> {
  const { service, again, members } = hall;
  const connection = again(members.chair);
  const params = { sessionId };
  const { roll } = await sessionNow(hall, sessionId);
  const guests = Array.from({ length: voters - roll.length }, (_, at) => `${nameOfPerson(3000 + at)} ${at + 1}`);
  await pMap(
    guests,
    async (guest) => {
      const body = { name: guest.replace(/ \d+$/, ''), position: `Đại biểu số ${guest.split(' ').at(-1)}` };
      const isThere = async () =>
        (await sessionNow(hall, sessionId)).roll.some(({ position }) => position === body.position);
      await persist(service, async () => granted(await call(connection, addParticipant, { params, body })), isThere);
    },
    { concurrency: atOnce },
  );
  const personIds = members.tellers.flatMap(({ personId }) => personId ?? []);
  granted(await call(connection, nameTellers, { params, body: { personIds, threshold } }));
}

export async function issue(hall: SoakHall, sessionId: SessionId): Promise<void> {
  const isIssued = async () => (await sessionNow(hall, sessionId)).state === 'issued';
  const work = async () => granted(await call(hall.again(hall.members.chair), issueSession, { params: { sessionId } }));
  await persist(hall.service, work, isIssued);
}

export interface Papers {
  /** Everybody on the roll. */
  readonly holders: readonly Holder[];
  readonly spares: readonly BlankPaper[];
}

/** Papers are made, received on phones and handed out. */
export async function issuePapers(hall: SoakHall, sessionId: SessionId): Promise<Papers> {
  const { service, again, once, members } = hall;
  const office = again(members.office);
  const params = { sessionId };
  const { roll } = await sessionNow(hall, sessionId);
  const data = granted(await call(office, printData, { params }));
  const phones = new Map<string, Holder['link']>();
  for (const member of members.phoneVoters) {
    const { link } = held(await receivePhonePaper(once(member), nodeDevice, sessionId));
    phones.set(member.personId ?? '', link);
  }
  const pile = makePapers(nodeDevice, data, roll.length - phones.size + spares);
  const halves = pile.map(({ publicCredential }) => publicCredential);
  const made = { id: newId(nodeDevice.random), publicCredentials: halves };
  const { id: printRunId } = granted(await registerPrintRun(once(members.office), nodeDevice, sessionId, made));
  const body = { counted: pile.length };
  const isConfirmed = async () =>
    (await sessionNow(hall, sessionId)).printRuns.some(({ id, status }) => id === printRunId && status === 'confirmed');
  await persist(
    service,
    async () => granted(await call(office, confirmPrintRun, { params: { ...params, printRunId }, body })),
    isConfirmed,
  );
  const left = [...pile];
  const holders = await pMap(
    roll,
    async ({ id: voterId, personId }): Promise<Holder> => {
      const link = phones.get(personId ?? '');
      if (link !== undefined) return { voterId, link, sheet: null };
      const hasPaper = async () =>
        (await sessionNow(hall, sessionId)).roll.some(({ id, received }) => id === voterId && received === 'sheet');
      const give = async () => granted(await call(office, handOut, { params: { ...params, voterId } }));
      await persist(service, give, hasPaper);
      const sheet = left.shift();
      if (sheet === undefined) throw new Error('no sheet is left');
      const { votingAddress, readKey } = data;
      return { voterId, link: { votingAddress, sessionId, readKey, credential: sheet.credential }, sheet };
    },
    { concurrency: atOnce },
  );
  return { holders, spares: left };
}

/** The tellers' keys, made by their own programs, and a rehearsal with them. */
export async function makeKeys(hall: SoakHall, sessionId: SessionId): Promise<readonly TellerAtWork[]> {
  const { service, again, once, members } = hall;
  const params = { sessionId };
  const chair = again(members.chair);
  const isRunning = async () => (await call(chair, readCeremony, { params })).ok;
  await persist(service, async () => granted(await call(chair, startCeremony, { params })), isRunning);
  const agreed = { size: members.tellers.length, threshold };
  const made = await Promise.all(
    members.tellers.map(async (member) => {
      const memory = newTellerMemory(nodeDevice.random);
      const teller = { agreed, confirmCode: async () => true, remember: async () => {} };
      const step = await runCeremony(once(member), nodeDevice, sessionId, memory, teller);
      if (step.kind !== 'done') throw new Error(`ceremony: ${JSON.stringify({ ...step, memory: undefined })}`);
      return { member, memory: step.memory };
    }),
  );
  return holdRehearsal(hall, sessionId, made);
}

async function holdRehearsal(
  { service, once, again, form, members }: SoakHall,
  sessionId: SessionId,
  tellers: readonly TellerAtWork[],
): Promise<readonly TellerAtWork[]> {
  const marks = Array.from({ length: rehearsalBallots }, () => someMarks(form, subjects, nodeDevice.random));
  const [first = members.chair] = members.tellers;
  await persist(service, async () => held(await rehearse(once(first), nodeDevice, sessionId, marks)));
  const after: TellerAtWork[] = [];
  for (const { member, memory } of tellers) {
    let kept = memory;
    await persist(service, async () => {
      const opened = await openRehearsal(again(member), nodeDevice, sessionId, kept, rehearsalBallots);
      kept = opened.memory;
      held(opened);
    });
    after.push({ member, memory: kept });
  }
  return after;
}

/** Briefing and attendance, then the box is opened; gives the tellers with the head that they saw. */
export async function openBox(
  hall: SoakHall,
  sessionId: SessionId,
  tellers: readonly TellerAtWork[],
): Promise<readonly TellerAtWork[]> {
  const { service, again, members } = hall;
  const params = { sessionId };
  const text = 'Khách quan, công tâm, đúng quy định.';
  granted(await call(again(members.secretary), briefVoters, { params, body: { text } }));
  const present = (await sessionNow(hall, sessionId)).roll.map(({ id }) => id);
  granted(await call(again(members.office), recordAttendance, { params, body: { present } }));
  const chair = again(members.chair);
  granted(await call(chair, prepareOpening, { params }));
  await pMap(
    tellers,
    ({ member, memory }) =>
      persistFor(service, async () =>
        held(await confirmSetupOfSession(again(member), nodeDevice, sessionId, { seed: memory.seed })),
      ),
    { concurrency: 1 },
  );
  const { missing } = await sessionNow(hall, sessionId);
  if (missing.length > 0) throw new Error(`missing for opening: ${missing.map(({ code }) => code).join(', ')}`);
  const isOpen = async () => (await sessionNow(hall, sessionId)).state === 'open';
  let told: TellerAtWork['memory']['heads'] = [];
  const open = async () => {
    const { head } = granted(await call(chair, openSession, { params }));
    told = [head];
  };
  await persist(service, open, isOpen);
  return tellers.map(({ member, memory }) => ({ member, memory: told.reduce(withHead, memory) }));
}
