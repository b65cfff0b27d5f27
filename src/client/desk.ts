import { castSheet } from '../contract/box/box.ts';
import type { SessionId } from '../domain/session/session.ts';
import { createBallot, type Marks, type SealedBallot } from '../protocol/ballot/create-ballot.ts';
import { encodeHint } from '../protocol/ballot/hint.ts';
import type { Election } from '../protocol/record/election.ts';
import { type Connection, call, type Reply } from './api.ts';
import type { Device } from './device.ts';
import { untilAnswered } from './until-answered.ts';

/** A sheet from the box, as the desk agreed on it. */
export interface KeyedSheet {
  /** Scanned or typed from the sheet. */
  readonly credential: string;
  readonly marks: Marks;
  /** The form's id of why the whole sheet is invalid; such a sheet is cast with every line unmarked. */
  readonly invalidReason: string | null;
}

export type SheetReply = Reply<typeof castSheet> | { readonly ok: false; readonly refusal: 'tracker-differs' };

/** Seals a keyed sheet under its own credential and casts it; nothing of it stays on the desk's device. */
export function castKeyedSheet(
  connection: Connection,
  device: Device,
  sessionId: SessionId,
  election: Election,
  sheet: KeyedSheet,
): Promise<SheetReply> {
  return castSealedSheet(connection, device, sessionId, sealSheet(device, election, sheet));
}

/** A sheet as it goes to the box. Neither marks nor credential can be read off it. */
export interface SealedSheet {
  readonly ballot: SealedBallot;
  readonly invalidReason: string | null;
}

/** Sealed once and resent as it is: sealed anew it would be another ballot of a sheet that was keyed already. */
export function sealSheet(
  device: Device,
  election: Election,
  { credential, marks, invalidReason }: KeyedSheet,
): SealedSheet {
  const counted = invalidReason === null ? marks : marks.map(() => undefined);
  return { ballot: createBallot(device.group, election, credential, counted, device.random), invalidReason };
}

/** Sends a sealed sheet until an answer comes or half a minute is over; it may then be sent again as it is. */
export async function castSealedSheet(
  connection: Connection,
  device: Pick<Device, 'wait'>,
  sessionId: SessionId,
  { ballot, invalidReason }: SealedSheet,
): Promise<SheetReply> {
  const { text, hint } = ballot;
  const body = { ballot: text, invalidReason, ...(hint && { hint: encodeHint(hint) }) };
  const reply = await untilAnswered<typeof castSheet>(device, () =>
    call(connection, castSheet, { params: { sessionId }, body }),
  );
  return reply.ok && reply.value.tracker !== ballot.tracker ? { ok: false, refusal: 'tracker-differs' } : reply;
}
