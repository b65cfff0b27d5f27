import type { Cell } from '../../domain/lists/worksheet.ts';

/** As many as a cell of a spreadsheet program holds. */
const longest = 32_767;
const shownOfUnreadable = 60;

/** No script that people write stacks more; composing longer runs takes time that grows with their square. */
const endlessMarks = /\p{M}{31}/u;
const marks = /\p{M}/gu;

/** What a text cell holds, composed; null where it is blank, an error where no text of any list looks like it. */
export function textCell(raw: string): Cell | null {
  if (raw.length > longest) return { kind: 'error', shown: beginning(raw), cause: 'too-long' };
  if (endlessMarks.test(raw)) return { kind: 'error', shown: beginning(raw), cause: 'too-many-marks' };
  const shown = raw.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n');
  return shown.trim() === '' ? null : { kind: 'text', shown };
}

/** Names the cell in a sentence, without what made it unreadable. */
function beginning(raw: string): string {
  return `${raw.slice(0, shownOfUnreadable).toWellFormed().replace(marks, '').trim()}…`;
}
