/**
 * What Word, spreadsheets and chat programs leave between letters and nobody sees: soft hyphen, zero-width space,
 * (non-)joiner, word joiner, marks of direction, byte order mark. Taken off, nothing that was meant is lost.
 */
const unseen = /[\u00ad\u061c\u200b-\u200f\u2060\ufeff]/g;

/** Blanks of other widths, those that do not break, and what parts lines and paragraphs. */
const otherBlanks = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

/**
 * Characters that steer how others are shown (direction, variation, tags), that show nothing, that mean something to one
 * machine only, or that are none: in a name they are there to deceive or by accident.
 */
const steering = /[\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u;

/** Without what nobody sees; every blank is the usual one. What was taken off may be said. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '').replace(otherBlanks, ' ');
}

/** The same for a text of several lines: what parts lines and paragraphs parts them still. */
export function withoutUnseenInLines(text: string): string {
  return withoutUnseen(text.replace(/[\u2028\u2029]/g, '\n'));
}

/** Whether something stands in the text that `withoutUnseen` takes off; blanks of other widths are no such thing. */
export function hasUnseen(text: string): boolean {
  return text.search(unseen) >= 0;
}

/** The first character that no name may hold, once what nobody sees was taken off. */
export function findSteering(text: string): string | undefined {
  return steering.exec(text)?.[0];
}

/** `U+202E`: how a character is named that cannot be shown. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * More combining marks in a row stand in no text (UAX 15, stream-safe text format), and composing takes a time that is
 * quadratic in the run: looked for before anything is composed.
 */
const mostMarks = 30;

export function hasLongMarkRun(text: string): boolean {
  // Run by run: an expression that counts would begin anew at each mark.
  const runs = /\p{M}+/gu;
  for (let run = runs.exec(text); run !== null; run = runs.exec(text)) {
    if (run[0].length > mostMarks && [...run[0].slice(0, 2 * mostMarks + 2)].length > mostMarks) return true;
  }
  return false;
}
