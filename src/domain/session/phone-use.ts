import type { Actor } from '../account/actor.ts';
import { type Reach, reachOf } from '../address.ts';
import { accept, type Problem, type Ruling, refuse } from '../ruling.ts';
import { countPapers, type SessionWithPapers } from './papers.ts';
import { awaitsPaperOnPhone, goneAddresses, type ServedAt } from './phone-test.ts';
import type { PhoneUse, Session } from './session.ts';

/** `phones`: papers vote on phones, as they do while nobody has chosen anything else. */
export type PhoneUseChoice = 'phones' | PhoneUse['use'];

export type PhoneUseRefusal = 'not-before-opening' | 'phone-papers-out';

/**
 * Records the chair's choice of what papers are made for; it stands until the box is opened.
 * @param address where papers lead now
 */
export function decidePhoneUse(
  state: SessionWithPapers,
  use: PhoneUseChoice,
  { by, address }: { readonly by: Actor; readonly address: string },
  now: Date,
): Ruling<Session, PhoneUseRefusal> {
  const { session } = state;
  if (session.state !== 'draft' && session.state !== 'issued') return refuse('not-before-opening');
  // Whoever received a paper on a phone has no other one.
  if (use === 'none' && countPapers(state).phone > 0) return refuse('phone-papers-out');
  const { phoneUse: _before, ...rest } = session;
  return accept(use === 'phones' ? rest : { ...rest, phoneUse: { use, address, by, at: now.toISOString() } });
}

/**
 * The choice as it stands for an address. Papers for this computer only are for the address at which that was chosen: a
 * session that was tried out on a laptop is not thereby exempt in a hall.
 */
export function standingPhoneUse({ phoneUse }: Pick<Session, 'phoneUse'>, address: string): PhoneUse | undefined {
  if (phoneUse?.use !== 'this-computer' || phoneUse.address === undefined) return phoneUse;
  const isLocal = [phoneUse.address, address].every((one) => reachOf(one) === 'this-computer');
  return isLocal || phoneUse.address === address ? phoneUse : undefined;
}

export function phonesVote({ phoneUse }: Pick<Session, 'phoneUse'>): boolean {
  return phoneUse?.use !== 'none';
}

export type ConnectionProblem = 'address-for-this-computer' | 'plain-address-undecided';

/**
 * What keeps papers from being made for an address, and the box from being opened: no phone opens it, or only without TLS,
 * on which the chair has not decided. Nothing where papers are for this computer only, or for no phone.
 */
export function connectionProblem(
  { phoneUse, plainVoting }: { readonly phoneUse?: unknown; readonly plainVoting: unknown },
  reach: Reach,
): ConnectionProblem | undefined {
  if ((phoneUse ?? null) !== null || reach === 'phones') return undefined;
  if (reach === 'this-computer') return 'address-for-this-computer';
  return plainVoting === null ? 'plain-address-undecided' : undefined;
}

/**
 * The same as what an opening lacks, and, where phones vote, that a phone has opened a paper; printed addresses that no
 * longer answer are named. Papers that phones received lead to TLS: only printed ones need the decision.
 */
export function missingConnection(given: Session, served: ServedAt): readonly Problem[] {
  const session = { ...given, phoneUse: standingPhoneUse(given, served.papers) };
  const code = connectionProblem(session, reachOf(served.papers));
  const isOfSheets = code === 'plain-address-undecided';
  const decided = isOfSheets && session.printRuns.every(({ status }) => status === 'void');
  return [...(code === undefined || decided ? [] : [{ code }]), ...missingPhoneTest(session, served)];
}

function missingPhoneTest(session: Session, served: ServedAt): readonly Problem[] {
  if (session.phoneUse !== undefined) return [];
  const gone = goneAddresses(session, served).map((about) => ({ code: 'printed-address-gone', about }));
  return awaitsPaperOnPhone(session, served) ? [...gone, { code: 'no-paper-seen-on-phone' }] : gone;
}
