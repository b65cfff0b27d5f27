import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const count = z.int().min(0);

/** A published table (test/data/tables): counts of each subject, as an elected body announced them. */
const tableFile = z.object({
  body: z.string(),
  /** The whole number that reproduces the printed percentages; null when none were printed. */
  percent_base: count.nullable(),
  rows: z.array(z.object({ position: z.string(), high: count, confidence: count, low: count })).min(1),
});
export type Table = z.infer<typeof tableFile>;

/** Reads a table; undefined when the file is none. */
export async function readTable(path: string): Promise<Table | undefined> {
  try {
    return tableFile.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** How many ballots a table needs: its largest row, or the whole base where percentages are of ballots collected. */
export function ballotsOfTable({ rows, percent_base: base }: Table, baseKind: 'collected' | 'roll'): number {
  const largest = Math.max(...rows.map(({ high, confidence, low }) => high + confidence + low));
  return baseKind === 'collected' ? Math.max(largest, base ?? 0) : largest;
}
