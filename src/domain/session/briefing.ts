import type { PersonId } from '../roster/person.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { searchKey } from '../text/search-key.ts';
import type { Briefing, Session } from './session.ts';

/** In what capacity somebody records the briefing. */
export type BriefingCapacity =
  /** Has the duty of giving it. */
  | { readonly as: 'briefer' }
  /** `isSomebodysDuty`: whether an account has that duty in the committee. */
  | { readonly as: 'chair'; readonly personId: PersonId | null; readonly isSomebodysDuty: boolean };

/** How "Bí thư Tỉnh ủy" and the like call the body of a committee that is named in full. */
const bodiesInFull: readonly (readonly [name: string, body: string])[] = [
  ['dang bo tinh', 'tinh uy'],
  ['dang bo thanh pho', 'thanh uy'],
  ['dang bo', 'dang uy'],
  ['chi bo', 'chi uy'],
];

/**
 * Whether a position is that of the secretary (bí thư) of the committee itself: "Bí thư", or "Bí thư" of its name or of
 * its kind of body; neither a deputy nor the secretary of another body.
 */
export function isSecretaryOf(committeeName: string, position: string): boolean {
  const committee = searchKey(committeeName).replace(/^ban (chap hanh|thuong vu) /, '');
  const inFull = bodiesInFull.filter(([name]) => committee.startsWith(name)).map(([, body]) => body);
  return position.split(/[,;]/).some((part) => {
    const [, of] = /^bi thu(?: (.+))?$/.exec(searchKey(part)) ?? [null, null];
    if (of === null) return false;
    return of === undefined || committee.startsWith(of) || inFull.some((body) => of.startsWith(body));
  });
}

/** Whether the chair gives the briefing: as the committee's secretary, or since it is nobody's duty. */
export function mayBrief({ committeeName, roll }: Session, capacity: BriefingCapacity): boolean {
  if (capacity.as === 'briefer' || !capacity.isSomebodysDuty) return true;
  const own = capacity.personId === null ? undefined : roll.find(({ personId }) => personId === capacity.personId);
  return own !== undefined && isSecretaryOf(committeeName, own.position);
}

/** The briefing on purpose and requirements by the committee's secretary; recorded before opening, as voters read it. */
export function decideBrief(
  session: Session,
  briefing: Briefing,
  capacity: BriefingCapacity,
): Ruling<Session, 'not-before-opening' | 'briefing-is-anothers'> {
  if (session.state !== 'draft' && session.state !== 'issued') return refuse('not-before-opening');
  if (!mayBrief(session, capacity)) return refuse('briefing-is-anothers');
  return accept({ ...session, briefing, opening: null });
}
