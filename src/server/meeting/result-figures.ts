import type { ResultView } from '../../contract/results/results.ts';
import type { SubjectOutcome } from '../../domain/result/outcome.ts';
import { attendanceOf } from '../../domain/session/attendance.ts';
import { type Session, standingSubjects } from '../../domain/session/session.ts';
import { countInvalidSheets, outcomeOf } from '../../domain/session/tally.ts';

export type ResultFigures = Omit<ResultView, 'record'>;

/** The result without what only the record knows; undefined while totals are sealed. */
export function resultFigures(session: Session): ResultFigures | undefined {
  const { closing, tally } = session;
  const outcome = outcomeOf(session);
  if (outcome === undefined || closing === null || tally === null) return undefined;
  return {
    ...headOfResult(session),
    ...attendanceOf(session),
    voters: session.roll.length,
    issued: closing.ledger.issued,
    collected: tally.counted,
    invalid: countInvalidSheets(session),
    invalidReasons: { ...session.invalidSheets },
    base: outcome.base,
    subjects: standingSubjects(session).flatMap(({ id, name, position }, index) => {
      const counted = outcome.subjects[index];
      return counted === undefined ? [] : [{ id, ...subjectView(name, position, counted) }];
    }),
    warnings: outcome.warnings,
    missingTellers: session.tellers.filter(({ index }) => tally.missing.includes(index)).map(({ name }) => name),
    deviation: closing.deviation,
    publishedAt: session.publication?.at ?? null,
    annulment: annulmentOf(session),
  };
}

function headOfResult(session: Session) {
  const { form, settings } = session;
  const noTier = form.tiers.length === 0 ? null : form.wording.noTier;
  return {
    sessionId: session.id,
    committeeName: session.committeeName,
    superiorName: session.superiorName,
    title: settings.title,
    heldOn: settings.heldOn,
    formId: form.id,
    formTitle: form.title,
    state: session.state,
    citation: form.citation,
    levels: form.levels,
    invalidSheetReasons: form.invalidSheetReasons,
    wording: { subject: form.wording.subject, base: form.wording.base, noTier },
  };
}

function subjectView(name: string, position: string, { levels, ...counted }: SubjectOutcome) {
  const byId = levels.map(({ id, count, percent }) => [id, { count, percent }] as const);
  return { name, position, ...counted, levels: Object.fromEntries(byId) };
}

function annulmentOf({ publication }: Session): ResultView['annulment'] {
  const annulment = publication?.annulment;
  return annulment ? { ...annulment, by: { name: annulment.by.name } } : null;
}
