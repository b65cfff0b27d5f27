import { sql } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type {
  ImportLoad,
  KnownOfImport,
  RosterUse,
  SessionSince,
  Touched,
} from '../../../domain/roster/known-of-import.ts';
import type { PersonId } from '../../../domain/roster/person.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { toPastSuperior } from '../roster-rows.ts';
import { anyOf } from './any-of.ts';
import { committeesWhere, peopleOf, peopleWhere, seatsWhere } from './committee-rows.ts';
import { pastSuperiorTable, personTable, seatTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { allPlans } from './plans.ts';
import { findSummoned } from './summoned.ts';

/** Everything that the taking back of an import asks for, of the moment of this transaction. */
export async function loadImport(
  transaction: Database,
  { touched, seats: wanted, people, codes, summoned }: ImportLoad,
): Promise<Omit<KnownOfImport, 'kept' | 'builtBefore' | 'later'>> {
  const seats = await seatsWhere(
    transaction,
    sql`${anyOf(seatTable.id, wanted.ids)} OR ${anyOf(seatTable.committeeId, wanted.committees)}
      OR ${anyOf(seatTable.personId, wanted.people)}`,
  );
  return {
    seats,
    people: await peopleOf(transaction, [...people, ...seats.map(({ personId }) => personId)]),
    holdersOfCodes: await peopleWhere(transaction, anyOf(personTable.codeKey, codes)),
    committees: await committeesWhere(transaction),
    pastSuperiors: (await transaction.select().from(pastSuperiorTable)).map(toPastSuperior),
    plans: await allPlans(transaction),
    uses: await usesOf(transaction, touched.addedCommittees, touched.addedPeople),
    sessions: await sessionsOf(transaction, touched),
    summoned: summoned === null ? undefined : await findSummoned(transaction, summoned.committeeId, summoned.term),
  };
}

type UseRow = { readonly kind: RosterUse['kind']; readonly committee: string | null; readonly person: string | null };

async function usesOf(
  transaction: Database,
  committees: ReadonlySet<CommitteeId>,
  people: ReadonlySet<PersonId>,
): Promise<readonly RosterUse[]> {
  if (committees.size === 0 && people.size === 0) return [];
  const [places, persons] = [sql`${sql.param([...committees])}::text[]`, sql`${sql.param([...people])}::text[]`];
  const { rows } = await transaction.execute<UseRow>(sql`
    SELECT 'account' AS kind, NULL AS committee, person_id AS person FROM account WHERE person_id = ANY(${persons})
    UNION ALL SELECT 'invitation', committee_id, person_id FROM invitation
      WHERE person_id = ANY(${persons}) OR committee_id = ANY(${places})
        OR EXISTS (SELECT 1 FROM json_array_elements(grants::json) AS one WHERE one ->> 'committeeId' = ANY(${places}))
    UNION ALL SELECT 'role', committee_id, NULL FROM account_grant WHERE committee_id = ANY(${places})
    UNION ALL SELECT 'term', committee_id, NULL FROM term WHERE committee_id = ANY(${places})
    UNION ALL SELECT 'review', committee_id, NULL FROM half_term_review WHERE committee_id = ANY(${places})
    UNION ALL SELECT 'summoned-list', committee_id, NULL FROM summoned_list WHERE committee_id = ANY(${places})
    UNION ALL SELECT 'summoned-list', committee_id, one ->> 'personId'
      FROM summoned_list, json_array_elements(body::json) AS one WHERE one ->> 'personId' = ANY(${persons})`);
  return rows.map(({ kind, committee, person }) => ({
    kind,
    committeeId: committee as CommitteeId | null,
    personId: person as PersonId | null,
  }));
}

type SessionRow = {
  readonly id: string;
  readonly committee: string;
  readonly title: string;
  readonly opened: boolean;
  readonly uses: boolean;
};

async function sessionsOf(transaction: Database, touched: Touched): Promise<readonly SessionSince[]> {
  const { committees, people, addedCommittees, addedPeople } = touched;
  const listed = (ids: Iterable<string>) => sql`${sql.param([...ids])}::text[]`;
  const [places, added] = [listed(committees), listed(addedCommittees)];
  const { rows } = await transaction.execute<SessionRow>(sql`
    SELECT id, committee_id AS committee, body::json -> 'settings' ->> 'title' AS title, opened,
      committee_id = ANY(${added}) OR coalesce(superior_id = ANY(${added}), false) OR id IN (
        SELECT session_id FROM session_person WHERE person_id = ANY(${listed(addedPeople)})) AS uses
    FROM session WHERE committee_id = ANY(${places}) OR superior_id = ANY(${added})
      OR id IN (SELECT session_id FROM session_person WHERE person_id = ANY(${listed(people)}))
    ORDER BY id`);
  return rows.map(({ id, committee, title, opened, uses }) => ({
    id: id as SessionId,
    committeeId: committee as CommitteeId,
    title,
    isOpened: opened,
    usesAdded: uses,
  }));
}
