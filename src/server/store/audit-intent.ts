import type { AuditNote, AuditObject } from '../../domain/audit.ts';

/**
 * Says what a change is about where that is not known before it begins, for example the id of a new account. Without
 * objects there is nothing to note; several make a note each.
 */
export type About = (...objects: readonly Partial<AuditObject>[]) => void;

/**
 * A note waiting for the change it is about: the first step that changes something in the store that was asked for with it
 * (`Store.noting`) keeps it in the same transaction, so that there is no change without its note.
 */
export interface AuditIntent {
  /** Completes what the note is about, before anything is written. */
  readonly about: About;
  notes(): readonly AuditNote[];
  /** Whether the note was kept together with a change. */
  isKept: boolean;
}

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
