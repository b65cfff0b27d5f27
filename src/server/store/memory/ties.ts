import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { PersonId } from '../../../domain/roster/person.ts';
import { isWithin } from '../../../domain/roster/seat.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { sameSecret } from '../../kit/same-secret.ts';
import type { CommitteeStore } from '../committee-store.ts';
import { sessionPeople } from '../session-people.ts';
import { noSessionTies, seatTies } from '../session-ties.ts';
import type { TieQuestion, TieStore } from '../tie-store.ts';
import type { Data } from './imports.ts';

/** Ties are known of locked sessions too, as they are in the columns of a database. */
export function memoryTies(committees: CommitteeStore, sessions: Data['sessions']): TieStore {
  const seatsHeld = async ({ personId, today }: TieQuestion) => {
    const seats = personId === null ? [] : await committees.seatsOf(personId as PersonId);
    return new Set<string>(seats.filter((seat) => isWithin(seat, today)).map((seat) => seat.committeeId));
  };
  /** A superior that was merged into another lives on in it (design §4.6). */
  const heirOf = async (superiorId: CommitteeId | null): Promise<CommitteeId | null> => {
    const successorId = superiorId === null ? null : ((await committees.find(superiorId))?.successorId ?? null);
    return successorId === null ? superiorId : heirOf(successorId);
  };
  const ofSession: TieStore['ofSession'] = async (sessionId, question) => {
    const session = sessions.get(sessionId as SessionId)?.session;
    if (session === undefined) return undefined;
    const committee = session.openedAt === null ? await committees.find(session.committeeId) : undefined;
    const superiorId = committee ? committee.superiorId : await heirOf(session.superiorId);
    const { personId, readKey } = question;
    const own = sessionPeople(session).filter((one) => one.personId === personId);
    return {
      ...seatTies(session.committeeId, superiorId, await seatsHeld(question)),
      teller: own.some(({ role }) => role === 'teller'),
      voter: own.some(({ role }) => role === 'voter'),
      readKey: readKey !== undefined && sameSecret(readKey, session.readKey),
    };
  };
  return {
    ofSession,
    ofSessions: async (ids, question) => {
      const found = await Promise.all(ids.map(async (id) => [id, await ofSession(id, question)] as const));
      return new Map(found.flatMap(([id, ties]) => (ties === undefined ? [] : [[id, ties] as const])));
    },
    ofCommittee: async (committeeId, question) => {
      const committee = await committees.find(committeeId as CommitteeId);
      if (committee === undefined) return undefined;
      return { ...seatTies(committeeId, committee.superiorId, await seatsHeld(question)), ...noSessionTies };
    },
  };
}
