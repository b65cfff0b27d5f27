import { rememberedKeys, textKey } from './text-key.ts';

/** What people put between the groups of a code, and what a spreadsheet may put in its place. */
const separators = /[\s./_\\·,-]+/gu;
const betweenDigits = /(?<=\d)[\s./_\\·,-]+(?=\d)/gu;

/**
 * Makes two codes equal that are the same however they are typed: "079 123-456", "079.123.456" and digits of full width
 * are "079123456". Leading zeros count.
 */
export function codeKey(code: string): string {
  const key = textKey(code.normalize('NFKC'));
  return key.replace(separators, '') || key;
}

/** The same for one piece of work, in which codes come again and again: each is made once. */
export function rememberedCodeKeys(): (code: string) => string {
  return rememberedKeys(codeKey);
}

/** The same digits as a spreadsheet keeps them that takes a code for a number. */
export function withoutLeadingZeros(key: string): string {
  return /^\d+$/.test(key) ? key.replace(/^0+(?=\d)/, '') : key;
}

/**
 * Finds by committees' codes. In them groups of digits may be steps: 1.11 and 11.1 are two committees, and so a code
 * that is typed without separators is any of those, one that has them elsewhere is another.
 */
export class CommitteeCodes<Value> {
  readonly #byGroups = new Map<string, Value[]>();
  readonly #byBare = new Map<string, { readonly groups: string; readonly value: Value }[]>();

  add(code: string, value: Value): void {
    const { groups, bare } = keysOf(code);
    addTo(this.#byGroups, groups, value);
    addTo(this.#byBare, bare, { groups, value });
  }

  /** Those that are written so; otherwise those that a separator alone tells from it. */
  find(code: string): readonly Value[] {
    const { groups } = keysOf(code);
    return this.#byGroups.get(groups) ?? this.alike(code);
  }

  /** All that cannot stand beside this code. */
  alike(code: string): readonly Value[] {
    const { groups, bare } = keysOf(code);
    const isAlike = (own: string) => own === groups || groups === bare || own === bare;
    return (this.#byBare.get(bare) ?? []).filter((one) => isAlike(one.groups)).map(({ value }) => value);
  }
}

function keysOf(code: string): { readonly groups: string; readonly bare: string } {
  const grouped = textKey(code.normalize('NFKC')).replace(betweenDigits, '\u0000');
  return { groups: grouped.replace(separators, '').replaceAll('\u0000', '.') || grouped, bare: codeKey(code) };
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
