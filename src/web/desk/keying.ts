import type { Marks } from '../../protocol/ballot/create-ballot.ts';

/** A line as it was keyed: a level by its place on the ballot, or null where the line has no mark or several. */
export type MarkedLine = number | null;

/** What one person read off a sheet. */
export type SheetReading =
  | { readonly kind: 'lines'; readonly lines: readonly MarkedLine[] }
  /** The whole sheet is invalid, for this reason of the form. */
  | { readonly kind: 'invalid'; readonly reason: string };

/**
 * A sheet being keyed: by one person, handed over, by another who does not see what the first has keyed; where they
 * differ somebody else decides. Nothing of it is kept anywhere else.
 */
export type Keying =
  | { readonly step: 'first' | 'second'; readonly lines: readonly MarkedLine[]; readonly first: SheetReading | null }
  | { readonly step: 'hand-over'; readonly first: SheetReading }
  /** Both keyed lines, and not the same. `decided` grows to one entry for each of `places`. */
  | {
      readonly step: 'lines-differ';
      readonly lines: readonly MarkedLine[];
      readonly places: readonly number[];
      readonly decided: readonly MarkedLine[];
    }
  /** One found the whole sheet invalid and the other did not, or for another reason. */
  | { readonly step: 'validity-differs'; readonly reasons: readonly string[] }
  | { readonly step: 'agreed'; readonly reading: SheetReading };

/** What somebody does at the desk. */
export type Press =
  | { readonly kind: 'mark'; readonly line: MarkedLine }
  | { readonly kind: 'back' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'whole-invalid'; readonly reason: string }
  | { readonly kind: 'take-over' }
  /** The third person: the sheet is valid, both key it again. */
  | { readonly kind: 'valid-after-all' };

export const begun: Keying = { step: 'first', lines: [], first: null };

/** The sheet after a press; a press that means nothing now changes nothing. */
export function press(keying: Keying, pressed: Press, size: number): Keying {
  switch (keying.step) {
    case 'first':
    case 'second':
      return pressInEntry(keying, pressed, size);
    case 'hand-over':
      return pressed.kind === 'take-over' ? { step: 'second', lines: [], first: keying.first } : keying;
    case 'lines-differ':
      return pressed.kind === 'mark' || pressed.kind === 'back' ? decideLine(keying, pressed) : keying;
    case 'validity-differs':
      if (pressed.kind === 'valid-after-all') return begun;
      if (pressed.kind !== 'whole-invalid') return keying;
      return { step: 'agreed', reading: { kind: 'invalid', reason: pressed.reason } };
    case 'agreed':
      return keying;
  }
}

type Entry = Extract<Keying, { step: 'first' | 'second' }>;

function pressInEntry(entry: Entry, pressed: Press, size: number): Keying {
  const { lines } = entry;
  switch (pressed.kind) {
    case 'mark':
      return lines.length < size ? { ...entry, lines: [...lines, pressed.line] } : entry;
    case 'back':
      return { ...entry, lines: lines.slice(0, -1) };
    case 'finish':
      return lines.length === size ? finish(entry, { kind: 'lines', lines }) : entry;
    case 'whole-invalid':
      return finish(entry, { kind: 'invalid', reason: pressed.reason });
    default:
      return entry;
  }
}

function finish({ first }: Entry, reading: SheetReading): Keying {
  return first === null ? { step: 'hand-over', first: reading } : compare(first, reading);
}

function compare(first: SheetReading, second: SheetReading): Keying {
  if (first.kind === 'lines' && second.kind === 'lines') {
    const places = first.lines.flatMap((line, place) => (line === second.lines[place] ? [] : [place]));
    if (places.length === 0) return { step: 'agreed', reading: first };
    return { step: 'lines-differ', lines: first.lines, places, decided: [] };
  }
  if (first.kind === 'invalid' && second.kind === 'invalid' && first.reason === second.reason) {
    return { step: 'agreed', reading: first };
  }
  const reasons = [first, second].flatMap((reading) => (reading.kind === 'invalid' ? [reading.reason] : []));
  return { step: 'validity-differs', reasons };
}

type Differing = Extract<Keying, { step: 'lines-differ' }>;

function decideLine(differing: Differing, pressed: Extract<Press, { kind: 'mark' | 'back' }>): Keying {
  const { lines, places, decided } = differing;
  if (pressed.kind === 'back') return { ...differing, decided: decided.slice(0, -1) };
  const all = [...decided, pressed.line];
  if (all.length < places.length) return { ...differing, decided: all };
  const settled = lines.map((line, place) => {
    const at = places.indexOf(place);
    return at < 0 ? line : (all[at] ?? null);
  });
  return { step: 'agreed', reading: { kind: 'lines', lines: settled } };
}

/** The marks that are sealed for a reading; a wholly invalid sheet is cast with every line unmarked. */
export function marksOf(reading: SheetReading, size: number): Marks {
  if (reading.kind === 'invalid') return Array.from({ length: size }, () => undefined);
  return reading.lines.map((line) => line ?? undefined);
}

/** The line that is asked for now, from 0; undefined where none is. */
export function placeAsked(keying: Keying, size: number): number | undefined {
  if (keying.step === 'lines-differ') return keying.places[keying.decided.length];
  if (keying.step !== 'first' && keying.step !== 'second') return undefined;
  return keying.lines.length < size ? keying.lines.length : undefined;
}

/** The press that a key of the keyboard stands for: 1 to the number of levels, 0 for no mark or several. */
export function pressOfKey(key: string, levels: number): Press | undefined {
  if (key === 'Backspace') return { kind: 'back' };
  if (key === 'Enter') return { kind: 'finish' };
  if (!/^\d$/.test(key) || Number(key) > levels) return undefined;
  return { kind: 'mark', line: key === '0' ? null : Number(key) - 1 };
}
