import type { Committee } from '../../../src/domain/committee/committee.ts';
import type { CommitteeRank } from '../../../src/domain/committee/committee-ranks.ts';
import { aCommitteeId } from './ids.ts';

export const someRanks: CommitteeRank[] = [
  { id: 'province', label: { vi: 'Tỉnh', en: 'Province' }, to: null },
  { id: 'commune', label: { vi: 'Xã', en: 'Commune' }, to: null },
];

/** A commune's committee at the top, unless told otherwise. */
export function aCommittee(number: number, change: Partial<Committee> = {}): Committee {
  return {
    id: aCommitteeId(number),
    name: `Đảng bộ xã ${number}`,
    rank: 'commune',
    sector: 'territory',
    superiorId: null,
    superiorSince: null,
    directedById: null,
    code: null,
    from: null,
    to: null,
    successorId: null,
    ...change,
  };
}
