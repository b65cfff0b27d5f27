import { fileKinds, fileName } from '../../contract/documents/file-name.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { ReportKind, ReportPeriod, ReportPlace } from '../../domain/half-term/report.ts';
import { refuse } from '../../domain/ruling.ts';
import type { LocalText } from '../../domain/text/local-text.ts';
import type { Deps } from '../deps.ts';
import { shownFile } from '../http/attachment.ts';

const kinds = {
  'half-term': {
    review: fileKinds.halfTermReview,
    'self-review': fileKinds.halfTermSelfReview,
    inspection: fileKinds.halfTermInspection,
  },
  year: { review: fileKinds.yearReview, 'self-review': fileKinds.yearSelfReview, inspection: fileKinds.yearInspection },
} as const satisfies Record<ReportPeriod, Record<ReportKind, LocalText>>;

/** A report as it was attached. */
export async function reportFile({ store }: Deps, committeeId: CommitteeId, term: string, place: ReportPlace) {
  const bytes = await store.halfTerm.readReport(committeeId, term, place);
  if (bytes === undefined) return refuse('unknown-report');
  const committee = (await store.committees.find(committeeId))?.name ?? null;
  const kind = kinds[place.period][place.kind];
  return shownFile(bytes, fileName({ kind, about: term, committee, ending: 'pdf' }));
}
