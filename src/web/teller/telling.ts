import { type Connection, call } from '../../client/api.ts';
import type { ReadCard } from '../../client/teller/key-card.ts';
import { newTellerMemory } from '../../client/teller/memory.ts';
import type { OpenedShare } from '../../client/teller/open-totals.ts';
import type { Recognised } from '../../client/teller/recognise-card.ts';
import { readBallotPage } from '../../contract/box.ts';
import { complainInCeremony } from '../../contract/ceremony.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { sha256Hex } from '../../protocol/hash.ts';
import type { Keeping } from '../shared/keeping.ts';
import { randomBytes } from '../shared/random-bytes.ts';
import { createStore, type Store } from '../shared/store.ts';
import { type Background, checksAhead, confirmPreparedSetup, findContradiction, passing } from './background.ts';
import { runRounds } from './ceremony-loop.ts';
import { forgetKept, type Kept, learned, memoryWith, newKept, readKept, writeKept } from './kept.ts';
import { lookAt } from './look.ts';
import { rehearsalMarks } from './rehearsal-marks.ts';
import type { TellerWorker } from './teller-worker.ts';
import { type Alarm, atFirst, type TellingState } from './telling-state.ts';

/** A card that was read, before anybody knows whose it is. */
export type CardInHand = Extract<ReadCard, { ok: true }>;

/** Done, or not: what was not right is the state's alarm, or something that passes. */
export type Opened = { readonly ok: true } | { readonly ok: false; readonly refusal: string };

/** Everything that a teller's page does for one session; screens only show its state and call it. */
export interface Telling {
  readonly store: Store<TellingState>;
  readonly sessionId: SessionId;
  readonly connection: Connection;
  /** Takes part in the ceremony, of the size that was agreed in the hall. */
  join(): void;
  /** The code reads the same on every screen, or it does not. */
  answerCode(same: boolean): Promise<void>;
  recognise(card: CardInHand): Promise<Recognised>;
  /** The card was read back: the seed leaves the phone. */
  cardProven(): void;
  castRehearsal(): Promise<Opened>;
  openRehearsal(card: CardInHand, announced: number): Promise<Opened>;
  openTotals(card: CardInHand, announced: number, onProgress: (done: number, total: number) => void): Promise<Opened>;
  /** People have looked into an alarm: begins again. */
  dismissAlarm(): void;
  lookNow(): Promise<void>;
  /** Takes everything of this session off the phone. */
  forget(): void;
  stop(): void;
}

export interface TellingOptions {
  readonly connection: Connection;
  readonly sessionId: SessionId;
  readonly accountId: string;
  readonly keeping: Keeping;
  readonly worker: TellerWorker;
}

/** Milliseconds from one look to the next. */
function pauseIn({ session, reach }: TellingState): number {
  if (reach !== 'reached') return 4000;
  switch (session?.state) {
    case 'issued':
    case 'closed':
      return 3000;
    case 'open':
    case 'counting':
      return 8000;
    default:
      return 20_000;
  }
}

export function openTelling({ connection, sessionId, accountId, keeping, worker }: TellingOptions): Telling {
  const store = createStore<TellingState>({ ...atFirst, kept: readKept(keeping, sessionId, accountId) });
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> | undefined;
  let atRounds = false;
  let confirming = false;

  const keep = (kept: Kept) => store.set({ kept, keeps: writeKept(keeping, sessionId, accountId, kept) });
  const work: Background = { store, sessionId, worker, keep };
  const checkAhead = checksAhead(work);

  async function look(): Promise<void> {
    const looked = await lookAt(connection, sessionId);
    if (stopped) return;
    if (!looked.ok) return store.set({ reach: looked.reach });
    const { ceremony } = looked.seen;
    const { kept, code } = store.get();
    const stale = ceremony === null || ceremony.round === 'failed' || ceremony.run !== kept?.run;
    store.set({ ...looked.seen, reach: 'reached', code: stale ? null : code });
    const contradiction = findContradiction(store.get());
    if (contradiction) store.set({ alarm: contradiction });
    if (looked.head && kept !== null) keep(learned(kept, { heads: [looked.head], decrypted: new Map() }));
    goOn(looked.head?.hash ?? null);
  }

  /** What runs by itself. A bug in it must not look like a quiet screen: it is thrown into the console. */
  function goOn(head: string | null): void {
    void rounds();
    if (store.get().alarm !== null) return;
    void confirmOnce();
    void checkAhead(head, Date.now());
  }

  async function rounds(): Promise<void> {
    if (atRounds) return;
    atRounds = true;
    try {
      await runRounds({ ...work, isStopped: () => stopped });
    } finally {
      atRounds = false;
    }
  }

  async function confirmOnce(): Promise<void> {
    if (confirming) return;
    confirming = true;
    try {
      await confirmPreparedSetup(work);
    } finally {
      confirming = false;
    }
  }

  function lookNow(): Promise<void> {
    clearTimeout(timer);
    looking ??= look().finally(() => {
      looking = undefined;
      if (!stopped) timer = setTimeout(() => void lookNow(), pauseIn(store.get()));
    });
    return looking;
  }
  const whenSeen = () => {
    if (document.visibilityState === 'visible') void lookNow();
  };
  const whenBack = () => void lookNow();
  document.addEventListener('visibilitychange', whenSeen);
  window.addEventListener('online', whenBack);
  void lookNow();

  /** What this phone keeps, made anew where it knows of the ceremony by the card only. */
  function keptNow(): Kept | undefined {
    const { kept, ceremony } = store.get();
    if (kept !== null && (ceremony === null || kept.run === ceremony.run)) return kept;
    return ceremony === null ? undefined : newKept(ceremony.run, ceremony, null);
  }

  function judge(during: Alarm['during'], typed: number, outcome: Outcome): Opened {
    if (outcome.ok) return { ok: true };
    const { refusal, failure, counted } = outcome;
    if (!passing.has(refusal)) {
      store.set({
        alarm: {
          during,
          refusal,
          ...(failure && { failure }),
          ...(counted !== undefined && { numbers: { typed, counted } }),
        },
      });
    }
    return { ok: false, refusal };
  }

  return {
    ...{ store, sessionId, connection, lookNow },
    join: () => {
      const { ceremony } = store.get();
      if (ceremony === null) return;
      keep(newKept(ceremony.run, ceremony, newTellerMemory(randomBytes).seed));
      void rounds();
    },
    answerCode: async (same) => {
      const { kept, ceremony, code } = store.get();
      if (kept === null || ceremony === null || code === null) return;
      store.set({ code: null });
      if (same) {
        keep({ ...kept, confirmedCode: code });
        return rounds();
      }
      const body = { run: kept.run, against: null, reason: 'spoken-code-differs' };
      const said = await call(connection, complainInCeremony, { params: { sessionId }, body });
      // Not said: the question stands.
      if (!said.ok && said.refusal === 'unreachable') store.set({ code });
      return lookNow();
    },
    recognise: async (card) => {
      const view = store.get().ceremony;
      if (view === null) return { kind: 'another-ceremony' };
      const recognised = await worker.run('recogniseCard', { sessionId, card, view });
      if (recognised.kind === 'own-key-missing') store.set({ alarm: { during: 'setup', refusal: recognised.kind } });
      return recognised;
    },
    cardProven: () => {
      const kept = keptNow();
      const trustees = kept?.trustees ?? sha256Hex(store.get().ceremony?.trustees ?? '');
      if (kept !== undefined) keep({ ...kept, seed: null, proven: true, trustees });
      void lookNow();
    },
    castRehearsal: async () => {
      const page = await call(connection, readBallotPage, { params: { sessionId } });
      if (!page.ok) return page;
      const marks = rehearsalMarks(page.value, randomBytes);
      const cast = await worker.run('rehearse', { sessionId, marks });
      const kept = keptNow();
      if (cast.ok && kept !== undefined) keep({ ...kept, rehearsed: marks.length });
      await lookNow();
      return cast.ok ? { ok: true } : cast;
    },
    openRehearsal: async (card, announced) => {
      const kept = keptNow();
      if (kept === undefined) return { ok: false, refusal: 'ceremony-not-running' };
      const memory = memoryWith(kept, card.seed);
      const opened = await worker.run('openRehearsal', { sessionId, memory, announced });
      keep(learned(store.get().kept ?? kept, { heads: [], decrypted: opened.memory.decrypted }));
      await lookNow();
      return judge('rehearsal', announced, opened);
    },
    openTotals: async (card, announced, onProgress) => {
      const kept = keptNow();
      if (kept === undefined) return { ok: false, refusal: 'ceremony-not-running' };
      worker.gatherCheckers();
      const { fingerprint } = kept;
      const opened = await worker.run(
        'openTotals',
        { sessionId, memory: memoryWith(kept, card.seed), announced, fingerprint },
        { onProgress, remember: (memory) => keep(learned(store.get().kept ?? kept, memory)) },
      );
      await lookNow();
      return judge('tally', announced, opened);
    },
    dismissAlarm: () => {
      store.set({ alarm: null });
      void lookNow();
    },
    forget: () => {
      forgetKept(keeping, sessionId, accountId);
      store.set({ kept: null });
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('online', whenBack);
    },
  };
}

type Outcome = { readonly ok: true } | Omit<Extract<OpenedShare, { ok: false }>, 'memory'>;
