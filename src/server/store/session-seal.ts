import { hash } from 'node:crypto';
import type { Paper } from '../../domain/session/paper.ts';
import type { SessionState } from '../../domain/session/session.ts';
import type { StoredDocument } from './document-store.ts';

/**
 * Digests of everything that a store keeps of a session beside its record, each of what one kind of step writes. They
 * are written in the transaction of the change and compared whenever a session is loaded, so that what was altered
 * beside the service is not served. Links from voters to phone papers are in none: a digest could be searched for them
 * after they were erased.
 */
export interface SessionSeal {
  /** What the session is found by. */
  readonly columns: string;
  readonly body: string;
  readonly papers: string;
  readonly documents: string;
  /** Null until it is published. */
  readonly result: string | null;
}

/** From here on no ballot comes and no paper changes hands, so that the audit log may carry the seal of each step. */
const shutStates: readonly SessionState[] = ['closed', 'tallied', 'published', 'cancelled', 'unopenable'];

export function isShut(state: SessionState): boolean {
  return shutStates.includes(state);
}

export function columnsDigest(columns: readonly (string | number | boolean | null)[]): string {
  return digestOf('columns', JSON.stringify(columns));
}

export function bodyDigest(body: string): string {
  return digestOf('body', body);
}

export function resultDigest(result: string): string {
  return digestOf('result', result);
}

export interface SealedPaper extends Pick<Paper, 'credential' | 'channel' | 'fate' | 'votedBy'> {
  readonly printRunId: string | null;
}

/** Until the box is shut without what casting changes: the record says which papers have voted. */
export function papersDigest(state: SessionState, papers: Iterable<SealedPaper>): string {
  const rows = [...papers].map((paper) => fieldsOf(state, paper).join(' '));
  return digestOf('papers', rows.sort().join('\n'));
}

/** Whether two papers are the same to the seal. */
export function isSealedAlike(state: SessionState, one: SealedPaper, other: SealedPaper): boolean {
  return fieldsOf(state, one).join(' ') === fieldsOf(state, other).join(' ');
}

function fieldsOf(state: SessionState, { credential, channel, printRunId, fate, votedBy }: SealedPaper) {
  return [credential, channel ?? '-', printRunId ?? '-', fate, ...(isShut(state) ? [votedBy ?? '-'] : [])];
}

/** Of one document, without its bytes. */
export function documentDigest({ sessionId, id, kind, subjectId, title }: StoredDocument, bytesHash: string): string {
  return digestOf('document', JSON.stringify([sessionId, id, kind, subjectId, title, bytesHash]));
}

/** Of all documents of a session, by the digests of each. */
export function documentsDigest(digests: readonly string[]): string {
  return digestOf('documents', [...digests].sort().join('\n'));
}

/** One hash for all of it and for the end of its record, as the audit log carries it. */
export function wholeSeal({ columns, body, papers, documents, result }: SessionSeal, head: string | null): string {
  return hash('sha256', `phieu session|${JSON.stringify([columns, body, papers, documents, result, head])}`, 'hex');
}

/** The entry of the audit log that carries a session's seal. */
export interface LoggedSeal {
  readonly number: number;
  readonly seal: string | null;
}

/** What the audit log carries of a session's last step, and where its record ends; null where there is none. */
interface Logged {
  readonly entry: LoggedSeal | undefined;
  readonly head: string | null;
}

/** Why the seal is not the one that the audit log carries of the last step, if so; of a session whose box is shut. */
export function unloggedIn({ entry, head }: Logged, seal: SessionSeal): string | undefined {
  if (entry === undefined || entry.seal === wholeSeal(seal, head)) return undefined;
  return `it is not what entry ${entry.number} of the audit log was made with`;
}

function digestOf(kind: string, text: string): string {
  return hash('sha256', `phieu session ${kind}|${text}`, 'base64url');
}
