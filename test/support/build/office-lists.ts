import { readListFile } from '../../../src/server/lists/read-list-file.ts';
import { aCommittee } from './committees.ts';
import { committeesOfLists, type meantBy, type OfficeList } from './office-list.ts';
import { readWorksheets } from './rosters.ts';

const committees = committeesOfLists.map((name, at) => aCommittee(at + 1, { name }));

/** A line of a list as it was meant, or as it was read. */
export type MeantLine = ReturnType<typeof meantBy>[number];

/** The lines of a file as the service reads them, or what keeps it from being read. */
export async function readBack(
  file: Uint8Array,
): Promise<{ readonly lines: readonly MeantLine[] } | { readonly refused: readonly string[] }> {
  const spreadsheet = await readListFile(file, 'roster');
  if (!spreadsheet.ok) return { refused: [spreadsheet.refusal] };
  const read = readWorksheets(spreadsheet.worksheets, { committees, people: [], seats: [] });
  if (!read.ok) return { refused: read.problems.map(({ code }) => code) };
  const sheets = spreadsheet.worksheets.map(({ name }) => name);
  const seats = read.seats.toSorted(
    (a, b) => sheets.indexOf(a.worksheet) - sheets.indexOf(b.worksheet) || a.line - b.line,
  );
  const lines = seats.map(({ committeeId, person, position, order, from }) => ({
    committee: committees.find(({ id }) => id === committeeId)?.name ?? '',
    name: read.people[person]?.name ?? '',
    position,
    order,
    code: read.people[person]?.code ?? null,
    from,
    birthYear: read.people[person]?.birthYear ?? null,
  }));
  return { lines };
}

/** What is said of a list that was read as something else: everything, as it was drawn at random. */
export function told(list: OfficeList): string {
  return JSON.stringify({ looks: list.looks, file: list.file });
}
