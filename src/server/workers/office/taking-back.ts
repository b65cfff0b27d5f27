import type { AccountId } from '../../../domain/account/account.ts';
import type { ImportId } from '../../../domain/roster/import-id.ts';
import type { Obstacle } from '../../../domain/roster/import-obstacles.ts';
import { type ImportPlace, isOfPlace, type ListedImport } from '../../../domain/roster/kept-import.ts';
import type { RestoredDelegates, RestoredRoster } from '../../../domain/roster/known-of-import.ts';
import type { PersonId } from '../../../domain/roster/person.ts';
import { gainsSeat } from '../../../domain/roster/seat-changes.ts';
import { type TakeBack, takeBackDelegates, takeBackRoster } from '../../../domain/roster/take-back-import.ts';
import { type Ruling, refuse } from '../../../domain/ruling.ts';
import type { About } from '../../store/audit-intent.ts';
import { digest } from '../../store/digest.ts';
import type { FoundImport, ImportStore } from '../../store/import-store.ts';

/** An import and what stands in the way of taking it back. */
export interface JudgedImport {
  readonly listed: ListedImport;
  readonly obstacles: readonly Obstacle[];
}

export interface ImportToTakeBack {
  readonly id: ImportId;
  readonly place: ImportPlace;
  /** Who takes it back. */
  readonly accountId: AccountId;
  readonly personId: PersonId | null;
  readonly at: string;
}

export type TakenBack =
  | Ruling<ListedImport, 'not-found'>
  | { readonly ok: false; readonly refusal: 'own-seat' }
  | { readonly ok: false; readonly refusal: 'import-built-on'; readonly obstacles: readonly Obstacle[] };

export const listedAtOnce = 50;

export interface ImportsToJudge {
  readonly place: ImportPlace;
  readonly listed: readonly ListedImport[];
}

/** Imports of a place with what stands in the way of each. */
export async function judgeImports(
  imports: ImportStore,
  { place, listed }: ImportsToJudge,
): Promise<readonly JudgedImport[]> {
  const judged: JudgedImport[] = [];
  for (const one of listed) judged.push({ listed: one, obstacles: await obstaclesOf(imports, one, place) });
  return judged;
}

async function obstaclesOf(
  imports: ImportStore,
  { id, takenBack }: ListedImport,
  place: ImportPlace,
): Promise<readonly Obstacle[]> {
  if (takenBack !== null) return [];
  return imports.look(id, (found) => {
    const judged = found && judge(found, place);
    return judged === undefined || judged.ok ? [] : judged.obstacles;
  });
}

/**
 * Takes an import back in one step, which looks itself at everything that was built on it. Every committee that it had
 * touched and that stays finds this in its own audit log. One that was taken back before is left as it is.
 */
export async function takeBack(
  imports: ImportStore,
  { id, place, accountId, personId, at }: ImportToTakeBack,
  about: About,
): Promise<TakenBack> {
  const takenBack = { accountId, at };
  return imports.takeBack(id, (found) => {
    const kept = found?.known.kept;
    if (found === undefined || kept === undefined || !isOfPlace(kept, place)) return refuse('not-found');
    if (kept.takenBack !== null) return done(kept, kept.takenBack, null);
    const judged = judge(found, place);
    if (!judged.ok) return { ok: false as const, refusal: 'import-built-on' as const, obstacles: judged.obstacles };
    const { restored } = judged;
    if (restored.of === 'roster') {
      if (gainsSeat(restored.replacedSeats, restored.seats, personId)) return refuse('own-seat');
      const staying = kept.committeeIds.filter((committeeId) => !restored.gone.committees.has(committeeId));
      about({ committeeId: null }, ...staying.map((committeeId) => ({ committeeId })));
    }
    return done(kept, takenBack, restored);
  });
}

function done(
  kept: ListedImport,
  takenBack: NonNullable<ListedImport['takenBack']>,
  restored: RestoredRoster | RestoredDelegates | null,
) {
  return { ok: true as const, value: { ...kept, takenBack }, takenBack, restored };
}

function judge({ image, known }: FoundImport, place: ImportPlace): TakeBack<RestoredRoster | RestoredDelegates> {
  if (image === null) return { ok: false, obstacles: [{ code: 'not-kept', names: [], count: 0 }] };
  return image.of === 'roster'
    ? takeBackRoster(image, known, digest, place?.committeeId ?? null)
    : takeBackDelegates(image, known, digest);
}
