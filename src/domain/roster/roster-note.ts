import type { LegacyText } from '../text/legacy-text.ts';
import type { LocalText } from '../text/local-text.ts';
import type { Spellings } from './spellings.ts';

export type RosterField =
  | 'committee'
  | 'fullName'
  | 'position'
  | 'order'
  | 'from'
  | 'to'
  | 'code'
  | 'birthYear'
  | CommitteeField;

/** What only a list of committees has. */
type CommitteeField = 'rank' | 'sector' | 'superior' | 'director' | 'successor';

export type RosterProblemCode =
  | 'no-header'
  | 'no-participants'
  | 'repeated-column'
  | 'no-people'
  | 'missing-value'
  | 'unknown-committee'
  | 'ambiguous-committee'
  | 'bad-text'
  | 'bad-name'
  | 'unprintable-letter'
  | 'own-name'
  | 'bad-order'
  | 'bad-date'
  | 'ends-before-it-begins'
  | 'bad-code'
  | 'code-of-another-name'
  | 'bad-birth-year'
  | 'another-birth-year'
  | 'second-seat'
  | 'no-sheet'
  | 'unknown-rank'
  | 'rank-ended'
  | 'same-committee'
  | 'superior-cycle'
  | 'superior-ended'
  | 'director-ended'
  | 'committee-ended'
  | 'committee-name-taken'
  | 'committee-code-taken'
  | 'date-in-future'
  | 'date-too-early'
  | 'begins-later'
  | `legacy-${LegacyText}`;

export type RosterWarningCode =
  | 'ignored-column'
  | 'same-name'
  | 'same-name-elsewhere'
  | 'same-name-as-known'
  | 'same-order'
  | 'code-added'
  | 'code-lost-zero'
  | 'same-code'
  | 'alike'
  | 'holds-a-seat'
  | 'known-birth-year'
  | 'birth-year-changed'
  | 'name-respelt'
  | 'kept-as-known'
  | 'seat-changed';

/** One thing to tell about one place in a file of people or committees; words are at the edge (contract/imports). */
export interface RosterNote<Code extends string = RosterProblemCode | RosterWarningCode> {
  readonly kind: 'roster';
  /** Of the worksheet; empty where it has none. */
  readonly worksheet: string;
  readonly line: number;
  /** As the file calls it; null where the file has no such column, empty where none is meant. */
  readonly column: string | null;
  readonly field: RosterField | null;
  readonly code: Code;
  /** What stands there, or with what it disagrees. */
  readonly text: string;
  /** Two names that look alike. */
  readonly spellings: Spellings | null;
  /** What may stand there, where it is a choice of few. */
  readonly choices: LocalText | null;
}

export type NotedAt = Pick<RosterNote, 'line' | 'column' | 'field'> & { readonly worksheet?: string };

/** More names than these a note never shows: what it quotes is cut. */
export const namesQuoted = 40;

export function rosterNote<Code extends RosterProblemCode | RosterWarningCode>(
  { worksheet = '', line, column, field }: NotedAt,
  code: Code,
  text = '',
  spellings: Spellings | null = null,
  choices: LocalText | null = null,
): RosterNote<Code> {
  return { kind: 'roster', worksheet, line, column, field, code, text, spellings, choices };
}
