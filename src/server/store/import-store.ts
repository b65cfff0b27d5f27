import type { Instant } from '../../domain/instant.ts';
import type { ImportId } from '../../domain/roster/import-id.ts';
import type { ImportImage, ImportPlace, ListedImport } from '../../domain/roster/kept-import.ts';
import type { KnownOfImport, RestoredDelegates, RestoredRoster } from '../../domain/roster/known-of-import.ts';

/** An import with what it replaced; null when that is no longer kept. */
export interface FoundImport {
  readonly known: KnownOfImport;
  readonly image: ImportImage | null;
}

/** What taking an import back leaves behind; `restored` null: it was taken back before, and nothing is written. */
export type TakeBackDecision =
  | {
      readonly ok: true;
      readonly restored: RestoredRoster | RestoredDelegates | null;
      readonly takenBack: NonNullable<ListedImport['takenBack']>;
    }
  | { readonly ok: false };

/** Imports, kept by the step that imported (docs/decisions/taking-imports-back.md). */
export interface ImportStore {
  /** Newest first. */
  list(place: ImportPlace, limit: number): Promise<readonly ListedImport[]>;
  /** Looks at an import and all that was built on it, of one moment; changes nothing. */
  look<Value>(id: ImportId, read: (found: FoundImport | undefined) => Value): Promise<Value>;
  /**
   * One atomic step: loads what the import itself says (domain/roster/import-load.ts), lets the decision look at it, then what it restores is written
   * and what the import had replaced is forgotten. A row that others still refer to is a bug: it throws and keeps all.
   */
  takeBack<Result extends TakeBackDecision>(
    id: ImportId,
    decide: (found: FoundImport | undefined) => Result,
  ): Promise<Result>;
  /** Forgets what imports before that instant replaced. */
  forgetBefore(at: Instant): Promise<void>;
}
