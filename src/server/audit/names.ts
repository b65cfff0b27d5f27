import type { Account, AccountId } from '../../domain/account/account.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { StoredRowDamaged } from '../store/damaged-row.ts';

/** What entries of the audit log name, as it is called now: what is no longer there is missing. */
export interface AuditNames {
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly people: ReadonlyMap<PersonId, string>;
  readonly committees: ReadonlyMap<CommitteeId, string>;
  readonly plans: ReadonlyMap<PlanId, Plan>;
  readonly sessions: ReadonlyMap<SessionId, string>;
}

/** Reads each thing once, however many entries name it. */
export async function auditNames({ store }: Deps, entries: readonly AuditEntry[]): Promise<AuditNames> {
  const accountIds = distinct(entries.flatMap(({ accountId, aboutAccountId }) => [accountId, aboutAccountId]));
  const accounts = await found(accountIds, (id) => store.accounts.find(id));
  const plans = await found(distinct(entries.map(({ planId }) => planId)), (id) => store.plans.find(id));
  const users = [...accounts.values()].map(({ personId }) => personId);
  const people = await store.committees.findPeople(distinct([...users, ...entries.map(({ personId }) => personId)]));
  const committees = await store.committees.findCommittees(distinct(entries.map(({ committeeId }) => committeeId)));
  return {
    accounts,
    plans,
    people: new Map(people.map(({ id, name: fullName }) => [id, fullName])),
    committees: new Map(committees.map(({ id, name }) => [id, name])),
    sessions: await store.sessions.titles(distinct(entries.map(({ sessionId }) => sessionId))),
  };
}

function distinct<Id>(ids: readonly (Id | null)[]): Id[] {
  return [...new Set(ids)].filter((id) => id !== null);
}

async function found<Id, Thing>(
  ids: readonly Id[],
  find: (id: Id) => Promise<Thing | undefined>,
): Promise<ReadonlyMap<Id, Thing>> {
  const things = await Promise.all(ids.map(async (id) => [id, await undefinedWhereDamaged(find(id))] as const));
  return new Map(things.flatMap(([id, thing]) => (thing === undefined ? [] : [[id, thing] as const])));
}

/** What cannot be read has no name. */
async function undefinedWhereDamaged<Thing>(finding: Promise<Thing | undefined>): Promise<Thing | undefined> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof StoredRowDamaged) return undefined;
    throw error;
  }
}
