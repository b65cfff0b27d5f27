import { codeKey, withoutLeadingZeros } from '../text/code-key.ts';
import { textKey } from '../text/text-key.ts';

/**
 * Tells where a code seems to have lost its leading zeros: the same name stands elsewhere with the same digits and
 * another number of zeros before them.
 */
export class LostZeros {
  readonly #codes = new Map<string, string[]>();

  constructor(known: Iterable<{ readonly name: string; readonly code?: string | null }>) {
    for (const { name, code } of known) if (code != null) this.add(name, code);
  }

  add(name: string, code: string): void {
    const key = keyOf(name, code);
    if (key === undefined) return;
    const codes = this.#codes.get(key);
    if (codes === undefined) this.#codes.set(key, [code]);
    else codes.push(code);
  }

  /** The code that may be meant; undefined where this very one is known, or none is like it. */
  otherThan(name: string, code: string): string | undefined {
    const key = keyOf(name, code);
    const codes = (key !== undefined && this.#codes.get(key)) || [];
    return codes.some((one) => codeKey(one) === codeKey(code)) ? undefined : codes[0];
  }
}

/** Undefined for a code that is not of digits alone: no program takes it for a number. */
function keyOf(name: string, code: string): string | undefined {
  const key = codeKey(code);
  return /^\d+$/.test(key) ? `${withoutLeadingZeros(key)}|${textKey(name)}` : undefined;
}
