import type * as z from 'zod/mini';
import {
  type ceremonyView,
  complainInCeremony,
  readCeremony,
  sendCeremonyMessage,
} from '../../contract/ceremony/ceremony.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { CeremonySize } from '../../protocol/ceremony/certificate.ts';
import { spokenCode } from '../../protocol/ceremony/spoken-code.ts';
import { type Connection, call, type Reply } from '../api.ts';
import type { Device } from '../device.ts';
import { untilAnswered } from '../until-answered.ts';
import { answerRound, checkDone, type Flaw, type RoundMessage, readCertificates } from './ceremony-rounds.ts';
import type { TellerMemory } from './memory.ts';

export type CeremonyView = z.infer<typeof ceremonyView>;

/** The teller behind the program. */
export interface CeremonyTeller {
  /** What was agreed in the hall, not what the server says (K1). */
  readonly agreed: CeremonySize;
  /** The run that the memory belongs to, where it may be started again behind the teller's back. */
  readonly run?: number;
  /**
   * Shows the code over all certificates; true once all tellers have read the same aloud, false when theirs differ.
   * `later`: a screen shows it, and takes the next step when the teller has answered.
   */
  readonly confirmCode: (code: string) => Promise<boolean | 'later'>;
  /** Called before anything is sent that depends on it. */
  readonly remember: (memory: TellerMemory) => Promise<void>;
}

export type CeremonyStep =
  /** `waiting`: others have to act first. */
  | {
      readonly kind: 'sent' | 'waiting' | 'done' | 'failed';
      readonly memory: TellerMemory;
      readonly view: CeremonyView;
    }
  /** The code waits for the teller's word; it goes into the memory as `confirmedCode`. */
  | { readonly kind: 'asks'; readonly memory: TellerMemory; readonly view: CeremonyView; readonly code: string }
  | { readonly kind: 'complained'; readonly memory: TellerMemory; readonly flaw: Flaw }
  | { readonly kind: 'refused'; readonly memory: TellerMemory; readonly refusal: string };

/**
 * One look at the ceremony and whatever it asks of this teller now. Everything is derived from the seed and from what
 * the server shows, so that a phone that was switched off goes on where it stopped.
 */
export async function takeCeremonyStep(
  connection: Connection,
  device: Device,
  sessionId: SessionId,
  memory: TellerMemory,
  teller: CeremonyTeller,
): Promise<CeremonyStep> {
  const read = await untilAnswered<typeof readCeremony>(device, () =>
    call(connection, readCeremony, { params: { sessionId } }),
  );
  if (!read.ok) return { kind: 'refused', memory, refusal: read.refusal };
  const view = read.value;
  if (teller.run !== undefined && teller.run !== view.run) {
    return { kind: 'refused', memory, refusal: 'ceremony-other-run' };
  }
  if (view.round === 'failed') return { kind: 'failed', memory, view };
  if (view.round === 'done') {
    const flaw = checkDone(device.group, view, memory.seed, teller.agreed);
    return flaw ? complain(connection, sessionId, memory, view, flaw) : { kind: 'done', memory, view };
  }
  if (view.me === null) return { kind: 'refused', memory, refusal: 'not-allowed' };
  if (view.tellers.some(({ index, done }) => index === view.me && done)) return { kind: 'waiting', memory, view };
  const confirmed = await confirmCode(device, view, memory, teller);
  if (!confirmed.ok) {
    return 'asks' in confirmed
      ? { kind: 'asks', memory, view, code: confirmed.asks }
      : complain(connection, sessionId, memory, view, confirmed.flaw);
  }
  const answer = answerRound(device, view, view.me, confirmed.memory.seed, teller.agreed);
  if (!answer.ok) return complain(connection, sessionId, confirmed.memory, view, answer.flaw);
  return send(connection, device, sessionId, confirmed.memory, view, answer.message);
}

type Confirmed =
  | { readonly ok: true; readonly memory: TellerMemory }
  | { readonly ok: false; readonly flaw: Flaw }
  | { readonly ok: false; readonly asks: string };

/**
 * From the second round on: the list of certificates is the one whose code was read aloud. A phone that does not
 * remember asks again, since a server could have exchanged the list meanwhile.
 */
async function confirmCode(
  { group }: Device,
  view: CeremonyView,
  memory: TellerMemory,
  { agreed, confirmCode: ask, remember }: CeremonyTeller,
): Promise<Confirmed> {
  if (view.round === 'certificates') return { ok: true, memory };
  const list = readCertificates(group, view, memory.seed, agreed);
  if (!list.ok) return { ok: false, flaw: list.flaw };
  const code = spokenCode(list.list);
  const differs: Confirmed = { ok: false, flaw: { against: null, reason: 'spoken-code-differs' } };
  if (memory.confirmedCode === code) return { ok: true, memory };
  if (memory.confirmedCode !== null && view.round !== 'spoken-code') return differs;
  const answer = await ask(code);
  if (answer === 'later') return { ok: false, asks: code };
  if (!answer) return differs;
  const next = { ...memory, confirmedCode: code };
  await remember(next);
  return { ok: true, memory: next };
}

async function send(
  connection: Connection,
  device: Device,
  sessionId: SessionId,
  memory: TellerMemory,
  { run }: CeremonyView,
  message: RoundMessage,
): Promise<CeremonyStep> {
  const reply: Reply<typeof sendCeremonyMessage> = await untilAnswered<typeof sendCeremonyMessage>(device, () =>
    call(connection, sendCeremonyMessage, { params: { sessionId }, body: { run, message } }),
  );
  return reply.ok ? { kind: 'sent', memory, view: reply.value } : { kind: 'refused', memory, refusal: reply.refusal };
}

async function complain(
  connection: Connection,
  sessionId: SessionId,
  memory: TellerMemory,
  { run }: CeremonyView,
  flaw: Flaw,
): Promise<CeremonyStep> {
  const body = { run, against: flaw.against, reason: flaw.reason };
  const reply = await call(connection, complainInCeremony, { params: { sessionId }, body });
  return reply.ok ? { kind: 'complained', memory, flaw } : { kind: 'refused', memory, refusal: reply.refusal };
}

/** How often a teller's program looks while others act, and for how long: about an hour. */
const pause = 1500;
const looks = 2400;

/** Takes part in the ceremony until it is done, has failed, or was refused. */
export async function runCeremony(
  connection: Connection,
  device: Device,
  sessionId: SessionId,
  memory: TellerMemory,
  teller: CeremonyTeller,
): Promise<CeremonyStep> {
  let step = await takeCeremonyStep(connection, device, sessionId, memory, teller);
  for (let look = 1; look < looks && (step.kind === 'sent' || step.kind === 'waiting'); look++) {
    if (step.kind === 'waiting') await device.wait(pause);
    step = await takeCeremonyStep(connection, device, sessionId, step.memory, teller);
  }
  return step;
}
