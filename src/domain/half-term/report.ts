/** The three reports of a conference: of the review, of the executive committee on itself, of inspection and supervision. */
export const reportKinds = ['review', 'self-review', 'inspection'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A conference hears them for the half term and, apart from these, for the year. */
export const reportPeriods = ['half-term', 'year'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

export interface ReportPlace {
  readonly period: ReportPeriod;
  readonly kind: ReportKind;
}
