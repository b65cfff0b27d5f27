import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';

/** A row that cannot be read: somebody else wrote it, or the disk did. `row` is its key, never what stands in it. */
export interface DamagedRow {
  readonly table: string;
  readonly row: string;
}

/** Thrown by whatever needs this one row; every operation answers it with `stored-row-damaged`, and lists leave it out. */
export class StoredRowDamaged extends Error implements DamagedRow {
  override readonly name = 'StoredRowDamaged';
  readonly table: string;
  readonly row: string;

  constructor({ table, row }: DamagedRow) {
    super(`row ${row} of ${table} cannot be read`);
    this.table = table;
    this.row = row;
  }
}

const found = channel('phieu:damaged-row');

/** Tells of each damaged row once; ends when what comes back is called. */
export function watchDamagedRows(tell: (damaged: DamagedRow) => void): () => void {
  const told = new Set<string>();
  const listener = (message: unknown) => {
    const { table, row } = message as DamagedRow;
    if (told.has(`${table} ${row}`)) return;
    told.add(`${table} ${row}`);
    tell({ table, row });
  };
  found.subscribe(listener);
  return () => void found.unsubscribe(listener);
}

/** Reads one row; a text that is no JSON, or an id that is none, is damage. */
export function readRow<Value>(place: DamagedRow, read: () => Value): Value {
  try {
    return read();
  } catch {
    const damaged = new StoredRowDamaged(place);
    found.publish(damaged);
    throw damaged;
  }
}

const leftOut = new AsyncLocalStorage<Set<string>>();

/** Does something, and counts the rows that lists left out meanwhile because they cannot be read. */
export async function countingLeftOut<Value>(act: () => Promise<Value>) {
  const rows = new Set<string>();
  const value = await leftOut.run(rows, act);
  return { value, leftOut: rows.size };
}

/** Of many rows those that can be read; whoever counts is told of the others. */
export function readableRows<Row, Value>(rows: readonly Row[], read: (row: Row) => Value): Value[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof StoredRowDamaged)) throw error;
      leftOut.getStore()?.add(`${error.table} ${error.row}`);
      return [];
    }
  });
}
