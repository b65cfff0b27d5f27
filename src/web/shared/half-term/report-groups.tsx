import type { ComponentChildren } from 'preact';
import type { ReviewView } from '../../../contract/half-term/half-term.ts';
import {
  type ReportKind,
  type ReportPeriod,
  type ReportPlace,
  reportKinds,
  reportPeriods,
} from '../../../domain/half-term/report.ts';
import { useTranslation } from '../show/sentences.ts';
import { halfTermSentences } from './half-term-sentences.ts';

const periodWords = { 'half-term': 'ofHalfTerm', year: 'ofYear' } as const satisfies Record<ReportPeriod, string>;

/** The half term's have other names than the year's. */
const reportWords = {
  'half-term': { review: 'halfTermReport', 'self-review': 'selfReview', inspection: 'inspection' },
  year: { review: 'yearReport', 'self-review': 'yearSelfReview', inspection: 'yearInspection' },
} as const satisfies Record<ReportPeriod, Record<ReportKind, string>>;

export function hasReport({ reports }: Pick<ReviewView, 'reports'>, { period, kind }: ReportPlace): boolean {
  return reports.some((one) => one.period === period && one.kind === kind);
}

interface Props {
  /** Whether a report has its line here. */
  shows(place: ReportPlace): boolean;
  children(place: ReportPlace, name: string): ComponentChildren;
}

/** The half term's three reports and, apart from them, the year's. */
export function ReportGroups({ shows, children }: Props) {
  const { t } = useTranslation(halfTermSentences);
  const groups = reportPeriods
    .map((period) => ({ period, places: reportKinds.map((kind) => ({ period, kind })).filter(shows) }))
    .filter(({ places }) => places.length > 0);
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>{t('reports')}</h2>
      {groups.map(({ period, places }) => (
        <section key={period}>
          <h3>{t(periodWords[period])}</h3>
          <ul class="report-list">
            {places.map((place) => (
              <li key={place.kind}>{children(place, t(reportWords[period][place.kind]))}</li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
