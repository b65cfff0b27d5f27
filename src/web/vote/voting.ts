import type { Connection } from '../../client/api.ts';
import type { BallotPage } from '../../client/sealing.ts';
import { sayPhoneCame } from '../../client/voter.ts';
import type { DeviceStorage } from '../shared/device/device-storage.ts';
import { createStore, type StateStore } from '../shared/device/store.ts';
import { momentIn } from '../shared/show/use-seconds.ts';
import { keepEarlier, markAgain } from './cast-again.ts';
import { castMarked } from './cast-marked.ts';
import { forgetBallot, type KeptBallot, keepDraft, readDraft, readKeptBallot, wipeDraft } from './kept.ts';
import { lockOf } from './lock.ts';
import { lookIntoBox } from './look-into-box.ts';
import { fitting, type Mark, type Marking } from './marking.ts';
import { followOtherTabs } from './other-tabs.ts';
import type { VotersDocument } from './reading/voters-document.ts';
import { type ScreenHistory, screenHistory } from './screen-history.ts';
import { type SealedAhead, sealedAhead } from './sealed-ahead.ts';
import type { Sealer } from './sealer.ts';
import { sendBallot } from './send-ballot.ts';
import type { OpenedLink, VotingContext } from './voting-context.ts';
import { atFirst, inBox, isFinal, isOpen, type VotingState } from './voting-state.ts';
import { watchPage } from './watch-page.ts';

export interface Voting {
  readonly store: StateStore<VotingState>;
  readonly connection: Connection;
  readonly hasCredential: boolean;
  mark(subjectId: string, mark: Mark): void;
  wipe(): void;
  /** Goes on to another screen, from which Back leads here. */
  show(screen: 'review' | 'half-term'): void;
  /** Opens a document in the page. */
  read(document: VotersDocument): void;
  /** As the browser's Back; `then` once the screen before stands. */
  back(then?: () => void): void;
  /** The one button: seals what is marked and casts it. */
  cast(): Promise<void>;
  /** Sends a refused ballot once more, where waiting or the desk has helped. */
  sendAgain(): Promise<void>;
  /** Where it could not be sealed: once more with what is marked, or back to the marks. */
  sealAgain(): Promise<void>;
  backToReview(): void;
  markAgain(): void;
  keepEarlier(): void;
  look(): Promise<void>;
  /** The countdown has run out: asks what the box says. */
  countdownEnded(): void;
  forget(): void;
  stop(): void;
}

/** Everything that the voting page does for one paper; screens only show its state and call it. */
export function openVoting(opened: OpenedLink, keeping: DeviceStorage, sealer: Sealer): Voting {
  const { sessionId, readKey, credential, name } = opened;
  const connection: Connection = { baseUrl: '', readKey };
  const lock = credential === undefined ? undefined : lockOf(sessionId, credential);
  const store = createStore<VotingState>(atFirst);
  let stopped = false;
  const paper: VotingContext = { opened, store, connection, keeping, lock, isStopped: () => stopped };
  const ahead = sealedAhead(paper, sealer);
  const screens = screenHistory(store);

  const kept = readKeptBallot(keeping, name);
  if (lock !== undefined) store.set({ marking: readDraft(keeping, lock) });
  const watching = watchPage(connection, sessionId, {
    page: (page) => takeIn(paper, page, sealer),
    nothing: (why) => {
      const known = store.get().page !== undefined;
      store.set({ reach: known ? 'unreachable' : why });
    },
  });
  const send: Send = (ballot) => sendBallot(paper, ballot, () => void watching.now());
  if (kept !== undefined) resume(paper, kept, send);
  const unfollow = followOtherTabs(paper, (cast) => {
    screens.leave();
    store.set({ marking: new Map(), earlier: null, found: { step: 'idle' } });
    resume(paper, cast, send);
  });
  return {
    store,
    connection,
    ...marking(paper, ahead, screens),
    ...casting(paper, ahead, screens, send),
    countdownEnded: () => void watching.now(),
    hasCredential: credential !== undefined,
    forget: () => forgetBallot(keeping, name),
    stop: () => {
      stopped = true;
      watching.stop();
      unfollow();
      screens.stop();
    },
  };
}

/** What the service says of the ballot now: new subjects, the opening, the end. */
function takeIn(paper: VotingContext, page: BallotPage, sealer: Sealer): void {
  const { opened, store, keeping, connection } = paper;
  const before = store.get();
  // Until the box is open it is asked whether phones come through. Nothing here waits for it.
  if (before.page === undefined && page.state === 'issued') void sayPhoneCame(connection, opened.sessionId, 'paper');
  const phoneVotingEnds = momentIn(page.phoneVotingEndsIn);
  store.set({ reach: 'reached', page, phoneVotingEnds, marking: fitting(before.marking, page) });
  if (page.election !== null && opened.credential !== undefined && page.election !== before.page?.election) {
    // Whoever presses the button hears whether the worker works.
    sealer.call('prepare', page).catch(() => {});
  }
  if (isFinal(page)) wipeDraft(keeping, opened.name);
  const ended = page.state !== 'open' && before.page?.state !== page.state;
  if (ended && store.get().casting.step === 'in-box') void lookIntoBox(paper);
}

type Send = (kept: KeptBallot) => Promise<void>;

/** Goes on where the tab was closed. */
function resume({ store }: VotingContext, ballot: KeptBallot, send: Send): void {
  const { refusal, unsent, earlier } = ballot;
  if (unsent === null) store.set({ casting: inBox(ballot) });
  else if (refusal !== null) store.set({ casting: { step: 'refused', refusal }, earlier });
  else void send(ballot);
}

type Marks = Pick<Voting, 'mark' | 'wipe' | 'show' | 'read' | 'back'>;

function marking(paper: VotingContext, ahead: SealedAhead, screens: ScreenHistory): Marks {
  const { opened, store, keeping, lock } = paper;
  return {
    mark: (subjectId, mark) => {
      const marked: Marking = new Map(store.get().marking).set(subjectId, mark);
      store.set({ marking: marked, keeps: lock !== undefined && keepDraft(keeping, lock, marked) });
    },
    wipe: () => {
      wipeDraft(keeping, opened.name);
      ahead.forget();
      store.set({ marking: new Map() });
    },
    show: (screen) => {
      screens.open({ screen, document: null });
      if (screen === 'review' && isOpen(store.get())) void ahead.seal();
    },
    read: (document) => screens.open({ screen: 'document', document }),
    back: screens.back,
  };
}

type Cast = Pick<Voting, 'cast' | 'sealAgain' | 'backToReview' | 'sendAgain' | 'markAgain' | 'keepEarlier' | 'look'>;

function casting(paper: VotingContext, ahead: SealedAhead, screens: ScreenHistory, send: Send): Cast {
  const { opened, store, keeping } = paper;
  const cast = async () => {
    const done = castMarked(paper, ahead, send);
    if (store.get().casting.step !== 'none') screens.leave();
    await done;
  };
  return {
    cast,
    sealAgain: () => {
      store.set({ casting: { step: 'none' } });
      return cast();
    },
    backToReview: () => {
      store.set({ casting: { step: 'none' } });
      screens.open({ screen: 'review', document: null });
    },
    sendAgain: async () => {
      const ballot = readKeptBallot(keeping, opened.name);
      if (ballot !== undefined) await send(ballot);
      else store.set({ casting: { step: 'none' } });
    },
    markAgain: () => markAgain(paper),
    keepEarlier: () => keepEarlier(paper),
    look: () => lookIntoBox(paper),
  };
}
