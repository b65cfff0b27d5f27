import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ProblemItem } from '../../contract/problem.ts';
import type {
  exportProvince as exporting,
  importProvince as importing,
  previewProvince,
} from '../../contract/province.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept } from '../../domain/decision.ts';
import type { PersonId } from '../../domain/person.ts';
import type { ImportTerms } from '../../domain/province-committees.ts';
import type { ProvinceFile, ProvinceProblem } from '../../domain/province-file.ts';
import { type ProvincePlan, planImport } from '../../domain/province-plan.ts';
import type { RosterChanges } from '../../domain/roster-changes.ts';
import type { SeatId } from '../../domain/seat.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../http/answer.ts';
import { localDay } from '../local-time.ts';
import type { RosterFileRefusal } from '../roster-file.ts';
import { uuid } from '../uuid.ts';

type Preview = z.infer<(typeof previewProvince.replies)[200]>;
type Counts = Preview['counts'];
type Refused<Refusal extends string> = {
  ok: false;
  refusal: Refusal | RosterFileRefusal | 'province-has-problems' | 'date-in-future';
  problems?: readonly ProblemItem[];
};

const shown = { warnings: 100, problems: 200 };

/** Reads a file and says what importing it would do; keeps nothing. */
export async function preview(
  deps: Deps,
  file: Uint8Array,
  asked: { on?: string | undefined; missing: 'keep' | 'end' },
): Promise<{ ok: true; value: Preview } | Refused<never>> {
  const today = localDay(deps.clock());
  const levels = await deps.store.committees.levels();
  const terms = { on: asked.on ?? today, missing: asked.missing, today, levels };
  const read = await readFile(deps, file, terms);
  if (!read.ok) return read;
  const planned = planImport(read.file, await deps.store.committees.wholeRoster(), terms);
  if (!planned.ok) return withProblems(planned.problems);
  const { counts, entries, warnings } = planned.plan;
  return accept({
    plan: hashOf(planned.plan, terms),
    on: terms.on,
    counts: [...counts],
    entries: entries.map((entry) => ({ ...entry, fields: [...entry.fields] })),
    warnings: warnings.slice(0, shown.warnings).map(({ sheet, line, column, code, vi, en }) => ({
      ...{ sheet, line, column, code, messages: { vi, en } },
    })),
    warningCount: warnings.length,
  });
}

/** Imports what was previewed, in one step; what has changed meanwhile is seen by the plan's hash. */
export async function importProvince(
  deps: Deps,
  file: Uint8Array,
  { plan: agreed, on, missing }: z.infer<typeof importing.query>,
): Promise<{ ok: true; value: { counts: Counts } } | Refused<'preview-outdated'>> {
  const levels = await deps.store.committees.levels();
  const terms = { on, missing, today: localDay(deps.clock()), levels };
  const read = await readFile(deps, file, terms);
  if (!read.ok) return read;
  const decision = await deps.store.committees.changeRoster((known) => {
    const planned = planImport(read.file, known, terms);
    if (!planned.ok) return withProblems(planned.problems);
    if (hashOf(planned.plan, terms) !== agreed) return { ok: false as const, refusal: 'preview-outdated' as const };
    const changes = withIds(planned.plan.changes, () => uuid(deps.random));
    return { ok: true as const, ...changes, counts: [...planned.plan.counts] };
  });
  return decision.ok ? accept({ counts: decision.counts }) : decision;
}

/** The committees and seats of today as a file. */
export async function exportProvince(
  { store, pool, clock }: Deps,
  { format, list }: z.infer<typeof exporting.query>,
  language: Language,
) {
  const { committees, people, seats } = await store.committees.wholeRoster();
  const today = localDay(clock());
  const province = { committees, people, seats, levels: await store.committees.levels() };
  const value = await pool.run('writeProvince', { ...province, today, format, list, language });
  const name = format === 'xlsx' ? 'cap-uy.xlsx' : list === 'seats' ? 'cap-uy-vien.csv' : 'cap-uy.csv';
  const type = format === 'xlsx' ? exportType : 'text/csv; charset=utf-8';
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
  return { ...accept(value), headers };
}

const exportType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function readFile(
  { pool }: Deps,
  file: Uint8Array,
  { on, today, levels }: ImportTerms,
): Promise<{ ok: true; file: ProvinceFile } | Refused<never>> {
  if (on > today) return { ok: false, refusal: 'date-in-future' };
  const read = await pool.run('readProvinceFile', { file, levels });
  if (!read.ok) return read;
  return read.file.problems.length > 0 && read.file.committees === null && read.file.seats === null
    ? withProblems(read.file.problems)
    : { ok: true, file: read.file };
}

function withProblems(problems: readonly ProvinceProblem[]) {
  const items = problems.slice(0, shown.problems).map(({ sheet, line, column, code, vi, en }) => ({
    ...{ line, code, messages: { vi, en }, column: sheet === '' ? column : `${sheet}: ${column}` },
  }));
  return { ok: false as const, refusal: 'province-has-problems' as const, problems: items };
}

/** Of everything that would change, as it is and as it would be; piecemeal, as a province makes megabytes of it. */
function hashOf({ changes, replaced, counts }: ProvincePlan, { on, missing }: ImportTerms): string {
  const hash = createHash('sha256').update(JSON.stringify({ on, missing, counts }));
  const { committees, pastSuperiors, people, seats } = changes;
  for (const list of [committees, pastSuperiors, people, seats, replaced]) {
    for (let from = 0; from < list.length; from += 1000) hash.update(JSON.stringify(list.slice(from, from + 1000)));
    hash.update('\n');
  }
  return hash.digest('hex');
}

/** Gives ids to whoever and whatever is new: within a plan they are called by their lines. */
function withIds(changes: ProvincePlan['changes'], newId: () => string): RosterChanges {
  const ids = new Map<string, string>();
  const real = (id: string): string => {
    if (!id.startsWith('new-')) return id;
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  const committee = (id: CommitteeId) => real(id) as CommitteeId;
  const orNull = (id: CommitteeId | null) => (id === null ? null : committee(id));
  return {
    committees: changes.committees.map((one) => ({
      ...{ ...one, id: committee(one.id), superiorId: orNull(one.superiorId) },
      ...{ directedById: orNull(one.directedById), successorId: orNull(one.successorId) },
    })),
    pastSuperiors: changes.pastSuperiors,
    people: changes.people.map((one) => ({ ...one, id: real(one.id) as PersonId })),
    seats: changes.seats.map((one) => ({
      ...{ ...one, id: real(one.id) as SeatId, committeeId: committee(one.committeeId) },
      personId: real(one.personId) as PersonId,
    })),
  };
}
