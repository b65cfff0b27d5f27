import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditNote, AuditObject } from '../../domain/audit.ts';

/**
 * Says what a change is about where that is not known before it begins, for example the id of a new account. Without
 * objects there is nothing to note; several make a note each.
 */
export type About = (...objects: readonly Partial<AuditObject>[]) => void;

/** A note waiting for the change it is about. */
export interface AuditIntent {
  /** Completes what the note is about, before anything is written. */
  readonly about: About;
  notes(): readonly AuditNote[];
  /** Whether the note was kept together with a change. */
  isKept: boolean;
}

const intents = new AsyncLocalStorage<AuditIntent | undefined>();

export function auditIntent(note: AuditNote): AuditIntent {
  let notes: readonly AuditNote[] = [note];
  return {
    isKept: false,
    notes: () => notes,
    about: (...objects) => {
      notes = objects.map((object) => ({ ...note, ...object }));
    },
  };
}

/**
 * Runs `act`; the first step of a store in it that changes something keeps the note in the same transaction, so that
 * there is no change without its note.
 */
export function withAuditIntent<Value>(intent: AuditIntent, act: () => Promise<Value>): Promise<Value> {
  return intents.run(intent, act);
}

/** Runs `act` apart: what it changes is nothing that somebody's note is about. */
export function withoutAuditIntent<Value>(act: () => Promise<Value>): Promise<Value> {
  return intents.run(undefined, act);
}

/** The note that the next change has to keep, if there is one. */
export function pendingIntent(): AuditIntent | undefined {
  const intent = intents.getStore();
  return intent?.isKept ? undefined : intent;
}
