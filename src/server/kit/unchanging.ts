/**
 * Marks a part of an answer as one that stays what it is, all the way down: as long as it is the same object it is looked
 * at and written once, however many read it (`compileSerializer`).
 */
export function unchanging<Part extends object>(part: Part): Part {
  return Object.freeze(part) as Part;
}
