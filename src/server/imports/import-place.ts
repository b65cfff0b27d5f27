import type { CommitteeId } from '../../domain/committee/committee.ts';

interface OfCommittee {
  readonly committeeId: CommitteeId;
}

export const rosterOf = ({ committeeId }: OfCommittee) => ({ kind: 'roster' as const, committeeId });
export const delegatesOf = ({ committeeId }: OfCommittee) => ({ kind: 'delegates' as const, committeeId });
