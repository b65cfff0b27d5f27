import { withoutDiacritics } from '../text/search-key.ts';
import type { ClassifiedLine } from './classify-lines.ts';
import { type ListWarning, listNote } from './list-note.ts';

/** "Danh sách này có 25 đồng chí", "Cộng danh sách: 6 đại biểu", without diacritics; not "Trong đó nữ: 3 đồng chí". */
const stated =
  /^(?:an dinh )?(?:danh sach (?:nay |tren |nay tren )?(?:co|gom co|gom|bao gom)|(?:tong so|tong cong|tong|cong)(?: danh sach| chung| co| la| gom)*)(?: tong so| tong cong| tat ca| tong)?(?: la| co)? (\d{1,5}) (?:dong chi|nguoi|dai bieu|dang vien|uy vien|cap uy vien|can bo)\b/;

/** Lines below a list that count other people than were read, be it in the whole sheet, its last list or its last group. */
export function countNotes(worksheet: string, classified: readonly ClassifiedLine[]): ListWarning[] {
  const read = { all: 0, list: 0, group: 0 };
  return classified.flatMap(({ row, kind, text }): ListWarning[] => {
    if (kind === 'item') for (const part of ['all', 'list', 'group'] as const) read[part] += 1;
    if (kind === 'group') read.group = 0;
    if (kind === 'title' || kind === 'heading') Object.assign(read, { list: 0, group: 0 });
    if (kind !== 'total' && kind !== 'closing') return [];
    const said = stated.exec(withoutDiacritics(text.replace(/\([^()]*\)/g, ' ')))?.[1];
    if (said === undefined || Object.values(read).includes(Number(said))) return [];
    return [
      listNote({ worksheet, line: row.line }, 'count-differs', { text: `${Number(said)}`, texts: [`${read.list}`] }),
    ];
  });
}
