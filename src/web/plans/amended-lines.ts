import type { PlanView } from '../../contract/plans/plans.ts';
import { changedEntries } from '../../domain/plan/changed-entries.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import type { Translation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { committeeText } from './committee-text.ts';
import { conferenceLengthText } from './conference-length-text.ts';
import { rankLabel, type ShownRank } from './rank-label.ts';
import type { sentences } from './sentences.ts';

type PlanTranslation = Translation<keyof typeof sentences>;
export type AmendableView = PlanView['amendments'][number]['before'];

/** One part of a plan as it stood and as it stands; null where it did not or no longer does. */
interface AmendedLine {
  readonly part: string;
  /** Which rank, committee or person; empty for a part of the whole plan. */
  readonly about: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What an amendment changed, part by part, in the reader's language. */
export function amendedLines(
  translation: PlanTranslation,
  before: AmendableView,
  after: AmendableView,
  ranks: readonly ShownRank[],
): readonly AmendedLine[] {
  const { t, pick, language } = translation;
  const listed = <Entry>(
    part: string,
    lists: readonly [readonly Entry[], readonly Entry[]],
    keyOf: (entry: Entry) => string,
    aboutOf: (entry: Entry) => string,
    textOf: (entry: Entry) => string,
  ) =>
    changedEntries(...lists, keyOf).map((changed) => {
      const one = changed.before ?? changed.after;
      const text = (entry: Entry | null) => (entry === null ? null : textOf(entry));
      return { part, about: one ? aboutOf(one) : '', before: text(changed.before), after: text(changed.after) };
    });
  const day = (by: string | null) => (by === null ? t('asItsRank') : showDate(language, by));
  return [
    ...wholeParts(translation, before, after),
    ...listed(
      t('deadlinesTitle'),
      [before.deadlines, after.deadlines],
      ({ rank }) => rank,
      ({ rank }) => rankLabel(pick, ranks, rank),
      (deadline) => deadlineText(translation, deadline),
    ),
    ...listed(
      t('pilotsTitle'),
      [before.pilots, after.pilots],
      ({ committeeId }) => committeeId,
      (one) => committeeText(translation, one),
      ({ by }) => `${t('voteBy')}: ${day(by)}`,
    ),
    ...listed(
      t('steeringTitle'),
      [before.steering, after.steering],
      ({ personId }) => personId,
      nameWithYear,
      ({ role }) => role,
    ),
    ...listed(
      t('attendingTitle'),
      [before.attending, after.attending],
      ({ committeeId, personId }) => `${committeeId} ${personId}`,
      (one) => committeeText(translation, one),
      nameWithYear,
    ),
  ];
}

function wholeParts({ t }: PlanTranslation, before: AmendableView, after: AmendableView): readonly AmendedLine[] {
  const days = ({ remindDays }: AmendableView) => remindDays.join(', ');
  const parts = [
    { part: t('purpose'), before: before.purpose, after: after.purpose },
    { part: t('requirements'), before: before.requirements, after: after.requirements },
    { part: t('remindDays'), before: days(before), after: days(after) },
  ];
  return parts.filter((one) => one.before !== one.after).map((one) => ({ ...one, about: '' }));
}

function deadlineText(
  translation: PlanTranslation,
  { by, reportBy, conferenceDays }: AmendableView['deadlines'][number],
): string {
  const { t, language } = translation;
  const report = reportBy === null ? t('withTheVote') : showDate(language, reportBy);
  const lines = [`${t('voteBy')}: ${showDate(language, by)}`, `${t('reportBy')}: ${report}`];
  if (conferenceDays) lines.push(`${t('conferenceDays')}: ${conferenceLengthText(translation, conferenceDays)}`);
  return lines.join('\n');
}
