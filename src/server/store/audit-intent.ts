import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditNote, AuditObject } from '../../domain/audit.ts';

/** A note waiting for the change it is about. */
export interface AuditIntent {
  /** Completes what the note is about, before anything is written; several objects make a note each, and none make none. */
  about(...objects: readonly Partial<AuditObject>[]): void;
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
