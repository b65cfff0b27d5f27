import { castSheet } from '../contract/box.ts';
import type { SessionId } from '../domain/session/session.ts';
import type { Marks } from '../protocol/create-ballot.ts';
import type { Election } from '../protocol/election.ts';
import { type Connection, call, type Reply } from './api.ts';
import type { Device } from './device.ts';
import { sealBallot } from './sealing.ts';
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
export async function castKeyedSheet(
  connection: Connection,
  device: Device,
  sessionId: SessionId,
  election: Election,
  { credential, marks, invalidReason }: KeyedSheet,
): Promise<SheetReply> {
  const counted = invalidReason === null ? marks : marks.map(() => undefined);
  const ballot = sealBallot(device, election, credential, counted);
  // Sealed once and resent as it is: sealed anew it would be another ballot of a sheet that was keyed already.
  const reply = await untilAnswered<typeof castSheet>(device, () =>
    call(connection, castSheet, { params: { sessionId }, body: { ballot: ballot.text, invalidReason } }),
  );
  return reply.ok && reply.value.tracker !== ballot.tracker ? { ok: false, refusal: 'tracker-differs' } : reply;
}
