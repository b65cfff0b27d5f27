import { obstacleSentence } from '../../contract/imports/import-obstacles.ts';
import type { ImportView } from '../../contract/imports/imports.ts';
import type { ProblemItem } from '../../contract/kit/problem.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { Obstacle } from '../../domain/roster/import-obstacles.ts';
import type { Deps } from '../deps.ts';
import type { JudgedImport } from '../workers/office/taking-back.ts';

/** Imports as people look at them; each account is looked up once. */
export async function importViews(deps: Deps, judged: readonly JudgedImport[]): Promise<ImportView[]> {
  const accounts = judged.flatMap(({ listed: { accountId, takenBack } }) => [
    accountId,
    ...(takenBack ? [takenBack.accountId] : []),
  ]);
  const names = await namesOf(deps, accounts);
  const byWhom = ({ accountId, at }: { readonly accountId: AccountId; readonly at: string }) => ({
    by: { name: names.get(accountId) ?? '' },
    at,
  });
  return judged.map(({ listed, obstacles }) => ({
    id: listed.id,
    kind: listed.kind,
    ...byWhom(listed),
    term: listed.term,
    counts: [...listed.counts],
    takenBack: listed.takenBack && byWhom(listed.takenBack),
    obstacles: obstacles.map((one) => ({ ...one, names: [...one.names], messages: obstacleSentence(one) })),
  }));
}

/** What stands in the way, as a refusal names it. */
export function obstacleProblems(obstacles: readonly Obstacle[]): ProblemItem[] {
  return obstacles.map((one) => ({ code: one.code, about: one.names.join('; '), messages: obstacleSentence(one) }));
}

/** By the person's name, or the account's where no person hangs on it; an account that is gone has none. */
async function namesOf({ store }: Deps, ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>> {
  const accounts = await Promise.all([...new Set(ids)].map((id) => store.accounts.find(id)));
  const found = accounts.filter((one) => one !== undefined);
  const persons = found.flatMap(({ personId }) => personId ?? []);
  const people = new Map((await store.committees.findPeople(persons)).map((one) => [one.id, one.name]));
  return new Map(
    found.map(({ id, personId, username }) => [id, (personId === null ? undefined : people.get(personId)) ?? username]),
  );
}
