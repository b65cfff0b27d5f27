import { isPersonName } from '../roster/person.ts';
import { cleanText } from '../roster/roster-line.ts';
import { hasUnseen } from '../text/unseen-characters.ts';
import { type Complain, readText } from './list-cells.ts';
import { type ListWarning, type ListWarningCode, listNote } from './list-note.ts';
import { holdsTwoNames, isAddressed, isNameInCapitals, takeName, writtenUsually } from './names.ts';
import type { ListLine } from './read-worksheet.ts';

/** Whether names that stand in capitals are kept so or written the usual way. */
export type Capitals = 'keep' | 'usual';

export interface NamedPerson {
  readonly name: string;
  /** Where it stands beside the name: "Nguyễn Văn A (1975)". */
  readonly birthYear: number | null;
}

/** Reads names, and remembers for one note of each kind what was taken off them or changed. */
export class NameReader {
  readonly #capitals: Capitals;
  /** Most of the list's names have "Ông" or "Bà" before them. */
  readonly #isAddressing: boolean;
  readonly #seen = new Map<ListWarningCode, Map<string, { lines: number[]; texts: string[] }>>();

  constructor(capitals: Capitals, lines: readonly ListLine[]) {
    this.#capitals = capitals;
    const texts = lines.map(({ cells }) => cleanText(cells.get('fullName')?.shown ?? null));
    const addressed = texts.filter(isAddressed);
    // Several of the family Ông are no list that addresses people.
    const isCertain = addressed.some((text) => takeName(text).honorific === 'taken-off');
    this.#isAddressing = isCertain && addressed.length >= 2 && addressed.length * 2 >= lines.length;
  }

  read({ worksheet, line, cells }: ListLine, complain: Complain): NamedPerson | undefined {
    const text = readText(cells.get('fullName') ?? null, 'fullName', complain);
    if (text === undefined) return undefined;
    if (holdsTwoNames(cells.get('fullName')?.shown ?? '')) return complain('fullName', 'two-names', text);
    const { name, birthYear, isNumbered, honorific } = takeName(text, this.#isAddressing);
    if (!isPersonName(name)) return complain('fullName', 'bad-name', text);
    const see = (code: ListWarningCode, what: string) => this.#see(code, worksheet, line, what);
    if ([...cells.values()].some((cell) => hasUnseen(cell?.shown ?? ''))) see('unseen-taken-off', name);
    if (isNumbered) see('number-taken-off', text);
    if (honorific !== 'none') see(honorific === 'kept' ? 'honorific-kept' : 'honorific-taken-off', text);
    if (birthYear !== null) see('birth-year-of-name', text);
    if (!isNameInCapitals(name)) return { name, birthYear };
    const usual = writtenUsually(name);
    see(this.#capitals === 'usual' ? 'name-written-usually' : 'name-in-capitals', `${name} → ${usual}`);
    return { name: this.#capitals === 'usual' ? usual : name, birthYear };
  }

  /** One for each kind and worksheet. */
  warnings(): ListWarning[] {
    return [...this.#seen].flatMap(([code, worksheets]) =>
      [...worksheets].map(([worksheet, { lines, texts }]) =>
        listNote({ worksheet, field: 'fullName' }, code, { lines, texts }),
      ),
    );
  }

  #see(code: ListWarningCode, worksheet: string, line: number, text: string): void {
    const worksheets = this.#seen.get(code) ?? new Map<string, { lines: number[]; texts: string[] }>();
    this.#seen.set(code, worksheets);
    const seen = worksheets.get(worksheet) ?? { lines: [], texts: [] };
    worksheets.set(worksheet, seen);
    seen.lines.push(line);
    if (seen.texts.length < 3) seen.texts.push(text);
  }
}
