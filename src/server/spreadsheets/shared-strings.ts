import type { Cell } from '../../domain/lists/worksheet.ts';
import { StringItem } from './string-item.ts';
import { Unreadable } from './unreadable.ts';
import { mainNamespaces, readXml } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

/** Texts that cells name by their numbers; each is one value however often it is named. */
export async function readSharedStrings(
  zip: ZipParts,
  path: string | undefined,
  limit: number,
): Promise<readonly (Cell | null)[]> {
  const pieces = path === undefined ? undefined : zip.read(path);
  const strings: (Cell | null)[] = [];
  if (pieces === undefined) return strings;
  let item: StringItem | undefined;
  await readXml(pieces, mainNamespaces, {
    open(name) {
      if (name === 'si') item = new StringItem();
      else item?.open(name);
    },
    text(text) {
      item?.text(text);
    },
    close(name) {
      if (name !== 'si') return item?.close(name);
      if (strings.length >= limit) throw new Unreadable('too-large');
      strings.push(item?.cell() ?? null);
      item = undefined;
    },
  });
  return strings;
}
