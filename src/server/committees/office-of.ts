import type { Principal } from '../../domain/account/relations.ts';
import type { Office } from '../../domain/roster/whom-office-corrects.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';

/** As which office a caller changes people; null for an administrator, who may correct anybody. */
export function officeOf({ administrator, grants }: Principal, { clock }: Pick<Deps, 'clock'>): Office | null {
  if (administrator) return null;
  const served = grants.filter(({ role }) => role === 'office').map(({ committeeId }) => committeeId);
  return { committees: new Set(served), today: localDay(clock()) };
}
