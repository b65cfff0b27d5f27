import type { BallotPage } from '../../client/sealing.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';

/** A level by its id, or `null` for a subject that is left unmarked on purpose. */
export type Mark = string | null;
/** By subject; who is not in it has not been decided about. */
export type Marking = ReadonlyMap<string, Mark>;

/** Of a marking, what the page still asks: subjects can be struck and forms corrected before opening. */
export function fitting(marking: Marking, { subjects, form }: BallotPage): Marking {
  const levels = new Set(form.levels.map(({ id }) => id));
  return new Map(
    subjects.flatMap(({ id }): [string, Mark][] => {
      const mark = marking.get(id);
      return mark === undefined || (mark !== null && !levels.has(mark)) ? [] : [[id, mark]];
    }),
  );
}

/** What is sealed: not decided and left unmarked are the same in the box. */
export function marksOf(marking: Marking, { subjects, form }: BallotPage): Marks {
  return subjects.map(({ id }) => {
    const level = form.levels.findIndex((one) => one.id === marking.get(id));
    return level === -1 ? undefined : level;
  });
}

export function writeMarking(marking: Marking): string {
  return JSON.stringify([...marking]);
}

/** Nothing for a text that is no marking. */
export function readMarking(text: string | undefined): Marking {
  try {
    const entries: unknown = JSON.parse(text ?? '[]');
    return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
  } catch {
    return new Map();
  }
}

function isEntry(value: unknown): value is [string, Mark] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [subject, mark] = value;
  return typeof subject === 'string' && (mark === null || typeof mark === 'string');
}
