import { type Ruling, refuse } from '../../../domain/ruling.ts';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { askedOf, isChanged, withChanged } from '../asked-papers.ts';
import { checkStep } from '../check-step.ts';
import { papersInTheClear } from '../kept-papers.ts';
import { linkChange } from '../link-change.ts';
import { destroyOrLeave, type LinkKeys } from '../link-keys.ts';
import { type StepOutcome, unwritten } from '../outcome.ts';
import { areSealedAnew } from '../paper-rows.ts';
import { renewedStates } from '../renewal-store.ts';
import { lockingMeanwhile, type SessionLocks } from '../session-locks.ts';
import { isShut, papersDigest } from '../session-seal.ts';
import type { Seen, SessionLoad, SessionStep } from '../session-store.ts';
import { withoutOrder } from '../without-order.ts';
import { addPeople } from './committee-rows.ts';
import type { Database } from './connection.ts';
import { keepCountdown } from './countdowns.ts';
import { writeDocuments } from './documents.ts';
import type { KnownSessions } from './known-sessions.ts';
import { writeLinks } from './link-rows.ts';
import type { LoadedSession } from './load-session.ts';
import { lockNamed, shareNamed } from './named-locks.ts';
import { writePapers } from './paper-rows.ts';
import { appendParts, keepHints } from './records.ts';
import { forgetRenewal } from './renewals.ts';
import { changeSeal } from './seal-rows.ts';
import { seenBy } from './seen-by.ts';
import { lockSession, updateSession } from './session-rows.ts';
import type { Atomically } from './steps.ts';

interface Around {
  readonly atomically: Atomically;
  readonly locks: SessionLocks;
  readonly keys: LinkKeys;
  readonly sessions: KnownSessions;
}

/** Any step of a session: it has the session's row, and everything that it reads it reads after that. */
export function changeSessions(around: Around) {
  const { atomically, locks, keys, sessions } = around;
  return async <Refusal extends string, const Load extends SessionLoad, Step extends SessionStep>(
    id: SessionId,
    asked: Load,
    decide: (state: SessionWithPapers, seen: Seen<Load>) => Ruling<Step, Refusal>,
  ): Promise<Ruling<Step, Refusal | 'not-found'>> => {
    interface Done {
      readonly ruling: Ruling<Step, Refusal | 'not-found'>;
      /** Where it changed something that a node remembers. */
      readonly left?: LoadedSession;
      readonly isKeyDue?: boolean;
    }
    const step = async (transaction: Database): Promise<StepOutcome<Done>> => {
      // Whoever adds people has the roster's lock before any session's.
      if (asked.people !== undefined) await lockNamed(transaction, 'roster');
      // And nobody changes where the committee stands while a step decides by it.
      else if (asked.place) await shareNamed(transaction, 'roster');
      await lockAll(transaction, id, asked.other);
      const found = await sessions.readAt(transaction, id, asked.papers?.length !== 0);
      if (found === undefined) return unwritten({ ruling: refuse('not-found') });
      const loaded = askedOf(found.state, asked);
      const ruling = decide(loaded, await seenBy(transaction, found.state.session, asked, around));
      if (!ruling.ok) return unwritten({ ruling });
      checkStep(loaded, ruling.value);
      const { after, append = [], hints = [], people = [] } = ruling.value;
      const documents = [ruling.value.documents ?? []].flat();
      const isOwnAppended = append.some(({ electionId }) => electionId === id);
      const isCounted =
        documents.length > 0 || (isChanged(loaded, after) && !(isOwnAppended && isOnlyVotes(loaded, after)));
      const left = isCounted ? await write(transaction, around, [loaded, after], found) : undefined;
      if (!isCounted && after !== loaded) await writePapers(transaction, loaded, after);
      await appendParts(transaction, id, append);
      await keepHints(transaction, id, hints);
      for (const change of documents) await writeDocuments(transaction, id, change, locks);
      await addPeople(transaction, people);
      const wrote = isCounted || append.length > 0 || people.length > 0 || isChanged(loaded, after);
      const isKeyDue = isShut(after.session.state) && !isShut(loaded.session.state);
      return { value: { ruling, isKeyDue, ...(left && { left }) }, wrote };
    };
    locks.require(id);
    const { ruling, isKeyDue } = await lockingMeanwhile(locks, id, () =>
      atomically(step, ({ left }) => left && sessions.remember(id, left)),
    );
    if (isKeyDue) destroyOrLeave(keys, id);
    return ruling;
  };
}

/** In the order of their ids, so that no two wait for each other. */
async function lockAll(transaction: Database, id: SessionId, other: SessionId | undefined): Promise<void> {
  const all = other === undefined || other === id ? [id] : [id, other].sort();
  for (const one of all) await lockSession(transaction, one, one === id ? 'no key update' : 'share');
}

/** Whether nothing is another object but papers that are sealed alike: what casting changes. */
function isOnlyVotes(before: SessionWithPapers, after: SessionWithPapers): boolean {
  return (
    after.session === before.session &&
    !isChanged({ ...before, papers: after.papers }, after) &&
    !areSealedAnew(before, after)
  );
}

/**
 * Writes what changed and counts it.
 * @returns what is to be remembered
 */
async function write(
  transaction: Database,
  { keys, sessions }: Around,
  [loaded, changed]: readonly [SessionWithPapers, SessionWithPapers],
  found: LoadedSession,
): Promise<LoadedSession> {
  const { id, state } = changed.session;
  const isLaidAnew = loaded.session.state !== state;
  const isSealedAnew = areSealedAnew(loaded, changed);
  // What is laid down or sealed anew has to tell who voted, even where nobody asked for papers.
  const whole = isLaidAnew || isSealedAnew ? ((await sessions.readAt(transaction, id, true)) ?? found) : found;
  const [before, after] = [whole.state, withChanged(whole.state, partOf(whole.state, found.state, loaded), changed)];
  const version = await updateSession(transaction, loaded.session, changed.session);
  // Papers that were not asked for cannot have changed, unless all are laid down anew.
  if (isLaidAnew) await writePapers(transaction, before, after);
  else await writePapers(transaction, loaded, changed);
  if (!renewedStates.includes(state)) await forgetRenewal(transaction, id);
  await keepCountdown(transaction, before.session, after.session);
  if (isSealedAnew) {
    await changeSeal(transaction, id, { papers: papersDigest(state, papersInTheClear(after)) });
  }
  await writeLinks(transaction, keys, id, linkChange(before, after));
  return { version, height: whole.height, state: withoutOrder(after, before) };
}

/** What was loaded, as a part of the whole as it was read once more; the whole itself where it was loaded whole. */
function partOf(whole: SessionWithPapers, first: SessionWithPapers, loaded: SessionWithPapers): SessionWithPapers {
  return loaded === first ? whole : loaded;
}
