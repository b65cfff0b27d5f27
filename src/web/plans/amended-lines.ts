import type { PlanView } from '../../contract/plans/plans.ts';
import { changedEntries } from '../../domain/plan/changed-entries.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import type { Speech } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { committeeText } from './committee-text.ts';
import { conferenceLengthText } from './conference-length-text.ts';
import { rankLabel, type ShownRank } from './rank-label.ts';
import type { sentences } from './sentences.ts';

type PlanSpeech = Speech<keyof typeof sentences>;
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
  speech: PlanSpeech,
  before: AmendableView,
  after: AmendableView,
  ranks: readonly ShownRank[],
): readonly AmendedLine[] {
  const { say, own, language } = speech;
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
  const day = (by: string | null) => (by === null ? say('asItsRank') : showDate(language, by));
  return [
    ...wholeParts(speech, before, after),
    ...listed(
      say('deadlinesTitle'),
      [before.deadlines, after.deadlines],
      ({ rank }) => rank,
      ({ rank }) => rankLabel(own, ranks, rank),
      (deadline) => deadlineText(speech, deadline),
    ),
    ...listed(
      say('pilotsTitle'),
      [before.pilots, after.pilots],
      ({ committeeId }) => committeeId,
      (one) => committeeText(speech, one),
      ({ by }) => `${say('voteBy')}: ${day(by)}`,
    ),
    ...listed(
      say('steeringTitle'),
      [before.steering, after.steering],
      ({ personId }) => personId,
      nameWithYear,
      ({ role }) => role,
    ),
    ...listed(
      say('attendingTitle'),
      [before.attending, after.attending],
      ({ committeeId, personId }) => `${committeeId} ${personId}`,
      (one) => committeeText(speech, one),
      nameWithYear,
    ),
  ];
}

function wholeParts({ say }: PlanSpeech, before: AmendableView, after: AmendableView): readonly AmendedLine[] {
  const days = ({ remindDays }: AmendableView) => remindDays.join(', ');
  const parts = [
    { part: say('purpose'), before: before.purpose, after: after.purpose },
    { part: say('requirements'), before: before.requirements, after: after.requirements },
    { part: say('remindDays'), before: days(before), after: days(after) },
  ];
  return parts.filter((one) => one.before !== one.after).map((one) => ({ ...one, about: '' }));
}

function deadlineText(
  speech: PlanSpeech,
  { by, reportBy, conferenceDays }: AmendableView['deadlines'][number],
): string {
  const { say, language } = speech;
  const report = reportBy === null ? say('withTheVote') : showDate(language, reportBy);
  const lines = [`${say('voteBy')}: ${showDate(language, by)}`, `${say('reportBy')}: ${report}`];
  if (conferenceDays) lines.push(`${say('conferenceDays')}: ${conferenceLengthText(speech, conferenceDays)}`);
  return lines.join('\n');
}
