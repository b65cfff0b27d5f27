import { type ReadTargets, readTargets } from '../../domain/half-term/read-targets.ts';
import { committeeList } from '../../domain/lists/committee-list.ts';
import { headingFit } from '../../domain/lists/heading-fit.ts';
import type { Capitals } from '../../domain/lists/line-people.ts';
import { participantList } from '../../domain/lists/participant-list.ts';
import { type ReadParticipantLines, readParticipantLines } from '../../domain/lists/read-participants.ts';
import { type ReadSeatLists, readSeatLists, type SeatOptions } from '../../domain/lists/read-seats.ts';
import { seatList } from '../../domain/lists/seat-list.ts';
import { targetList } from '../../domain/lists/target-list.ts';
import { listFileLimits, type SpreadsheetLimits } from '../spreadsheets/limits.ts';
import { readSpreadsheet, type Spreadsheet } from '../spreadsheets/read-spreadsheet.ts';

/** What a file is expected to hold: a CSV file's delimiter is the one under which its heading is found. */
const wanted = {
  province: [seatList, committeeList],
  roster: [seatList],
  participants: [participantList],
  targets: [targetList],
} as const;
type ListFileKind = keyof typeof wanted;

export type ReadFile<Value> = { readonly ok: true; readonly value: Value } | Extract<Spreadsheet, { ok: false }>;

export interface RosterFile extends SeatOptions {
  readonly file: Uint8Array;
  /** Names of the committees that may be meant. */
  readonly committees: readonly string[];
}

export interface ParticipantFile {
  readonly file: Uint8Array;
  readonly capitals: Capitals;
}

export async function readRosterFile({ file, committees, ...options }: RosterFile): Promise<ReadFile<ReadSeatLists>> {
  const read = await readListFile(file, 'roster');
  return read.ok ? { ok: true, value: readSeatLists(read.worksheets, committees, options) } : read;
}

export async function readParticipantFile({
  file,
  capitals,
}: ParticipantFile): Promise<ReadFile<ReadParticipantLines>> {
  const read = await readListFile(file, 'participants');
  return read.ok ? { ok: true, value: readParticipantLines(read.worksheets, capitals) } : read;
}

export async function readTargetFile(file: Uint8Array): Promise<ReadFile<ReadTargets>> {
  const read = await readListFile(file, 'targets');
  return read.ok ? { ok: true, value: readTargets(read.worksheets) } : read;
}

/** Reads the worksheets of a file that is to hold a list. Unpacking can take seconds: call it in a worker. */
export function readListFile(
  file: Uint8Array,
  kind: ListFileKind,
  limits: SpreadsheetLimits = listFileLimits,
): Promise<Spreadsheet> {
  return readSpreadsheet(file, limits, (rows) => headingFit(rows, wanted[kind]));
}
