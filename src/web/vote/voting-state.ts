import type * as z from 'zod/mini';
import type { BallotPage } from '../../client/sealing.ts';
import type { headView } from '../../contract/kit/session-values.ts';
import type { Marking } from './marking.ts';
import type { VotersDocument } from './reading/voters-document.ts';

/** The paper has just voted: the page sends again by itself when these seconds are over. */
export interface Pausing {
  readonly seconds: number;
}

/**
 * How far this phone's ballot has come. `listedBy`: when the list of trackers must show it at the latest, in
 * milliseconds of the page's own clock, which nobody sets.
 */
export type Casting =
  | { readonly step: 'none' }
  /** Pressed; the worker is not ready yet. */
  | { readonly step: 'sealing' }
  /** This phone could not seal, also with a fresh worker. */
  | { readonly step: 'unsealed' }
  /** Sealed, kept on the phone and on its way; the box has not acknowledged it. */
  | { readonly step: 'sending'; readonly tracker: string; readonly pausing: Pausing | null }
  | InBox
  | { readonly step: 'refused'; readonly refusal: string };

/** A ballot that the box has acknowledged. */
interface InBox extends Acknowledged {
  readonly step: 'in-box';
  readonly listedBy: number;
}

interface Acknowledged {
  readonly tracker: string;
  /** Not when somebody else had sent a copy of this very ballot before this phone did. */
  readonly mayRecast: boolean;
}

/** What a look into the box found. `count` in ballots that count. */
export type Found =
  /** `soon`: the list of trackers is older than the ballot. */
  | { readonly step: 'idle' | 'looking' | 'unreachable' | 'soon' }
  /** `end`: where the closed record ends, once it was compared with the heads that this phone had been given. */
  | { readonly step: 'found'; readonly count: number; readonly closed: boolean; readonly end: Head | null }
  | { readonly step: 'missing' }
  /** `given`: the head of an acknowledgement that the closed record has never had; null when its lists differ. */
  | { readonly step: 'other-record'; readonly given: Head | null };

type Head = z.infer<typeof headView>;

export interface VotingState {
  readonly reach: 'loading' | 'reached' | 'unreachable' | 'unknown' | 'plain-http';
  /** Kept when the server is out of reach later. */
  readonly page: BallotPage | undefined;
  /** When phone voting ends, as `momentIn` gives it; undefined while no countdown runs. */
  readonly phoneVotingEnds: number | undefined;
  readonly marking: Marking;
  readonly screen: 'marking' | 'review' | 'half-term' | 'document';
  /** What is read on the screen of that name. */
  readonly document: VotersDocument | null;
  readonly casting: Casting;
  /** The tracker of a ballot in the box that the one being marked or sent is to replace. */
  readonly earlier: string | null;
  readonly found: Found;
  /** Whether this browser lets the page keep things. */
  readonly keeps: boolean;
}

export const atFirst: VotingState = {
  reach: 'loading',
  page: undefined,
  phoneVotingEnds: undefined,
  marking: new Map(),
  screen: 'marking',
  document: null,
  casting: { step: 'none' },
  earlier: null,
  found: { step: 'idle' },
  keeps: true,
};

/** The list is renewed every 15 seconds; the rest is for a slow network. In milliseconds. */
const listedWithin = 20_000;

/** A ballot that the box has acknowledged, now or before this page was opened. */
export function inBox({ tracker, mayRecast }: Acknowledged): Casting {
  return { step: 'in-box', tracker, mayRecast, listedBy: performance.now() + listedWithin };
}

/** Whether nothing can change any more for this session's voters. */
export function isFinal({ state }: BallotPage): boolean {
  return (
    state === 'closed' ||
    state === 'tallied' ||
    state === 'published' ||
    state === 'cancelled' ||
    state === 'unopenable'
  );
}

/** Whether the box takes ballots of phones now. */
export function isOpen({ page }: VotingState): boolean {
  return page?.state === 'open';
}

/** What a voter is to do, to read or to wait for. */
export type VotingStage =
  | { readonly at: 'loading' | 'unreachable' | 'wrong-paper' | 'plain-http-refused' }
  /** Marks need the credential; this page was opened from a ballot that was sent. */
  | { readonly at: 'no-link' | 'on-its-way' | 'unsealed' }
  | { readonly at: 'marking' | 'review' | 'casting-ended'; readonly page: BallotPage }
  | { readonly at: 'half-term'; readonly page: BallotPage; readonly term: string }
  | { readonly at: 'document'; readonly page: BallotPage; readonly document: VotersDocument }
  | { readonly at: 'refused'; readonly refusal: string }
  | ({ readonly at: 'in-box' } & Acknowledged);

/** Follows from what was seen of the service and from how far this phone's ballot has come. */
export function stageOf(state: VotingState, hasCredential: boolean): VotingStage {
  const { casting } = state;
  switch (casting.step) {
    case 'in-box':
      return { at: 'in-box', tracker: casting.tracker, mayRecast: casting.mayRecast };
    case 'refused':
      return { at: 'refused', refusal: casting.refusal };
    case 'unsealed':
      return { at: 'unsealed' };
    case 'sealing':
    case 'sending':
      return { at: 'on-its-way' };
    case 'none':
      return stageBeforeCasting(state, hasCredential);
  }
}

function stageBeforeCasting({ page, reach, screen, document }: VotingState, hasCredential: boolean): VotingStage {
  if (page === undefined) return { at: stageWithoutPage[reach] };
  if (page.state !== 'issued' && page.state !== 'open') return { at: 'casting-ended', page };
  if (!hasCredential) return { at: 'no-link' };
  if (screen === 'review') return { at: 'review', page };
  if (screen === 'document' && document !== null) return { at: 'document', page, document };
  const term = page.halfTermReview?.term;
  return screen === 'half-term' && term !== undefined ? { at: 'half-term', page, term } : { at: 'marking', page };
}

const stageWithoutPage = {
  loading: 'loading',
  reached: 'loading',
  unreachable: 'unreachable',
  unknown: 'wrong-paper',
  'plain-http': 'plain-http-refused',
} as const satisfies Record<VotingState['reach'], VotingStage['at']>;
