import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { ReportPlace } from '../../../domain/half-term/report.ts';
import { refuse } from '../../../domain/ruling.ts';
import type { DecideReview, HalfTermStore } from '../half-term-store.ts';
import { refuseGone } from './gone.ts';
import type { Data } from './imports.ts';

export function memoryHalfTerm({ reviews, gone }: Pick<Data, 'reviews' | 'gone'>): HalfTermStore {
  const files = new Map<string, { review: string; place: ReportPlace; bytes: Uint8Array }>();
  const keyOf = (committee: CommitteeId, term: string) => `${committee} ${term}`;
  const fileKey = (committee: CommitteeId, term: string, { period, kind }: ReportPlace) =>
    `${period} ${kind} ${keyOf(committee, term)}`;
  function change<Refusal extends string>(committee: CommitteeId, term: string, decide: DecideReview<Refusal>) {
    const decision = decide(reviews.get(keyOf(committee, term)));
    if (decision.ok) refuseGone(gone, [committee]);
    if (decision.ok) reviews.set(keyOf(committee, term), decision.value);
    return decision;
  }
  return {
    list: async (committee) =>
      [...reviews.values()]
        .filter(({ committeeId }) => committeeId === committee)
        .sort((a, b) => (a.term < b.term ? 1 : -1)),
    find: async (committee, term) => reviews.get(keyOf(committee, term)),
    termOf: async (committee, session) =>
      [...reviews.values()]
        .filter(({ committeeId, sessionId }) => committeeId === committee && sessionId === session)
        .map(({ term }) => term)
        .sort()
        .at(-1),
    ofTerm: async (committees, term) =>
      [...reviews.values()].filter((one) => one.term === term && committees.includes(one.committeeId)),
    change: async (committee, term, decide) => change(committee, term, decide),
    reports: async (committee, term) =>
      [...files.entries()]
        .filter(([, { review }]) => review === keyOf(committee, term))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { place, bytes }]) => ({ ...place, size: bytes.length })),
    putReport: async (committee, term, { period, kind, bytes }, decide) => {
      const decision = change(committee, term, decide);
      const file = { review: keyOf(committee, term), place: { period, kind }, bytes: Uint8Array.from(bytes) };
      if (decision.ok) files.set(fileKey(committee, term, { period, kind }), file);
      return decision;
    },
    readReport: async (committee, term, place) => files.get(fileKey(committee, term, place))?.bytes,
    removeReport: async (committee, term, place, decide) => {
      if (!files.has(fileKey(committee, term, place))) return refuse('unknown-report');
      const decision = change(committee, term, decide);
      if (decision.ok) files.delete(fileKey(committee, term, place));
      return decision;
    },
  };
}
