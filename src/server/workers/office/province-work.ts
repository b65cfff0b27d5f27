import type { z } from 'zod';
import type { exportProvince, importProvince, previewProvince } from '../../../contract/committee/province.ts';
import type { ProblemItem } from '../../../contract/kit/problem.ts';
import type { Committee, CommitteeId } from '../../../domain/committee/committee.ts';
import type { Capitals } from '../../../domain/lists/line-people.ts';
import { compareImport, type ImportDiff } from '../../../domain/roster/import-diff.ts';
import { importId } from '../../../domain/roster/import-id.ts';
import { type ImportMade, rosterImport } from '../../../domain/roster/kept-import.ts';
import type { PersonId } from '../../../domain/roster/person.ts';
import type { ImportOptions } from '../../../domain/roster/province-committees.ts';
import { type ProvinceFile, type ProvinceProblem, readProvinceFile } from '../../../domain/roster/province-file.ts';
import type { RosterChanges } from '../../../domain/roster/roster-changes.ts';
import type { SeatId } from '../../../domain/roster/seat.ts';
import { gainsSeat } from '../../../domain/roster/seat-changes.ts';
import { accept, refuse } from '../../../domain/ruling.ts';
import { type TableHeading, tableCsv } from '../../../print/file-table.ts';
import { committeesTable, seatsTable } from '../../../print/province-tables.ts';
import { diffHash } from '../../lists/diff-hash.ts';
import { listAnswer, problemItems } from '../../lists/list-answer.ts';
import { readListFile } from '../../lists/read-list-file.ts';
import { provinceFileLimits } from '../../spreadsheets/limits.ts';
import { tablesXlsx } from '../../spreadsheets/tables-xlsx.ts';
import type { SpreadsheetRefusal } from '../../spreadsheets/unreadable.ts';
import type { About } from '../../store/audit-intent.ts';
import type { CommitteeStore } from '../../store/committee-store.ts';
import { digest } from '../../store/digest.ts';
import { changeByDiff } from './change-by-diff.ts';

type Preview = z.infer<(typeof previewProvince.replies)[200]>;
type Imported = z.infer<(typeof importProvince.replies)[200]>;
interface Refused<Refusal extends string> {
  readonly ok: false;
  readonly refusal: Refusal | SpreadsheetRefusal | 'province-has-problems';
  readonly problems?: readonly ProblemItem[];
}

/** A file, and how it is to be taken; days are ISO. */
interface FileToTake {
  readonly file: Uint8Array;
  readonly missing: 'keep' | 'end';
  readonly capitals: Capitals;
  readonly today: string;
}
export type ProvinceToPreview = FileToTake & { readonly on: string | undefined };
export interface ProvinceToImport extends FileToTake {
  readonly on: string;
  /** Hash of the diff that was previewed. */
  readonly diff: string;
  /** The person who imports. */
  readonly personId: PersonId | null;
  /** By which account, and when. */
  readonly made: Omit<ImportMade, 'id'>;
}
export type ProvinceToExport = z.infer<typeof exportProvince.query> & {
  readonly today: string;
  readonly language: 'vi' | 'en';
  readonly heading?: TableHeading;
};
export type PreviewAnswer = { readonly ok: true; readonly value: Preview } | Refused<never>;
export type ImportAnswer =
  | { readonly ok: true; readonly value: Imported }
  | Refused<'date-in-future' | 'preview-outdated' | 'own-seat'>;

/** Reads a file and says what importing it would do; keeps nothing. A day still to come is looked at as if it were here. */
export async function previewFile(
  committees: CommitteeStore,
  { file, on, missing, capitals, today }: ProvinceToPreview,
): Promise<PreviewAnswer> {
  const ranks = await committees.ranks();
  const day = on ?? today;
  const options = { on: day, missing, today: day > today ? day : today, ranks };
  const known = await committees.wholeRoster();
  const read = await readLists(file, options, capitals, known.committees);
  if (!read.ok) return read;
  const compared = compareImport(read.file, known, options);
  if (!compared.ok) return withProblems(compared.problems);
  const { counts, entries, warnings } = compared.diff;
  return accept({
    diff: hashOf(compared.diff, options),
    on: day,
    isAhead: day > today,
    counts: [...counts],
    entries: entries.map((entry) => ({ ...entry, fields: [...entry.fields] })),
    ...listAnswer(read.file.worksheets, warnings),
  });
}

/**
 * Imports what was previewed, in one step; what has changed meanwhile is seen by the diff's hash. Every committee that
 * was known and is changed, or whose seats are, finds the import in its own audit log.
 */
export async function importFile(
  committees: CommitteeStore,
  { file, on, missing, capitals, today, diff: agreed, personId, made }: ProvinceToImport,
  about: About,
  newId: () => string,
): Promise<ImportAnswer> {
  if (on > today) return refuse('date-in-future');
  const options = { on, missing, today, ranks: await committees.ranks() };
  const read = await readLists(file, options, capitals, await committees.list());
  if (!read.ok) return read;
  const decision = await changeByDiff(committees, (known) => {
    const compared = compareImport(read.file, known, options);
    if (!compared.ok) return withProblems(compared.problems);
    const { changes, counts } = compared.diff;
    if (hashOf(compared.diff, options) !== agreed) return refuse('preview-outdated');
    if (gainsSeat(known.seats, changes.seats, personId)) return refuse('own-seat');
    about({ committeeId: null }, ...touched(changes).map((committeeId) => ({ committeeId })));
    const written = withIds(changes, newId);
    const as = { ...made, id: importId.parse(newId()), kind: 'province' as const, committeeId: null };
    const kept = rosterImport(known, written, as, digest);
    return { ok: true as const, ...written, kept, counts: [...counts] };
  });
  return decision.ok ? accept({ counts: decision.counts, importId: decision.kept?.id ?? null }) : decision;
}

/** The committees and seats of today as a file. */
export async function exportFile(
  committees: CommitteeStore,
  { format, list, today, language, heading }: ProvinceToExport,
): Promise<Uint8Array> {
  const ranks = await committees.ranks();
  const province = await committees.wholeRoster();
  const ofCommittees = () => committeesTable(province, ranks, language);
  const ofSeats = () => seatsTable(province, today, language);
  if (format === 'xlsx') return tablesXlsx([ofCommittees(), ofSeats()], heading);
  return tableCsv(list === 'committees' ? ofCommittees() : ofSeats(), format);
}

async function readLists(
  bytes: Uint8Array,
  { ranks, missing }: ImportOptions,
  capitals: Capitals,
  committees: readonly Committee[],
): Promise<{ ok: true; file: ProvinceFile } | Refused<never>> {
  const read = await readListFile(bytes, 'province', provinceFileLimits);
  if (!read.ok) return read;
  const file = readProvinceFile(read.worksheets, { ranks, missing, capitals, committees });
  return file.problems.length > 0 && file.committees === null && file.seats === null
    ? withProblems(file.problems)
    : { ok: true, file };
}

function withProblems(problems: readonly ProvinceProblem[]) {
  return { ok: false as const, refusal: 'province-has-problems' as const, problems: problemItems(problems) };
}

/** Of everything that would change, as it is and as it would be. */
function hashOf({ changes, replaced, counts }: ImportDiff, { on, missing }: ImportOptions): string {
  const { committees, pastSuperiors, people, seats } = changes;
  return diffHash({ on, missing, counts }, committees, pastSuperiors, people, seats, replaced);
}

const isNew = (id: string) => id.startsWith('new-');

/** The committees known before that change, or in which somebody gets or loses a seat. */
function touched({ committees, seats }: ImportDiff['changes']): CommitteeId[] {
  const ids = new Set([...committees.map(({ id }) => id), ...seats.map(({ committeeId }) => committeeId)]);
  return [...ids].filter((id) => !isNew(id));
}

/** Gives ids to whoever and whatever is new: within a diff they are called by their lines. */
function withIds(changes: ImportDiff['changes'], newId: () => string): RosterChanges {
  const ids = new Map<string, string>();
  const real = (id: string): string => {
    if (!isNew(id)) return id;
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  const committee = (id: CommitteeId) => real(id) as CommitteeId;
  const orNull = (id: CommitteeId | null) => (id === null ? null : committee(id));
  return {
    committees: changes.committees.map((one) => ({
      ...one,
      id: committee(one.id),
      superiorId: orNull(one.superiorId),
      directedById: orNull(one.directedById),
      successorId: orNull(one.successorId),
    })),
    pastSuperiors: changes.pastSuperiors,
    people: changes.people.map((one) => ({ ...one, id: real(one.id) as PersonId })),
    seats: changes.seats.map((one) => ({
      ...one,
      id: real(one.id) as SeatId,
      committeeId: committee(one.committeeId),
      personId: real(one.personId) as PersonId,
    })),
  };
}
