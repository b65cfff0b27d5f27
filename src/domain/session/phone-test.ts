import { accept, type Ruling } from '../ruling.ts';
import type { PhoneSeen, Session } from './session.ts';

/** Where the service answers now. */
export interface ServedAt {
  /** What links on printed papers begin with. */
  readonly papers: string;
  /** Where people sign in, to which papers lead that phones receive. */
  readonly signIn: string;
}

/** States in which it matters whether phones come through. */
const asked: readonly Session['state'][] = ['draft', 'issued', 'open'];

/**
 * A phone has opened an address: by the console's code, or by a paper's link. What is kept is that it happened, never
 * when, by which phone or which paper; a second time changes nothing.
 */
export function decidePhoneSeen(session: Session, seen: PhoneSeen): Ruling<Session, never> {
  const known = session.phonesSeen ?? [];
  const isOfLaterState = seen.by === 'paper' && !hasPapers(session);
  if (!asked.includes(session.state) || isOfLaterState || known.some((one) => isSame(one, seen)))
    return accept(session);
  return accept({ ...session, phonesSeen: [...known, seen] });
}

function isSame(one: PhoneSeen, other: PhoneSeen): boolean {
  return one.address === other.address && one.by === other.by;
}

/** Whether anything is out that a phone could open: sheets whose code is for the desk lead nowhere. */
function hasPapers({ printRuns, roll }: Session): boolean {
  return (
    printRuns.some(({ status, address }) => status !== 'void' && address !== null) ||
    roll.some(({ received }) => received === 'phone')
  );
}

/** Addresses to which sheets lead that are out. Those from before it was noted lead where sheets do now. */
function printedAddresses({ printRuns }: Session, served: ServedAt): readonly string[] {
  const live = printRuns.filter(({ status }) => status !== 'void');
  return [...new Set(live.map(({ address }) => (address === undefined ? served.papers : address)))].filter(
    (address) => address !== null,
  );
}

/** Printed addresses that no longer answer: phones get nowhere by these sheets. */
export function goneAddresses(session: Session, served: ServedAt): readonly string[] {
  return printedAddresses(session, served).filter((address) => address !== served.papers && address !== served.signIn);
}

/**
 * Whether a phone is still to open a paper, among those that are out: a printed one, or where there are none, one that
 * was received on a phone. One that led to an address that no longer answers proves nothing.
 */
export function awaitsPaperOnPhone(session: Session, served: ServedAt): boolean {
  if (!hasPapers(session)) return false;
  const printed = printedAddresses(session, served);
  const led = printed.length > 0 ? printed : [served.signIn];
  const answering = led.filter((address) => address === served.papers || address === served.signIn);
  return !(session.phonesSeen ?? []).some(({ address, by }) => by === 'paper' && answering.includes(address));
}
