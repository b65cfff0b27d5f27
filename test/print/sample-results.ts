import type { ResultsData } from '../../src/print/results-tables.ts';
import { sampleMinutes } from './sample-minutes.ts';

/** The published result of the sample minutes. */
export const sampleResults = (subjects: number): ResultsData => {
  const data = sampleMinutes(subjects);
  return {
    language: 'vi',
    committeeName: data.head.issuer,
    sessionTitle: data.sessionTitle,
    citation: data.citation,
    summoned: data.attendance.summoned,
    present: data.attendance.present,
    issued: data.ballots.issued,
    collected: data.ballots.collected,
    invalid: data.ballots.invalid,
    base: data.base,
    ...{ nameHeading: 'Họ và tên', positionHeading: 'Chức vụ', tiers: true },
    levels: data.levels,
    subjects: data.subjects.map((subject) => ({ ...subject, tier: subject.tier?.tier ?? 0 })),
    record: data.record,
  };
};
