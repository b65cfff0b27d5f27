import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { checkingInBatches } from './bench/batches.ts';
import { castingBesideFiles } from './bench/beside-files.ts';
import { castingHall } from './bench/casting.ts';
import { castingOnPostgres } from './bench/casting-postgres.ts';
import { castingRate, castingThousands, type Wanted } from './bench/casting-rate.ts';
import { castingByStore } from './bench/casting-store.ts';
import { closingToTotals } from './bench/closing.ts';
import { checkingCurves } from './bench/curves.ts';
import { holdUp } from './bench/hold-up.ts';
import { papersToPdf } from './bench/papers.ts';
import { processes } from './bench/process.ts';
import { reading } from './bench/reading.ts';
import { inWords, type Row } from './bench/row.ts';
import { sealingAndChecking } from './bench/sealing-and-checking.ts';

/*
 * What the service takes for what a hall waits for, as medians, beside a reference measured in the same run wherever a
 * machine could be to blame. Names of parts run those alone; `--json FILE` writes the rows for a program to read,
 * `--against COMMIT` measures casting at that commit too, in the same rounds. Ends with 1 where a target is not met.
 */
const parts: Readonly<Record<string, (wanted: Wanted) => Promise<readonly Row[]>>> = {
  sealing: sealingAndChecking,
  batches: checkingInBatches,
  curves: checkingCurves,
  casting: castingHall,
  'casting-rate': castingRate,
  'casting-thousands': castingThousands,
  'casting-store': castingByStore,
  'casting-postgres': castingOnPostgres,
  'beside-files': castingBesideFiles,
  closing: closingToTotals,
  papers: papersToPdf,
  reading,
  'hold-up': holdUp,
  process: processes,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, against: { type: 'string' } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`${unknown}: none of ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const wanted = Object.entries(parts).filter(([name]) => positionals.length === 0 || positionals.includes(name));
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`);
const rows: Row[] = [];
for (const [name, measure] of wanted) {
  console.log(name);
  const measured = await measure({ against: values.against });
  for (const row of measured) console.log(inWords(row));
  rows.push(...measured);
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exit(rows.every(({ ok }) => ok) ? 0 : 1);
