import type Sqlite from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { Database } from './connection.ts';

/**
 * A read of what nearly every request asks, done once for each question until anybody has written anything to the file, on
 * whichever connection: what is given is always what reading anew would give. Inside a transaction it is read anew.
 * @param kept questions that are remembered
 */
export function remembered<Question, Value>(
  kept: number,
  read: (database: Database, question: Question) => Value,
): (database: Database, question: Question) => Value {
  const memories = new WeakMap<Database, Memory<Value>>();
  return (database, question) => {
    const revision = revisionOf(database);
    if (revision === undefined) return read(database, question);
    let memory = memories.get(database);
    if (memory?.theirs !== revision.theirs || memory.own !== revision.own) {
      memory = { ...revision, values: new LRUCache({ max: kept }) };
      memories.set(database, memory);
    }
    const { values } = memory;
    const key = JSON.stringify(question);
    const known = values.get(key);
    if (known !== undefined) return known.value;
    const value = read(database, question);
    values.set(key, { value });
    return value;
  };
}

interface Revision {
  /** SQLite's `data_version`: another as soon as another connection has committed something. */
  readonly theirs: number;
  /** Its `total_changes()`: rows that this connection has written, whatever became of them. */
  readonly own: number;
}

interface Memory<Value> extends Revision {
  readonly values: LRUCache<string, { readonly value: Value }>;
}

const counters = new WeakMap<Sqlite.Database, () => Revision>();

/** Undefined while something is being written, for what is read then may be taken back. */
function revisionOf(database: Database): Revision | undefined {
  // The object of a transaction has none.
  const client = (database as Database & { readonly $client?: Sqlite.Database }).$client;
  if (client === undefined || client.inTransaction) return undefined;
  const known = counters.get(client) ?? counterOf(client);
  counters.set(client, known);
  return known();
}

function counterOf(client: Sqlite.Database): () => Revision {
  const theirs = client.prepare('PRAGMA data_version').pluck();
  const own = client.prepare('SELECT total_changes()').pluck();
  return () => ({ theirs: Number(theirs.get()), own: Number(own.get()) });
}
