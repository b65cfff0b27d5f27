import type { ResultView } from '../../contract/results/results.ts';
import { percentOf } from '../../domain/result/outcome.ts';
import { subjectLine } from '../../domain/session/subject-line.ts';
import type { SubjectTotals } from '../../protocol/verify/verify-report.ts';
import type { SentReport } from '../shared/verify/verify-message.ts';

/**
 * Where the result that the service shows says something else than the record that was just verified; undefined when
 * they agree in everything that the record knows. Percentages are computed again.
 */
export function findDifference(view: ResultView, report: SentReport): string | undefined {
  const { totals, numbers, head, fingerprints, supplementHash } = report;
  const { record, base, collected } = view;
  if (fingerprints?.election !== record.fingerprint) return 'record.fingerprint';
  if (head?.hash !== record.head || head.height !== record.height) return 'record.head';
  if (supplementHash !== record.supplement) return 'record.supplement';
  if (numbers?.counted !== collected) return 'collected';
  if (base.value !== (base.kind === 'collected' ? collected : view.voters)) return 'base';
  if (totals?.length !== view.subjects.length) return 'subjects';
  for (const [index, total] of totals.entries()) {
    const flaw = compareSubject(view, index, total);
    if (flaw !== undefined) return `subjects[${index}].${flaw}`;
  }
  return undefined;
}

function compareSubject(view: ResultView, index: number, total: SubjectTotals): string | undefined {
  const subject = view.subjects[index];
  if (subject === undefined || subjectLine(subject) !== total.subject) return 'name';
  if (subject.collected !== view.collected || subject.invalid !== total.unmarked) return 'invalid';
  if (subject.valid !== view.collected - total.unmarked) return 'valid';
  if (total.levels.length !== view.levels.length) return 'levels';
  for (const [levelIndex, { level, count }] of total.levels.entries()) {
    const shown = view.levels[levelIndex];
    // The election speaks Vietnamese.
    if (shown === undefined || shown.label.vi !== level) return `levels[${levelIndex}]`;
    const figures = subject.levels[shown.id];
    if (figures?.count !== count) return `levels.${shown.id}.count`;
    if (figures.percent !== percentOf(count, view.base.value)) return `levels.${shown.id}.percent`;
  }
  return undefined;
}
