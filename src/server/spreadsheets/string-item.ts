import type { Cell } from '../../domain/lists/worksheet.ts';
import { textCell } from './cell-text.ts';

/** More than a cell holds, with every character escaped. */
const longestText = 250_000;
const escaped = /_x([0-9a-f]{4})_/gi;

/** A string as workbooks write it, in one piece or in several that look differently; how to say it is left out. */
export class StringItem {
  #text = '';
  #isText = false;
  #phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    if (name === 't') this.#isText = this.#phonetic === 0;
  }

  text(text: string): void {
    if (this.#isText && this.#text.length < longestText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    if (name === 't') this.#isText = false;
  }

  cell(): Cell | null {
    return textCell(unescaped(this.#text));
  }
}

/** Characters that XML cannot hold are written as their codes (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
