import { readFileSync } from 'node:fs';
import { z } from 'zod';

const count = z.number().int().min(0);
const percent = z.number().nullable();
const table = z.object({
  body: z.string(),
  percent_base: z.number().int().nullable(),
  rows: z.array(
    z.object({
      subject: z.number(),
      position: z.string(),
      high: count,
      high_pct: percent,
      confidence: count,
      confidence_pct: percent,
      low: count,
      low_pct: percent,
    }),
  ),
});

export type PublishedTable = z.infer<typeof table>;

/** A published table of test/data/tables, for example `vinh_phuc_2023-12`. */
export function publishedTable(name: string): PublishedTable {
  const file = new URL(`../../data/tables/${name}.json`, import.meta.url);
  return table.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function countsOf(row: PublishedTable['rows'][number]): number[] {
  return [row.high, row.confidence, row.low];
}

/** The fewest ballots that the table can come from. */
export function largestRowSum(rows: PublishedTable['rows']): number {
  return Math.max(...rows.map((row) => row.high + row.confidence + row.low));
}
