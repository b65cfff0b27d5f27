import { call } from '../../src/client/api.ts';
import { castBallot } from '../../src/contract/box/box.ts';
import { accept } from '../../src/domain/ruling.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { createBallot, type SealedBallot } from '../../src/protocol/ballot/create-ballot.ts';
import { encodeHint } from '../../src/protocol/ballot/hint.ts';
import { appendPart } from '../../src/server/record/append-part.ts';
import { buildSetup, setupEventOf } from '../../src/server/record/build-setup.ts';
import { withAllPapers } from '../../src/server/store/session-store.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import type { Store } from '../../src/server/store/store.ts';
import { theElection } from '../../test/support/build/tellers.ts';
import { aVote } from '../../test/support/build/votes.ts';
import { random } from './work.ts';

/** An open session in the database of a folder, with ballots and their hints sealed beforehand. */
export interface Hall {
  readonly sessionId: SessionId;
  readonly readKey: string;
  /** By turn, one ballot of each paper of that turn. */
  readonly turns: readonly (readonly SealedBallot[])[];
}

/** In the database of a folder. Benches of later commits call it by this name. */
export function openHall(folder: string, subjects: number, turns: readonly number[]): Promise<Hall> {
  return openHallIn(sqliteStore(folder), subjects, turns);
}

/**
 * Opens the box of a session and seals the ballots of every turn; each paper votes once.
 * @param store is closed afterwards
 * @param turns how many papers vote in each
 */
export async function openHallIn(store: Store, subjects: number, turns: readonly number[]): Promise<Hall> {
  const all = turns.reduce((sum, papers) => sum + papers, 0);
  const { state, sheets } = aVote({ subjects, voters: Math.max(all, subjects), sheets: all, phones: 0 });
  const { session } = state;
  const setup = buildSetup(session, state.papers.keys());
  await store.sessions.create(session);
  const clock = () => new Date();
  await store.sessions.update(session.id, withAllPapers, () => {
    const { part } = appendPart(session.id, undefined, setupEventOf(setup), clock);
    const opening = { ...setup, confirmedBy: [1, 2] };
    const opened = { ...session, state: 'open' as const, openedAt: clock().toISOString(), opening };
    return accept({ after: { ...state, session: opened }, append: [part] });
  });
  await store.close();
  const election = theElection(setup.election);
  const marks = election.questions.map((_, at) => at % 3);
  const left = [...sheets];
  const sealed = turns.map((papers) =>
    left.splice(0, papers).map(({ credential }) => createBallot(wasmGroup, election, credential, marks, random)),
  );
  return { sessionId: session.id, readKey: session.readKey, turns: sealed };
}

/** Sends one as its phone does; whoever is refused ends the bench. */
export async function castOne(baseUrl: string, { sessionId, readKey }: Hall, ballot: SealedBallot): Promise<void> {
  const reply = await call({ baseUrl, readKey }, castBallot, { params: { sessionId }, body: bodyOf(ballot) });
  if (!reply.ok) throw new Error(`a ballot of the bench is refused: ${reply.refusal}`);
}

export function bodyOf({ text, hint }: SealedBallot) {
  return { ballot: text, ...(hint && { hint: encodeHint(hint) }), recastKey: 'a'.repeat(32) };
}
