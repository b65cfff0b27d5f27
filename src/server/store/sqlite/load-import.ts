import { sql } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type {
  ImportLoad,
  KnownOfImport,
  RosterUse,
  SeatsWanted,
  SessionSince,
  Touched,
} from '../../../domain/roster/known-of-import.ts';
import type { PersonId } from '../../../domain/roster/person.ts';
import type { Seat } from '../../../domain/roster/seat.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { toPastSuperior, toPerson, toSeat } from '../roster-rows.ts';
import { allCommittees, peopleOf } from './committee-rows.ts';
import { pastSuperiorTable, personTable, seatTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { allPlans } from './plans.ts';
import { findSummoned } from './summoned.ts';

/** Everything that the taking back of an import asks for, of the moment of this transaction. */
export function loadImport(
  database: Database,
  { touched, seats: wanted, people, codes, summoned }: ImportLoad,
): Omit<KnownOfImport, 'kept' | 'builtBefore' | 'later'> {
  const seats = seatsWanted(database, wanted);
  return {
    seats,
    people: peopleOf(database, [...new Set([...people, ...seats.map(({ personId }) => personId)])]),
    holdersOfCodes: database
      .select()
      .from(personTable)
      .where(sql`${personTable.codeKey} IN ${listed(codes)}`)
      .all()
      .map(toPerson),
    committees: allCommittees(database),
    pastSuperiors: database.select().from(pastSuperiorTable).all().map(toPastSuperior),
    plans: allPlans(database),
    uses: usesOf(database, touched.addedCommittees, touched.addedPeople),
    sessions: sessionsOf(database, touched),
    summoned: summoned === null ? undefined : findSummoned(database, summoned.committeeId, summoned.term),
  };
}

function seatsWanted(database: Database, { ids, committees, people }: SeatsWanted): Seat[] {
  return database
    .select()
    .from(seatTable)
    .where(
      sql`${seatTable.id} IN ${listed(ids)} OR ${seatTable.committeeId} IN ${listed(committees)}
        OR ${seatTable.personId} IN ${listed(people)}`,
    )
    .all()
    .map(toSeat);
}

/** Tens of thousands of ids are one value of a statement. */
function listed(ids: Iterable<string>) {
  return sql`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`;
}

function usesOf(
  database: Database,
  committees: ReadonlySet<CommitteeId>,
  people: ReadonlySet<PersonId>,
): readonly RosterUse[] {
  const [places, persons] = [listed(committees), listed(people)];
  const rows = database.all<{ kind: RosterUse['kind']; committee: string | null; person: string | null }>(sql`
    SELECT 'account' AS kind, NULL AS committee, person_id AS person FROM account WHERE person_id IN ${persons}
    UNION ALL SELECT 'invitation', committee_id, person_id FROM invitation
      WHERE person_id IN ${persons} OR committee_id IN ${places}
        OR EXISTS (SELECT 1 FROM json_each(grants) WHERE value ->> 'committeeId' IN ${places})
    UNION ALL SELECT 'role', committee_id, NULL FROM account_grant WHERE committee_id IN ${places}
    UNION ALL SELECT 'term', committee_id, NULL FROM term WHERE committee_id IN ${places}
    UNION ALL SELECT 'review', committee_id, NULL FROM half_term_review WHERE committee_id IN ${places}
    UNION ALL SELECT 'summoned-list', committee_id, NULL FROM summoned_list WHERE committee_id IN ${places}
    UNION ALL SELECT 'summoned-list', committee_id, one.value ->> 'personId'
      FROM summoned_list, json_each(body) AS one WHERE one.value ->> 'personId' IN ${persons}`);
  return rows.map(({ kind, committee, person }) => ({
    kind,
    committeeId: committee as CommitteeId | null,
    personId: person as PersonId | null,
  }));
}

function sessionsOf(database: Database, touched: Touched): readonly SessionSince[] {
  const [places, added] = [listed(touched.committees), listed(touched.addedCommittees)];
  const rows = database.all<{ id: string; committee: string; title: string; opened: number; uses: number }>(sql`
    SELECT id, committee_id AS committee, body ->> '$.settings.title' AS title, opened,
      committee_id IN ${added} OR superior_id IN ${added} OR EXISTS (
        SELECT 1 FROM session_person WHERE session_id = id AND person_id IN ${listed(touched.addedPeople)}) AS uses
    FROM session WHERE committee_id IN ${places} OR superior_id IN ${added}
      OR id IN (SELECT session_id FROM session_person WHERE person_id IN ${listed(touched.people)})`);
  return rows.map(({ id, committee, title, opened, uses }) => ({
    id: id as SessionId,
    committeeId: committee as CommitteeId,
    title,
    isOpened: opened !== 0,
    usesAdded: uses !== 0,
  }));
}
