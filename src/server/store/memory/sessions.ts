import type { SessionUnderPlan } from '../../../domain/plan/plan-progress.ts';
import { refuse } from '../../../domain/ruling.ts';
import { publishedResult } from '../../../domain/session/published-result.ts';
import type { Session, SessionId } from '../../../domain/session/session.ts';
import { checkStep } from '../check-step.ts';
import type { SessionLocks } from '../session-locks.ts';
import { sessionPeople } from '../session-people.ts';
import type { SessionFilter, SessionStore } from '../session-store.ts';
import { withoutOrder } from '../without-order.ts';
import { heldSeatsIn } from './committees.ts';
import { refuseGone } from './gone.ts';
import type { emptyData } from './imports.ts';
import { memoryRecords } from './records.ts';

type Data = Pick<ReturnType<typeof emptyData>, 'sessions' | 'roster' | 'summoned' | 'gone' | 'documents'>;

export function memorySessions(data: Data, locks: SessionLocks): SessionStore {
  const { sessions, roster, summoned, gone } = data;
  const { box, stage, reads } = memoryRecords(data);

  const find = (id: SessionId) => {
    locks.require(id);
    return sessions.get(id);
  };

  const fitting = (filter: SessionFilter) =>
    [...sessions.values()]
      .map(({ session }) => session)
      .filter((session) => fits(session, filter))
      .sort(newestFirst);
  const list = (filter: SessionFilter) => fitting(filter).filter(({ id }) => locks.problemOf(id) === undefined);

  const checkNamed = (session: Session) => {
    const people = sessionPeople(session).map(({ personId }) => personId);
    refuseGone(gone, [session.committeeId, session.superiorId, ...people]);
  };

  const create = (session: Session) => {
    if (sessions.has(session.id)) throw new Error(`session ${session.id} is there already`);
    checkNamed(session);
    sessions.set(session.id, { session, papers: new Map(), phoneLinks: new Map() });
  };

  return {
    drawUp: async ({ id, committeeId, day, term }, decide) => {
      const there = find(id)?.session;
      const committee = roster.committees.get(committeeId);
      const superiorId = committee?.superiorId ?? null;
      const decision = decide({
        there,
        committee,
        superior: superiorId === null ? null : (roster.committees.get(superiorId) ?? null),
        seats: heldSeatsIn(roster, committeeId, day),
        summoned: term === null ? undefined : summoned.get(`${committeeId} ${term}`),
      });
      if (decision.ok && decision.value !== there) create(decision.value);
      return decision;
    },
    create: async (session) => create(session),
    find: async (id) => find(id)?.session,
    findWithPapers: async (id) => find(id),
    list: async (filter) => list(filter),
    locked: async (filter) =>
      fitting(filter)
        .filter(({ id }) => locks.problemOf(id) !== undefined)
        .map(({ id, committeeId, state, settings }) => ({ id, committeeId, state, heldOn: settings.heldOn })),
    titles: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const found = locks.problemOf(id) === undefined ? sessions.get(id) : undefined;
          return found ? [[id, found.session.settings.title] as const] : [];
        }),
      ),
    published: async (filter) => list(filter).flatMap((session) => publishedResult(session) ?? []),
    underPlan: async (id) =>
      [...sessions.values()].flatMap(({ session }) => (session.planId === id ? [underPlan(session)] : [])),
    look: async (id, decide) => {
      const state = sessions.get(id);
      return state === undefined ? refuse('not-found') : decide(state, box);
    },
    update: async (id, decide) => {
      const before = find(id);
      if (before === undefined) return refuse('not-found');
      const decision = decide(before, box);
      if (!decision.ok) return decision;
      const { value: step } = decision;
      checkStep(before, step);
      checkNamed(step.after.session);
      const append = stage(id, step.append ?? []);
      sessions.set(id, withoutOrder(step.after, before));
      append();
      return decision;
    },
    all: async () =>
      [...sessions.values()]
        .map(({ session: { id, state } }) => ({ id, state }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...reads,
  };
}

function underPlan({ id: sessionId, committeeId, state, settings }: Session): SessionUnderPlan {
  return { sessionId, committeeId, state, heldOn: settings.heldOn };
}

function fits(session: Session, { committeeIds, superiorIds, personId }: SessionFilter): boolean {
  if (committeeIds?.includes(session.committeeId)) return true;
  if (session.superiorId !== null && superiorIds?.includes(session.superiorId)) return true;
  return personId !== undefined && sessionPeople(session).some((one) => one.personId === personId);
}

function newestFirst(a: Session, b: Session): number {
  if (a.settings.heldOn !== b.settings.heldOn) return a.settings.heldOn < b.settings.heldOn ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
