import { call } from '../../client/api.ts';
import type { Device } from '../../client/device.ts';
import { runCeremony } from '../../client/teller/ceremony.ts';
import { confirmSetupOfSession } from '../../client/teller/confirm-setup.ts';
import { newTellerMemory, type TellerMemory, withHead } from '../../client/teller/memory.ts';
import { openRehearsal, rehearse } from '../../client/teller/rehearsal.ts';
import { openSession, prepareOpening, startCeremony } from '../../contract/ceremony/ceremony.ts';
import { briefVoters, readSession, recordAttendance } from '../../contract/session/sessions.ts';
import type { BallotForm } from '../../domain/ballot-form.ts';
import type { SessionId, VoterId } from '../../domain/session/session.ts';
import { localDay } from '../../server/kit/local-time.ts';
import { granted, held } from './granted.ts';
import { someMarks } from './marks.ts';
import type { Member } from './people.ts';
import { roundOf } from './round.ts';

/** A teller with the program on the own phone. */
export interface TellerAtWork {
  readonly member: Member;
  readonly memory: TellerMemory;
}

/** The tellers in one room: each reads the code aloud, and only when all have read the same do they confirm. */
function room(size: number): (code: string) => Promise<boolean> {
  const read: string[] = [];
  const listening: (() => void)[] = [];
  return async (code) => {
    read.push(code);
    if (read.length === size) for (const hear of listening) hear();
    else await new Promise<void>((resolve) => listening.push(resolve));
    return read.every((other) => other === code);
  };
}

export interface CeremonyDone {
  readonly tellers: readonly TellerAtWork[];
  /** null with a single teller. */
  readonly code: string | null;
}

export async function holdCeremony(
  chair: Member,
  tellers: readonly Member[],
  threshold: number,
  device: Device,
  sessionId: SessionId,
): Promise<CeremonyDone> {
  granted(await call(chair.connection, startCeremony, { params: { sessionId } }));
  const agreed = { size: tellers.length, threshold };
  const sayAloud = room(tellers.length);
  let code: string | null = null;
  const confirmCode = (shown: string) => {
    code = shown;
    return sayAloud(shown);
  };
  const steps = await Promise.all(
    tellers.map(({ connection }) =>
      runCeremony(connection, device, sessionId, newTellerMemory(device.random), {
        agreed,
        confirmCode,
        remember: async () => {},
      }),
    ),
  );
  const atWork = steps.map((step, index) => {
    const member = tellers[index];
    if (step.kind !== 'done' || member === undefined)
      throw new Error(`key ceremony: ${JSON.stringify({ ...step, memory: undefined })}`);
    return { member, memory: step.memory };
  });
  return { tellers: atWork, code };
}

const rehearsalBallots = 3;

/** A little election of its own is cast, verified whole and opened with the same programs and keys. */
export async function holdRehearsal(
  tellers: readonly TellerAtWork[],
  device: Device,
  sessionId: SessionId,
  form: BallotForm,
  subjects: number,
): Promise<{ readonly tellers: readonly TellerAtWork[]; readonly ballots: number }> {
  const [first] = tellers;
  if (first === undefined) throw new Error('no tellers');
  const marks = Array.from({ length: rehearsalBallots }, () => someMarks(form, subjects, device.random));
  held(await rehearse(first.member.connection, device, sessionId, marks));
  const after: TellerAtWork[] = [];
  let passed = false;
  for (const { member, memory } of tellers) {
    const opened = held(await openRehearsal(member.connection, device, sessionId, memory, rehearsalBallots));
    after.push({ member, memory: opened.memory });
    passed = opened.passed;
  }
  if (!passed) throw new Error('the rehearsal was not passed');
  return { tellers: after, ballots: rehearsalBallots };
}

export async function briefAndCount(
  secretary: Member,
  office: Member,
  sessionId: SessionId,
  form: BallotForm,
  present: readonly VoterId[],
): Promise<void> {
  const params = { sessionId };
  const { purpose, requirements } = roundOf(form, Number(localDay(new Date()).slice(0, 4)));
  const text = `${purpose}\n${requirements}`;
  granted(await call(secretary.connection, briefVoters, { params, body: { text } }));
  granted(await call(office.connection, recordAttendance, { params, body: { present: [...present] } }));
}

export interface OpenedBox {
  readonly fingerprint: string;
  readonly tellers: readonly TellerAtWork[];
}

/** The chair draws the setup up, each teller's program looks for its key in it, the chair opens. */
export async function openBox(
  chair: Member,
  tellers: readonly TellerAtWork[],
  device: Device,
  sessionId: SessionId,
): Promise<OpenedBox> {
  const params = { sessionId };
  granted(await call(chair.connection, prepareOpening, { params }));
  for (const { member, memory } of tellers) {
    held(await confirmSetupOfSession(member.connection, device, sessionId, { seed: memory.seed }));
  }
  const missing = granted(await call(chair.connection, readSession, { params })).missing;
  if (missing.length > 0) throw new Error(`missing for opening: ${missing.map(({ code }) => code).join(', ')}`);
  const opened = granted(await call(chair.connection, openSession, { params }));
  return {
    fingerprint: opened.fingerprint,
    tellers: tellers.map(({ member, memory }) => ({ member, memory: withHead(memory, opened.head) })),
  };
}
