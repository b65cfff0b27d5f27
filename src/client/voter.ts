import { bytesToHex } from '@noble/hashes/utils.js';
import { castBallot, readBallotPage } from '../contract/box/box.ts';
import { registerPhonePaper } from '../contract/papers/papers.ts';
import { reportPhone } from '../contract/session/phone-test.ts';
import type { SessionId } from '../domain/session/session.ts';
import type { SealedBallot } from '../protocol/ballot/create-ballot.ts';
import { createCredential, publicCredential } from '../protocol/ballot/credential.ts';
import { encodeHint } from '../protocol/ballot/hint.ts';
import { type Connection, call, type Reply } from './api.ts';
import type { Device } from './device.ts';
import { untilAnswered } from './until-answered.ts';
import type { VotingLink } from './voting-link.ts';

/** Opens form and dossiers for the holder of a paper. The read key is the session's, so that no paper shows itself. */
export function openBallotPage(connection: Connection, sessionId: SessionId): Promise<Reply<typeof readBallotPage>> {
  return call(connection, readBallotPage, { params: { sessionId } });
}

/** Says that this device has opened the address to which papers lead: by the console's code, or by a paper's link. */
export function sayPhoneCame(
  connection: Connection,
  sessionId: SessionId,
  by: 'test' | 'paper',
): Promise<Reply<typeof reportPhone>> {
  return call(connection, reportPhone, { params: { sessionId }, body: { by } });
}

/** A new recast key: made at the first cast and kept on this phone, so that only this phone can cast again. */
export function createRecastKey(random: Device['random']): string {
  return bytesToHex(random(16));
}

/** A ballot as it is sent: its hint in bytes as sealing gives it, or as the text that goes along. */
export interface BallotToCast extends Pick<SealedBallot, 'text' | 'tracker'> {
  readonly hint?: Uint8Array | string | undefined;
}

export type CastReply = Reply<typeof castBallot> | { readonly ok: false; readonly refusal: 'tracker-differs' };

/** Pauses that a phone keeps before it gives up: some minutes. More are asked of nobody who casts one at a time. */
const maxPauses = 20;

export interface CastOptions {
  /** Told how many seconds there are to wait, each time that the paper has just voted. */
  readonly pausing?: (seconds: number) => void;
  /** Whether to go on, however long no answer comes that says something; by default some minutes. */
  readonly endless?: () => boolean;
}

/**
 * Casts a sealed ballot and resends the very same one until it is acknowledged, after the pause that is asked of a
 * paper which has just voted. The tracker is the phone's own: an answer with another one is no acknowledgement of this
 * ballot.
 */
export async function castUntilAcknowledged(
  connection: Connection,
  device: Pick<Device, 'wait'>,
  sessionId: SessionId,
  ballot: BallotToCast,
  recastKey: string,
  { pausing = () => {}, endless = () => false }: CastOptions = {},
): Promise<CastReply> {
  const { text, hint } = ballot;
  const body = { ballot: text, recastKey, ...(hint && { hint: typeof hint === 'string' ? hint : encodeHint(hint) }) };
  const once = () => call(connection, castBallot, { params: { sessionId }, body });
  const send = () => untilAnswered<typeof castBallot>(device, once, endless);
  let reply = await send();
  for (let pauses = 0; !reply.ok && reply.refusal === 'recast-pause'; pauses += 1) {
    if (pauses >= maxPauses && !endless()) break;
    const seconds = reply.problem?.retryAfter ?? 1;
    pausing(seconds);
    await device.wait(seconds * 1000);
    reply = await send();
  }
  return reply.ok && reply.value.tracker !== ballot.tracker ? { ok: false, refusal: 'tracker-differs' } : reply;
}

export type PhonePaper =
  | { readonly ok: true; readonly link: VotingLink }
  | Extract<Reply<typeof registerPhonePaper>, { ok: false }>;

/**
 * Receives a signed-in voter's paper on their own phone: the credential is made here and stays here, the server gets
 * its public half.
 * @param credential an earlier one of this phone whose registration was not answered, to try again with
 */
export async function receivePhonePaper(
  connection: Connection,
  { group, random, wait }: Device,
  sessionId: SessionId,
  credential: string = createCredential(random),
): Promise<PhonePaper> {
  const half = publicCredential(group, sessionId, credential);
  const reply = await untilAnswered<typeof registerPhonePaper>({ wait }, () =>
    call(connection, registerPhonePaper, { params: { sessionId }, body: { credential: half } }),
  );
  return reply.ok ? { ok: true, link: { ...reply.value, sessionId, credential } } : reply;
}
