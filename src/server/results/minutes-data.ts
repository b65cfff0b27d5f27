import type { ResultView } from '../../contract/results/results.ts';
import type { Session } from '../../domain/session/session.ts';
import type { MinutesData, MinutesSubject, MinutesTier } from '../../print/minutes-data.ts';
import type { ResultsData } from '../../print/results-tables.ts';
import { ballotAbout, subjectWords } from '../../print/subject-words.ts';
import { localMoment } from '../kit/local-time.ts';
import type { ReadableResult } from './find-result.ts';
import { minutesFrame, minutesLedger } from './minutes-frame.ts';
import { minutesRemarks } from './minutes-remarks.ts';

/** The minutes of a count, with every figure that regulations ask for, in the words of the form. */
export function minutesData({ state, view }: ReadableResult, chairRole: string, now: Date): MinutesData {
  const { session } = state;
  const { form, settings, closing, tally } = session;
  const invalid = view.invalid;
  const subject = subjectWords(form);
  return {
    ...minutesFrame(session, chairRole, now),
    title: form.wording.minutesTitle.vi,
    abstract: `${form.wording.minutesAbstract.vi} ${ballotAbout(form, 'vi', session.committeeName)}`,
    endedAt: localMoment(new Date(tally?.resultAt ?? settings.heldOn)),
    attendance: { summoned: view.summoned, present: view.present, absent: view.summoned - view.present },
    ballots: { issued: view.issued, collected: view.collected, valid: view.collected - invalid, invalid },
    invalidReasons: form.invalidSheetReasons
      .map(({ id, label }) => ({ reason: label.vi, count: view.invalidReasons[id] ?? 0 }))
      .filter(({ count }) => count > 0),
    ledger: minutesLedger(closing?.ledger),
    levels: form.levels.map(({ id, label }) => ({ id, label: label.vi })),
    subjectHeading: `${subject.name.vi}, ${subject.position.vi.toLocaleLowerCase('vi')}`,
    levelsHeading: form.wording.levels.vi,
    base: { label: form.wording.base.vi, value: view.base.value },
    subjects: view.subjects.map((one) => minutesSubject(session, view, one)),
    noTier: form.tiers.length === 0 ? null : form.wording.noTier.vi,
    remarks: minutesRemarks(session),
    missingTellers: view.missingTellers,
    record: {
      uuid: view.record.uuid,
      fingerprint: view.record.fingerprint,
      head: view.record.head,
      height: view.record.height,
      supplementHash: view.record.supplement,
    },
  };
}

function minutesSubject(session: Session, view: ResultView, subject: ResultView['subjects'][number]): MinutesSubject {
  const { name, position, collected, valid, invalid } = subject;
  const levels = session.form.levels.map(({ id }) => subject.levels[id] ?? { count: 0, percent: '0.00' });
  return {
    name,
    position,
    issued: view.issued,
    collected,
    valid,
    invalid,
    levels,
    tier: minutesTier(session, subject),
  };
}

function minutesTier(session: Session, subject: ResultView['subjects'][number]): MinutesTier | null {
  const reached = session.form.tiers.find(({ tier }) => tier === subject.tier);
  const level = session.form.levels.find(({ id }) => id === reached?.level);
  const levelCount = level && subject.levels[level.id];
  if (reached === undefined || level === undefined || levelCount === undefined) return null;
  const { tier, article, consequence } = reached;
  return { tier, level: level.label.vi, levelCount, article: article.vi, consequence: consequence.vi };
}

/** The same figures as a table for spreadsheets. */
export function resultsData({ state, view }: ReadableResult): ResultsData {
  const { session } = state;
  const { form, settings } = session;
  const { name, position } = subjectWords(form);
  return {
    language: 'vi',
    committeeName: view.committeeName,
    sessionTitle: settings.title,
    citation: form.citation.vi,
    summoned: view.summoned,
    present: view.present,
    issued: view.issued,
    collected: view.collected,
    invalid: view.invalid,
    base: { label: form.wording.base.vi, value: view.base.value },
    nameHeading: name.vi,
    positionHeading: position.vi,
    tiers: form.tiers.length > 0,
    levels: form.levels.map(({ id, label }) => ({ id, label: label.vi })),
    subjects: view.subjects.map((subject) => ({
      ...minutesSubject(session, view, subject),
      tier: subject.tier,
    })),
    record: { uuid: view.record.uuid, fingerprint: view.record.fingerprint },
  };
}
