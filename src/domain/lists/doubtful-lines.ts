import type { ClassifiedLine, ItemFields } from './classify-lines.ts';
import type { Heading } from './find-heading.ts';
import { textOf } from './grid.ts';
import { footerMark, groupWords, isGroupTitle, isHeadingWords, isSigningTitle } from './line-marks.ts';
import type { ListField } from './list-field.ts';

/**
 * Lines that were taken for nobody's and may be somebody's all the same: they hold nothing that is read, or a name that
 * stands below the list without words that close or sign it, or a name alone that is counted like a group.
 */
export function doubtfulLines(
  heading: Heading,
  lines: readonly ClassifiedLine[],
  fields: ItemFields,
  named: (text: string) => string | undefined,
): ClassifiedLine[] {
  const shown = (field: ListField, { row }: ClassifiedLine) =>
    (heading.columns.get(field)?.indexes ?? [])
      .map((index) => textOf(row.cells[index]))
      .join(' ')
      .trim();
  let isClosed = false;
  return lines.filter((line) => {
    const name = shown(fields.name, line);
    switch (line.kind) {
      case 'item':
      case 'heading':
        isClosed = false;
        return false;
      case 'other':
        return true;
      case 'group':
        return fields.name === 'fullName' && isLikeAName(name) && named(line.text) === undefined;
      case 'total':
      case 'closing':
        isClosed = true;
        return false;
      case 'signature': {
        if (isClosed) return false;
        const isMarked = line.row.cells.some((cell) => isClearMark(textOf(cell)));
        const isWhole = /^l[uư]u /iu.test(name) && shown(fields.mate, line) !== '';
        isClosed = isMarked && !isWhole;
        return isWhole || (!isMarked && name !== '' && !isSigningTitle(name));
      }
      default:
        return false;
    }
  });
}

/** Whoever signs is the secretary, too: "BÍ THƯ" and "Thư ký" may be somebody's position, whose name is missing. */
function isClearMark(text: string): boolean {
  return footerMark(text) !== undefined && !/^(?:thư ký|thu ky|chủ trì|chu tri)$/iu.test(text);
}

function isLikeAName(text: string): boolean {
  const words = groupWords(text) ?? text;
  return /^\p{L}+ \p{L}/u.test(words) && !isGroupTitle(words) && !isHeadingWords(words);
}
