import { type BallotForm, readBallotForm } from '../domain/ballot-form.ts';
import { computeOutcome, percentOf } from '../domain/result/outcome.ts';
import { subjectLine } from '../domain/session/subject-line.ts';
import type { VerifyReport } from '../protocol/verify/verify-report.ts';
import { type ResultFile, readResultFile } from './result-file.ts';

type Subject = ResultFile['subjects'][number];

/**
 * Where a `result.json` says something else than the verified record; undefined when it says the same. Every number
 * that the record knows is compared, and percentages are computed again from counts and base; with the ballot form at
 * hand the tiers are too.
 */
export function compareResult(content: Uint8Array, report: VerifyReport, form?: Uint8Array): string | undefined {
  const result = readResultFile(content);
  if (result === undefined) return 'form of result.json';
  const { verified, numbers } = report;
  const counts = verified?.counts;
  if (verified === undefined || counts === undefined || numbers === undefined) return 'the record has no result yet';
  const { election } = verified;
  const ballots = numbers.counted;
  const voters = result.voters ?? result.summoned;
  if (result.record.uuid !== election.uuid) return `record.uuid: ${result.record.uuid} ≠ ${election.uuid}`;
  if (result.record.fingerprint !== election.fingerprint) return 'record.fingerprint';
  if (result.collected !== ballots) return `collected: ${result.collected} ≠ ${ballots}`;
  const { kind, value } = result.base;
  const base = kind === 'collected' ? ballots : voters;
  if (value !== base) return `base.value: ${value} ≠ ${base}`;
  if (result.subjects.length !== counts.length) return `subjects: ${result.subjects.length} ≠ ${counts.length}`;
  const readForm = form && readFormText(form);
  if (form && readForm === undefined) return 'the ballot form cannot be read';
  for (const [index, subject] of result.subjects.entries()) {
    const row = counts[index] ?? [];
    const problem =
      compareSubject(subject, election.questions[index]?.question ?? '', row, ballots, value) ??
      (result.invalid > subject.invalid ? `invalid: ${subject.invalid} < ${result.invalid}` : undefined) ??
      (readForm && compareTier(subject, readForm, row, ballots, voters));
    if (problem !== undefined) return `subjects[${index}] ${problem}`;
  }
  return undefined;
}

function compareSubject(
  subject: Subject,
  question: string,
  row: readonly number[],
  ballots: number,
  base: number,
): string | undefined {
  if (subjectLine(subject) !== question) return `name, position: ${subjectLine(subject)} ≠ ${question}`;
  const valid = row.reduce((sum, count) => sum + count, 0);
  if (subject.collected !== ballots) return `collected: ${subject.collected} ≠ ${ballots}`;
  if (subject.valid !== valid) return `valid: ${subject.valid} ≠ ${valid}`;
  if (subject.invalid !== ballots - valid) return `invalid: ${subject.invalid} ≠ ${ballots - valid}`;
  const levels = Object.entries(subject.levels);
  if (levels.length !== row.length) return `levels: ${levels.length} ≠ ${row.length}`;
  for (const [index, [level, { count, percent }]] of levels.entries()) {
    if (count !== row[index]) return `levels.${level}.count: ${count} ≠ ${row[index]}`;
    const expected = percentOf(count, base);
    if (percent !== expected) return `levels.${level}.percent: ${percent} ≠ ${expected}`;
  }
  return undefined;
}

function compareTier(
  subject: Subject,
  form: BallotForm,
  row: readonly number[],
  collected: number,
  rollSize: number,
): string | undefined {
  const computed = computeOutcome(form, { totals: [row], collected, rollSize });
  const tier = computed.ok ? computed.outcome.subjects[0]?.tier : undefined;
  return subject.tier === tier ? undefined : `tier: ${subject.tier} ≠ ${tier}`;
}

function readFormText(content: Uint8Array): BallotForm | undefined {
  try {
    const read = readBallotForm(JSON.parse(new TextDecoder().decode(content)));
    return read.ok ? read.form : undefined;
  } catch {
    return undefined;
  }
}
