import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { Unreadable } from './unreadable.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a part of a workbook is read by. Names are local: elements of other namespaces are never told. */
export interface XmlHandler {
  open?(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Transitional and strict spelling (ECMA-376 part 1, annex A). */
export const mainNamespaces = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];
export const relationshipNamespaces = ['http://schemas.openxmlformats.org/package/2006/relationships'];

/** Deeper than any part of a workbook nests. */
const deepest = 100;
/** Longer than a full cell with every character written as a reference. */
const longestToken = 1_000_000;

/**
 * Reads a part's XML as it comes, in memory that does not grow with it. Elements count where their name has the prefix
 * that the root declares for one of the namespaces. No document type is taken: its entities can multiply.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  namespaces: readonly string[],
  handler: XmlHandler,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let prefix: string | undefined;
  let depth = 0;
  let sinceToken = 0;
  const localName = (name: string): string | undefined => {
    if (prefix === undefined || !name.startsWith(prefix)) return undefined;
    const local = prefix === '' ? name : name.slice(prefix.length);
    return local.includes(':') ? undefined : local;
  };
  parser.on('error', () => {
    throw new Unreadable('not-a-spreadsheet');
  });
  parser.on('doctype', () => {
    throw new Unreadable('not-a-spreadsheet');
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceToken = 0;
    depth += 1;
    if (depth > deepest) throw new Unreadable('not-a-spreadsheet');
    if (depth === 1) prefix = prefixOf(attributes, namespaces);
    const local = localName(name);
    if (local !== undefined) handler.open?.(local, attributes);
  });
  const onText = (text: string) => {
    sinceToken = 0;
    handler.text?.(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => {
    sinceToken = 0;
    depth -= 1;
    const local = localName(name);
    if (local !== undefined) handler.close?.(local);
  });
  for await (const text of decode(pieces)) {
    sinceToken += text.length;
    parser.write(text);
    if (sinceToken > longestToken) throw new Unreadable('too-large');
  }
  parser.close();
}

/** With its colon; empty for a default namespace, undefined where the root declares none of these. */
function prefixOf(attributes: XmlAttributes, namespaces: readonly string[]): string | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    if (!namespaces.includes(value)) continue;
    if (name === 'xmlns') return '';
    if (name.startsWith('xmlns:')) return `${name.slice('xmlns:'.length)}:`;
  }
  return undefined;
}

/** UTF-8, or UTF-16 by its mark: a package knows no others (ECMA-376 part 2, 8.1.4). */
async function* decode(pieces: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    yield orUnreadable(decoder, piece);
  }
  if (decoder !== undefined) yield orUnreadable(decoder);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function orUnreadable(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw new Unreadable('not-a-spreadsheet');
  }
}

/** An XML boolean (XML Schema part 2, 3.2.2), and `on`, which old programs write. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
