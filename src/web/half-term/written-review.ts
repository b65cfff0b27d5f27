import type * as z from 'zod/mini';
import type { ReviewView, writeReview } from '../../contract/half-term/half-term.ts';
import type { ResolutionTarget } from '../../domain/half-term/target.ts';
import { readTargetNumber } from '../../domain/half-term/target-number.ts';
import { showTyped } from './show-typed.ts';

/** A cause or a remedy; `key` tells those of one weakness apart while they are written. */
export interface WrittenText {
  readonly key: number;
  readonly text: string;
}

/** A weakness with what belongs to it. */
interface WrittenWeakness {
  readonly id: string;
  readonly text: string;
  readonly causes: readonly WrittenText[];
  readonly remedies: readonly WrittenText[];
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

type Item = ReviewView['conference']['agenda'][number];
const nobody: Numbers = { summoned: undefined, present: undefined };

export function writtenOf(view: ReviewView): WrittenReview {
  const belonging = (list: ReviewView['causes'], id: string) =>
    list.filter(({ weaknessId }) => weaknessId === id).map(({ text }, key) => ({ key, text }));
  return {
    sessionId: view.sessionId ?? '',
    targets: view.targets.map(({ standing: _, ...target }) => target),
    weaknesses: view.weaknesses.map(({ id, text }) => ({
      id,
      text,
      causes: belonging(view.causes, id),
      remedies: belonging(view.remedies, id),
    })),
    groups: view.groups.map((group, key) => ({ key, ...group })),
    halfTerm: view.attendance.halfTerm ?? nobody,
    yearEnd: view.attendance.yearEnd ?? nobody,
    days: showTyped(view.conference.days),
    agenda: view.conference.agenda.map(lineOf).join('\n'),
  };
}

type Body = z.input<typeof writeReview.body>;

/** `version` is that of the review that was read. */
export function bodyOf(written: WrittenReview, version: number): Body {
  const { weaknesses } = written;
  const belonging = (of: 'causes' | 'remedies') =>
    weaknesses.flatMap((one) =>
      one[of].flatMap(({ text }) => (text.trim() === '' ? [] : [{ weaknessId: one.id, text }])),
    );
  return {
    version,
    sessionId: written.sessionId === '' ? null : (written.sessionId as NonNullable<Body['sessionId']>),
    targets: [...written.targets],
    weaknesses: weaknesses.map(({ id, text }) => ({ id, text })),
    causes: belonging('causes'),
    remedies: belonging('remedies'),
    groups: written.groups.map(({ key: _, ...group }) => group),
    attendance: { halfTerm: numbersOf(written.halfTerm), yearEnd: numbersOf(written.yearEnd) },
    conference: {
      days: daysIn(written.days) ?? null,
      agenda: written.agenda
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(itemOf),
    },
  };
}

/** Days as typed, by tenths; null where nothing is, undefined where it is no such number. */
export function daysIn(text: string): number | null | undefined {
  const days = readTargetNumber(text.trim());
  if (days === null || days === undefined) return days;
  return days >= 0.1 && days <= 30 && Number.isInteger(Math.round(days * 1e6) / 1e5) ? days : undefined;
}

function numbersOf({ summoned, present }: Numbers): Body['attendance']['halfTerm'] {
  return summoned === undefined && present === undefined ? null : { summoned: summoned ?? 0, present: present ?? 0 };
}

/** `07:30 Opening`; a time of other words stands before a stroke: `Afternoon | Groups`. */
function lineOf({ time, item }: Item): string {
  const line = `${time} ${item}`.trim();
  const again = itemOf(line);
  return again.time === time && again.item === item ? line : `${time} | ${item}`.trim();
}

function itemOf(line: string): Item {
  const stroke = line.indexOf('|');
  if (stroke >= 0) return { time: line.slice(0, stroke).trim(), item: line.slice(stroke + 1).trim() };
  const [, time, item] = /^(\d{1,2}[:hg]\d{0,2}(?:\s*[-–]\s*\d{1,2}[:hg]\d{0,2})?)\s+(\S.*)$/u.exec(line.trim()) ?? [];
  return time === undefined || item === undefined ? { time: '', item: line.trim() } : { time, item };
}
