import type { Account, AccountId } from '../../../domain/account/account.ts';
import type { Invitation } from '../../../domain/account/invitation.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { HalfTermReview } from '../../../domain/half-term/review.ts';
import type { Plan, PlanId } from '../../../domain/plan/plan.ts';
import {
  type BuiltBefore,
  type ImportId,
  type ImportImage,
  type ImportToKeep,
  importsKept,
  isOfPlace,
  keptSince,
  type ListedImport,
} from '../../../domain/roster/kept-import.ts';
import type {
  KnownOfImport,
  RestoredDelegates,
  RestoredRoster,
  RosterUse,
  SessionSince,
  Touched,
} from '../../../domain/roster/known-of-import.ts';
import type { PersonId } from '../../../domain/roster/person.ts';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import type { SummonedList } from '../../../domain/session/summoned.ts';
import { codeKey } from '../../../domain/text/code-key.ts';
import type { StoredDocument } from '../document-store.ts';
import type { FoundImport, ImportStore } from '../import-store.ts';
import { sessionPeople } from '../session-people.ts';
import { emptyRoster } from './committees.ts';

/** What an import looks at and changes, beside what other stores do with it. */
export function emptyData() {
  return {
    roster: emptyRoster(),
    accounts: new Map<AccountId, Account>(),
    invitations: new Map<string, Invitation>(),
    sessions: new Map<SessionId, SessionWithPapers>(),
    plans: new Map<PlanId, Plan>(),
    summoned: new Map<string, SummonedList>(),
    reviews: new Map<string, HalfTermReview>(),
    gone: new Set<string>(),
    documents: new Map<string, { readonly document: StoredDocument; readonly bytes: Uint8Array }>(),
  };
}
export type Data = ReturnType<typeof emptyData>;

export type KeepImport = (kept: ImportToKeep) => void;

interface Kept {
  listed: ListedImport;
  image: ImportImage | null;
  builtBefore: BuiltBefore;
}

export function memoryImports(data: Data): { imports: ImportStore; keepImport: KeepImport } {
  const kept: Kept[] = [];
  const forget = (before: string) => {
    for (const one of kept) if (one.listed.at < before) one.image = null;
  };
  const keepImport: KeepImport = ({ image, ...listed }) => {
    kept.push({ listed, image: structuredClone(image), builtBefore: builtNow(data) });
    const isAlike = (one: Kept) => one.listed.kind === listed.kind && one.listed.committeeId === listed.committeeId;
    const alike = kept.filter((one) => isAlike(one) && one.listed.takenBack === null);
    for (const one of alike.slice(0, -importsKept.newest)) one.image = null;
    forget(keptSince(new Date(listed.at)));
  };
  const find = (id: ImportId): FoundImport | undefined => {
    const at = kept.findIndex(({ listed }) => listed.id === id);
    const found = kept[at];
    if (found === undefined) return undefined;
    const later = kept.slice(at + 1).filter(({ listed }) => listed.takenBack === null);
    const known = knownOfImport(
      data,
      found,
      later.map(({ listed }) => listed),
    );
    return { known, image: found.image };
  };
  const imports: ImportStore = {
    list: async (place, limit) =>
      kept
        .map(({ listed }) => listed)
        .filter((one) => isOfPlace(one, place))
        .reverse()
        .slice(0, limit),
    look: async (id, read) => read(find(id)),
    takeBack: async (id, decide) => {
      const decision = decide(find(id));
      if (!decision.ok || decision.restored === null) return decision;
      restore(data, decision.restored);
      const found = kept.find(({ listed }) => listed.id === id);
      if (found) Object.assign(found, { listed: { ...found.listed, takenBack: decision.takenBack }, image: null });
      return decision;
    },
    forgetBefore: async (at) => forget(at),
  };
  return { imports, keepImport };
}

function builtNow({ sessions, plans }: Data): BuiltBefore {
  return {
    sessions: new Map([...sessions.values()].map(({ session }) => [session.id, session.openedAt !== null])),
    plans: new Set([...plans.values()].filter(({ issued }) => issued !== null).map(({ id }) => id)),
  };
}

function knownOfImport(data: Data, { listed, builtBefore }: Kept, later: readonly ListedImport[]): KnownOfImport {
  const { committees, people, seats, pastSuperiors } = data.roster;
  return {
    ...{ kept: listed, builtBefore, later, pastSuperiors },
    committees: [...committees.values()],
    plans: [...data.plans.values()],
    summoned: data.summoned.get(`${listed.committeeId} ${listed.term}`),
    usesOf: (places, persons) => usesOf(data, places, persons),
    sessionsOf: (touched) => sessionsOf(data, touched),
    people: (ids) => [...new Set(ids)].flatMap((id) => people.get(id as PersonId) ?? []),
    peopleOfCodes: (keys) => [...people.values()].filter(({ code }) => code !== null && keys.includes(codeKey(code))),
    seats: (wanted) => {
      const ids = new Set<string>(wanted.ids);
      return [...seats.values()].filter(
        (one) => ids.has(one.id) || wanted.committees.has(one.committeeId) || wanted.people.has(one.personId),
      );
    },
  };
}

function usesOf(
  { accounts, invitations, roster, reviews, summoned }: Data,
  committees: ReadonlySet<CommitteeId>,
  people: ReadonlySet<PersonId>,
): readonly RosterUse[] {
  const isAdded = (one: { readonly committeeId?: CommitteeId | null; readonly personId?: PersonId | null }) =>
    (one.committeeId != null && committees.has(one.committeeId)) || (one.personId != null && people.has(one.personId));
  const use = (kind: RosterUse['kind'], committeeId: CommitteeId | null, personId: PersonId | null): RosterUse => ({
    ...{ kind, committeeId, personId },
  });
  const lists = [...summoned.values()];
  return [
    ...[...accounts.values()].filter(isAdded).map(({ personId }) => use('account', null, personId)),
    ...[...invitations.values()]
      .filter((one) => isAdded(one) || one.grants.some(isAdded))
      .map((one) => use('invitation', one.committeeId, one.personId)),
    ...[...accounts.values()]
      .flatMap(({ grants }) => grants.filter(isAdded))
      .map(({ committeeId }) => use('role', committeeId, null)),
    ...[...roster.terms.values()].filter(isAdded).map((one) => use('term', one.committeeId, null)),
    ...[...reviews.values()].filter(isAdded).map((one) => use('review', one.committeeId, null)),
    ...lists.filter(isAdded).map((one) => use('summoned-list', one.committeeId, null)),
    ...lists.flatMap((list) =>
      list.people.filter(isAdded).map(({ personId }) => use('summoned-list', list.committeeId, personId)),
    ),
  ];
}

function sessionsOf({ sessions }: Data, touched: Touched): readonly SessionSince[] {
  const { committees, addedCommittees } = touched;
  const people = new Set<string>(touched.people);
  const addedPeople = new Set<string>(touched.addedPeople);
  return [...sessions.values()].flatMap(({ session }) => {
    const { id, committeeId, superiorId, openedAt, settings } = session;
    const named = sessionPeople(session).map(({ personId }) => personId);
    const usesAdded =
      addedCommittees.has(committeeId) ||
      (superiorId !== null && addedCommittees.has(superiorId)) ||
      named.some((one) => addedPeople.has(one));
    if (!usesAdded && !committees.has(committeeId) && !named.some((one) => people.has(one))) return [];
    return [{ id, committeeId, title: settings.title, isOpened: openedAt !== null, usesAdded }];
  });
}

function restore(data: Data, restored: RestoredRoster | RestoredDelegates): void {
  if (restored.of === 'delegates') {
    const { committeeId, term, people } = restored;
    const place = `${committeeId} ${term}`;
    if (people === null) data.summoned.delete(place);
    else data.summoned.set(place, { committeeId, term, people });
    return;
  }
  const { committees, people, seats, pastSuperiors } = data.roster;
  const { gone } = restored;
  data.roster.revision += 1;
  for (const one of restored.committees) committees.set(one.id, one);
  for (const one of restored.people) people.set(one.id, one);
  for (const one of restored.seats) seats.set(one.id, one);
  for (const id of [...gone.people, ...gone.committees]) data.gone.add(id);
  for (const id of gone.seats) seats.delete(id);
  for (const id of gone.people) people.delete(id);
  for (const id of gone.committees) committees.delete(id);
  const past = new Set(gone.pastSuperiors.map(({ committeeId, to }) => `${committeeId} ${to}`));
  const left = pastSuperiors.filter(({ committeeId, to }) => !past.has(`${committeeId} ${to}`));
  pastSuperiors.splice(0, pastSuperiors.length, ...left);
}
