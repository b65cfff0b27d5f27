import type { ComponentChildren } from 'preact';
import type { ListNoteView, ListReadingView } from '../../../contract/imports/list-notes.ts';
import type { Capitals } from '../../../domain/lists/line-people.ts';
import type { ListKind } from '../../../domain/lists/list-templates.ts';
import type { Answer, Failure } from '../fetch/answer.ts';
import type { ListBytes } from './list-source.tsx';
import type { Previewed } from './use-preview.ts';

/** What every preview says of how the list was read. */
export interface Reading {
  readonly reading: ListReadingView;
  readonly warnings: readonly ListNoteView[];
  readonly warningCount: number;
}

export interface ImportProps<Seen> {
  readonly list: ListKind;
  /** Whose list it is: its draft on the device is told apart from others by that. */
  readonly of: string;
  /** Of the field for the file. */
  readonly label: string;
  readonly hint?: string;
  readonly pasteHint?: string;
  /** Fields that say how the list is to be taken, and everything that they hold: a change asks for another preview. */
  readonly fields?: ComponentChildren;
  readonly given?: string;
  /** Stands in another form: no form of its own. */
  readonly isPart?: boolean;
  /** A file is read as soon as it is chosen. */
  readonly isEager?: boolean;
  readonly heading?: 'h2' | 'h3';
  /** Why what was previewed was not entered. */
  readonly failure?: Failure | undefined;
  /** Reads the list and keeps nothing. */
  read(body: ListBytes, capitals: Capitals): Promise<Answer<Seen>>;
  /** Something else was chosen, or is to be read. */
  onChange?(): void;
  /** What would be entered, and the button that enters exactly this. */
  children(shown: Shown<Seen>): ComponentChildren;
}

export interface Shown<Seen> {
  readonly previewed: Previewed<Seen>;
  /** It is being read anew. */
  readonly busy: boolean;
  /** The preview holds no longer. */
  clear(): void;
  /** It was entered: the fields are emptied. */
  finish(): void;
}
