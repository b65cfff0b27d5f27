import type { z } from 'zod';
import type { ReviewView, writeReview } from '../../contract/half-term.ts';
import type { ResolutionTarget } from '../../domain/half-term/target.ts';
import { readTargetNumber } from '../../domain/half-term/target-number.ts';

/** A weakness with what belongs to it, one cause and one remedy on a line. */
interface WrittenWeakness {
  readonly id: string;
  readonly text: string;
  readonly causes: string;
  readonly remedies: string;
}

interface WrittenGroup {
  /** Tells groups apart while they are written. */
  readonly key: number;
  readonly name: string;
  readonly chair: string;
  readonly notes: string;
}

interface Numbers {
  readonly summoned: number | undefined;
  readonly present: number | undefined;
}

/** A review as it stands in the form. */
export interface WrittenReview {
  readonly sessionId: string;
  readonly targets: readonly ResolutionTarget[];
  readonly weaknesses: readonly WrittenWeakness[];
  readonly groups: readonly WrittenGroup[];
  readonly halfTerm: Numbers;
  readonly yearEnd: Numbers;
  /** As typed. */
  readonly days: string;
  /** One item on a line, its time first. */
  readonly agenda: string;
}

const nobody: Numbers = { summoned: undefined, present: undefined };

export const emptyReview: WrittenReview = {
  ...{ sessionId: '', targets: [], weaknesses: [], groups: [], halfTerm: nobody, yearEnd: nobody },
  ...{ days: '', agenda: '' },
};

export function writtenOf(view: ReviewView): WrittenReview {
  const linesOf = (list: ReviewView['causes'], id: string) =>
    list.flatMap(({ weaknessId, text }) => (weaknessId === id ? [text.replace(/\s*\n\s*/gu, ' ')] : [])).join('\n');
  return {
    sessionId: view.sessionId ?? '',
    targets: view.targets.map(({ standing: _, ...target }) => target),
    weaknesses: view.weaknesses.map(({ id, text }) => ({
      ...{ id, text, causes: linesOf(view.causes, id), remedies: linesOf(view.remedies, id) },
    })),
    groups: view.groups.map((group, key) => ({ key, ...group })),
    halfTerm: view.attendance.halfTerm ?? nobody,
    yearEnd: view.attendance.yearEnd ?? nobody,
    days: view.conference.days === null ? '' : String(view.conference.days),
    agenda: view.conference.agenda.map(({ time, item }) => `${time} ${item}`.trim()).join('\n'),
  };
}

type Body = z.input<typeof writeReview.body>;

/** `version` is that of the review that was read, 0 where there was none. */
export function bodyOf(written: WrittenReview, version: number): Body {
  const { weaknesses } = written;
  const belonging = (of: 'causes' | 'remedies') =>
    weaknesses.flatMap((one) => linesIn(one[of]).map((text) => ({ weaknessId: one.id, text })));
  return {
    version,
    sessionId: written.sessionId === '' ? null : (written.sessionId as NonNullable<Body['sessionId']>),
    targets: [...written.targets],
    weaknesses: weaknesses.map(({ id, text }) => ({ id, text })),
    ...{ causes: belonging('causes'), remedies: belonging('remedies') },
    groups: written.groups.map(({ key: _, ...group }) => group),
    attendance: { halfTerm: numbersOf(written.halfTerm), yearEnd: numbersOf(written.yearEnd) },
    conference: { days: readTargetNumber(written.days) ?? null, agenda: linesIn(written.agenda).map(itemOf) },
  };
}

function numbersOf({ summoned, present }: Numbers): Body['attendance']['halfTerm'] {
  return summoned === undefined && present === undefined ? null : { summoned: summoned ?? 0, present: present ?? 0 };
}

function linesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function itemOf(line: string): { time: string; item: string } {
  const [, time, item] = /^(\d{1,2}(?:[:hg]\d{0,2}))\s+(\S.*)$/u.exec(line) ?? [];
  return time === undefined || item === undefined ? { time: '', item: line } : { time, item };
}
