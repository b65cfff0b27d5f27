import type * as z from 'zod/mini';
import { type Connection, call } from '../../client/api.ts';
import { parsePaperCode } from '../../client/voting-link.ts';
import { readSheet } from '../../contract/box/box.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { nobleGroup } from '../../protocol/arithmetic/noble-group.ts';
import { isCredential, publicCredential } from '../../protocol/ballot/credential.ts';
import type { Failure } from '../shared/fetch/answer.ts';
import { noteAnswer } from '../shared/frame/account.ts';

type SheetState = z.infer<(typeof readSheet.replies)[200]>;

/** A sheet in somebody's hand. The credential stays in this page until the sheet is cast or put aside. */
export interface ScannedSheet {
  readonly credential: string;
  readonly publicCredential: string;
  readonly state: SheetState;
}

export type Scan =
  | { readonly kind: 'sheet'; readonly sheet: ScannedSheet }
  /** It is no code of a paper. */
  | { readonly kind: 'no-code' }
  /** Of another vote. */
  | { readonly kind: 'other-session' }
  /** Of a paper that the tellers never issued. */
  | { readonly kind: 'not-issued' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Finds out what is known of a sheet from its QR code or the credential printed on it. */
export async function scanSheet(connection: Connection, sessionId: SessionId, text: string): Promise<Scan> {
  const link = parsePaperCode(text);
  if (link !== undefined && link.sessionId !== sessionId) return { kind: 'other-session' };
  const credential = link?.credential ?? text.trim();
  if (!isCredential(credential)) return { kind: 'no-code' };
  const half = publicCredential(nobleGroup, sessionId, credential);
  const reply = noteAnswer(await call(connection, readSheet, { params: { sessionId, credential: half } }));
  if (reply.ok) return { kind: 'sheet', sheet: { credential, publicCredential: half, state: reply.value } };
  if (reply.refusal === 'unknown-paper') return { kind: 'not-issued' };
  return { kind: 'failed', failure: reply };
}
