import { codeKey } from '../text/code-key.ts';
import { textKey } from '../text/text-key.ts';

/** What tells people apart whom a list may name only. */
export interface Named {
  /** Null or missing for somebody known by name only. */
  readonly personId?: string | null;
  readonly name: string;
  readonly position: string;
  /** A personal code; null or missing where none is known. */
  readonly code?: string | null;
  readonly birthYear?: number | null;
}

type Loosely<Value> = { readonly [Key in keyof Value]?: Value[Key] | undefined };

/** The parts of it that are known, to be kept beside a name. */
export function knownParts({ code, birthYear }: Loosely<Pick<Named, 'code' | 'birthYear'>>) {
  return { ...(code == null ? {} : { code }), ...(birthYear == null ? {} : { birthYear }) };
}

/** Whether codes, years of birth or what the service knows say that they are two, whatever they are called. */
export function areToldApart(one: Named, other: Named): boolean {
  if (one.personId != null && other.personId != null) return one.personId !== other.personId;
  if (one.code != null && other.code != null) return codeKey(one.code) !== codeKey(other.code);
  return one.birthYear != null && other.birthYear != null && one.birthYear !== other.birthYear;
}

/**
 * Whether they may be one: known as the same, of the same code, or of one name and position with nothing that tells
 * them apart. A name alone ties nobody to anybody.
 */
export function mayBeSame(one: Named, other: Named): boolean {
  if (areToldApart(one, other)) return false;
  if (one.personId != null && other.personId != null) return true;
  if (one.code != null && other.code != null) return true;
  return nameAndPosition(one) === nameAndPosition(other);
}

/** Equal for people of one name and position. */
export function nameAndPosition({ name, position }: Pick<Named, 'name' | 'position'>): string {
  return `${textKey(name)}|${textKey(position)}`;
}
