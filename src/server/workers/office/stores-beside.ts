import type { AuditIntent } from '../../store/audit-intent.ts';
import type { RecordReads } from '../../store/session-store.ts';
import { recordsBeside as sqliteRecordsBeside } from '../../store/sqlite/records-beside.ts';
import { storesBeside as sqliteStoresBeside } from '../../store/sqlite.ts';
import type { StoreAddress, StoresBeside } from '../../store/store.ts';

/**
 * The store at an address, for a worker on a connection of its own, which cannot write where it is to read only.
 * @param intent goes with what is changed
 */
export async function storesBeside(
  address: StoreAddress,
  how: { readonly readonly: boolean },
  intent?: AuditIntent,
): Promise<StoresBeside> {
  if (address.kind === 'sqlite') return sqliteStoresBeside(address, how, intent);
  return (await import('../../store/postgres.ts')).storesBeside(address, how, intent);
}

/** The records of a store that is open already, on a connection that only reads. */
export async function recordsBeside(address: StoreAddress): Promise<RecordReads & { close(): Promise<void> }> {
  if (address.kind === 'sqlite') return sqliteRecordsBeside(address);
  return (await import('../../store/postgres.ts')).recordsBeside(address);
}
