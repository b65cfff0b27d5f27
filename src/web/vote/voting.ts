import { type Connection, call } from '../../client/api.ts';
import type { BallotPage } from '../../client/sealing.ts';
import { castUntilAcknowledged, createRecastKey } from '../../client/voter.ts';
import { listTrackers } from '../../contract/box.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Keeping } from '../shared/keeping.ts';
import { randomBytes } from '../shared/random-bytes.ts';
import { createStore, type Store } from '../shared/store.ts';
import { waitOrOnline } from '../shared/wait.ts';
import {
  forgetBallot,
  type KeptBallot,
  keepBallot,
  keepDraft,
  keepRecastKey,
  readDraft,
  readKeptBallot,
  readRecastKey,
  wipeDraft,
} from './kept.ts';
import { type Lock, lockOf } from './lock.ts';
import { fitting, type Mark, type Marking, marksOf, writeMarking } from './marking.ts';
import type { SealReply } from './seal-message.ts';
import type { Sealer } from './sealer.ts';
import { atFirst, type Casting, isOpen, isOver, type VotingState } from './voting-state.ts';
import { watchPage } from './watch-page.ts';

/** What a page is opened with: a paper's link, or a ballot that was sent from here while the link was there. */
export interface Opened {
  readonly sessionId: SessionId;
  readonly readKey: string;
  /** Not there any more when the tab that had it was closed. */
  readonly credential?: string;
  /** Of the paper, under which things are kept. */
  readonly name: string;
}

export interface Voting {
  readonly store: Store<VotingState>;
  readonly connection: Connection;
  readonly hasCredential: boolean;
  mark(subjectId: string, mark: Mark): void;
  wipe(): void;
  show(screen: VotingState['screen']): void;
  /** The one button: seals what is marked and casts it. */
  cast(): Promise<void>;
  /** Sends a refused ballot once more, where waiting or the desk has helped. */
  sendAgain(): Promise<void>;
  markAgain(): void;
  keepEarlier(): void;
  look(): Promise<void>;
  /** The end of phone voting has come by the clock: asks what the box says. */
  over(): void;
  forget(): void;
  stop(): void;
}

/** Everything that the voting page does for one paper; screens only show its state and call it. */
export function openVoting(opened: Opened, keeping: Keeping, sealer: Sealer): Voting {
  const { sessionId, readKey, credential, name } = opened;
  const connection: Connection = { baseUrl: '', readKey };
  const lock: Lock | undefined = credential === undefined ? undefined : lockOf(sessionId, credential);
  const store = createStore<VotingState>(atFirst);
  let sealed: { readonly marks: string; readonly reply: Promise<SealReply> } | undefined;
  let stopped = false;

  function takeIn(page: BallotPage): void {
    const before = store.get();
    const clockOffset = Date.parse(page.now) - Date.now();
    const marking = fitting(before.marking, page);
    store.set({ reach: 'reached', page, clockOffset, marking });
    if (page.election !== null && credential !== undefined && page.election !== before.page?.election) {
      sealer.prepare(page);
    }
    if (isOver(page)) wipeDraft(keeping, name);
    const ended = page.state !== 'open' && before.page?.state !== page.state;
    if (ended && store.get().casting.step === 'in-box') void look();
  }

  /** Seals ahead of the button; what is marked differently later is sealed anew. */
  function sealAhead(): Promise<SealReply> | undefined {
    const { page, marking } = store.get();
    if (page === undefined || credential === undefined) return undefined;
    const marks = writeMarking(marking) + (page.fingerprint ?? '');
    if (sealed?.marks !== marks) sealed = { marks, reply: sealer.seal(page, credential, marksOf(marking, page)) };
    return sealed.reply;
  }

  async function cast(): Promise<void> {
    const { casting, page, earlier } = store.get();
    const reply = isOpen(store.get()) && casting.step === 'none' ? sealAhead() : undefined;
    if (reply === undefined || page === undefined || lock === undefined) return;
    store.set({ casting: { step: 'sealing' } });
    const made = await reply;
    if (stopped) return;
    sealed = undefined;
    if (!made.ok) return store.set({ casting: { step: 'refused', refusal: made.refusal } });
    const recastKey = readRecastKey(keeping, lock) ?? createRecastKey(randomBytes);
    const { title, committeeName } = page;
    const { text, tracker } = made.ballot;
    const kept: KeptBallot = {
      ...{ sessionId, readKey, title, committeeName, tracker, earlier, refusal: null },
      unsent: { text, recastKey },
    };
    // Both are on the phone before anything leaves it: a closed tab loses neither the ballot nor the right to recast.
    const keeps = keepRecastKey(keeping, lock, recastKey) && keepBallot(keeping, name, kept);
    store.set({ keeps });
    await send(kept);
  }

  async function send(kept: KeptBallot): Promise<void> {
    const { tracker, unsent, earlier } = kept;
    if (unsent === null) return;
    store.set({ casting: { step: 'sending', tracker }, earlier, found: { step: 'idle' } });
    const device = { wait: waitOrOnline };
    const ballot = { text: unsent.text, tracker };
    for (;;) {
      const reply = await castUntilAcknowledged(connection, device, sessionId, ballot, unsent.recastKey);
      if (stopped) return;
      if (reply.ok) return acknowledged(kept);
      if (reply.refusal !== 'unreachable' && reply.refusal !== 'internal') return refused(kept, reply.refusal);
      await waitOrOnline(8000);
    }
  }

  function acknowledged(kept: KeptBallot): void {
    keepBallot(keeping, name, { ...kept, unsent: null, earlier: null, refusal: null });
    wipeDraft(keeping, name);
    const casting: Casting = { step: 'in-box', tracker: kept.tracker };
    store.set({ casting, earlier: null, marking: new Map(), screen: 'marking' });
    watching.now();
  }

  function refused(kept: KeptBallot, refusal: string): void {
    keepBallot(keeping, name, { ...kept, refusal });
    store.set({ casting: { step: 'refused', refusal } });
    watching.now();
  }

  async function look(): Promise<void> {
    const { casting, found } = store.get();
    if (casting.step !== 'in-box' || found.step === 'looking') return;
    store.set({ found: { step: 'looking' } });
    const reply = await call(connection, listTrackers, { params: { sessionId } });
    if (stopped) return;
    if (!reply.ok) return store.set({ found: { step: 'unreachable' } });
    const { trackers, state } = reply.value;
    const step = trackers.includes(casting.tracker) ? 'found' : 'missing';
    const closed = state === 'closed' || state === 'tallied' || state === 'published';
    store.set({ found: { step, count: trackers.length, closed } });
  }

  const kept = readKeptBallot(keeping, name);
  if (lock !== undefined) store.set({ marking: readDraft(keeping, lock) });
  const watching = watchPage(connection, sessionId, {
    page: takeIn,
    nothing: (why) => {
      const known = store.get().page !== undefined;
      store.set({ reach: known ? 'unreachable' : why });
    },
  });
  if (kept !== undefined) resume(kept);

  function resume(ballot: KeptBallot): void {
    const { tracker, refusal, unsent, earlier } = ballot;
    if (unsent === null) store.set({ casting: { step: 'in-box', tracker } });
    else if (refusal !== null) store.set({ casting: { step: 'refused', refusal }, earlier });
    else void send(ballot);
  }

  return {
    ...{ store, connection, cast, look },
    hasCredential: credential !== undefined,
    mark: (subjectId, mark) => {
      const marking: Marking = new Map(store.get().marking).set(subjectId, mark);
      store.set({ marking, keeps: lock !== undefined && keepDraft(keeping, lock, marking) });
    },
    wipe: () => {
      wipeDraft(keeping, name);
      sealed = undefined;
      store.set({ marking: new Map() });
    },
    show: (screen) => {
      store.set({ screen });
      if (screen === 'review' && isOpen(store.get())) void sealAhead();
    },
    sendAgain: async () => {
      const ballot = readKeptBallot(keeping, name);
      if (ballot !== undefined) await send(ballot);
      else store.set({ casting: { step: 'none' } });
    },
    markAgain: () => {
      const { casting } = store.get();
      const earlier = casting.step === 'in-box' ? casting.tracker : store.get().earlier;
      store.set({ casting: { step: 'none' }, earlier, marking: new Map(), screen: 'marking' });
    },
    keepEarlier: () => {
      const { earlier } = store.get();
      const ballot = readKeptBallot(keeping, name);
      wipeDraft(keeping, name);
      if (earlier === null) return;
      if (ballot !== undefined) {
        keepBallot(keeping, name, { ...ballot, tracker: earlier, unsent: null, refusal: null, earlier: null });
      }
      store.set({ casting: { step: 'in-box', tracker: earlier }, earlier: null, marking: new Map() });
    },
    over: watching.now,
    forget: () => forgetBallot(keeping, name),
    stop: () => {
      stopped = true;
      watching.stop();
    },
  };
}
