import type { AuditObject } from '../../../domain/audit.ts';
import type { About } from '../../store/audit-intent.ts';
import { auditIntent } from '../../store/audit-intent.ts';
import type { StoreAddress, StoresBeside } from '../../store/store.ts';
import type { NotedWork, WorkToNote } from '../jobs.ts';
import { beginKeeping } from '../keeping.ts';
import { storesBeside } from './stores-beside.ts';

/** Reads the store at that address, on a connection of the worker's own, which cannot write. */
export async function reading<Value>(
  store: StoreAddress,
  use: (stores: StoresBeside) => Promise<Value>,
): Promise<Value> {
  return await beside(await storesBeside(store, { readonly: true }), use);
}

/**
 * Makes one change in a store. The audit log's entries are kept in the same step as what they are about,
 * as in every other operation; they are asked for when everything else is written, so from there on it is too late to
 * end the job.
 */
export async function changing<Answer>(
  { store, note }: WorkToNote<unknown>,
  change: (stores: StoresBeside, about: About) => Promise<Answer>,
): Promise<NotedWork<Answer>> {
  const { notes, about } = auditIntent(note);
  let objects: readonly Partial<AuditObject>[] | null = null;
  const tell: About = (...named) => {
    objects = named;
    about(...named);
  };
  const intent = {
    isKept: false,
    about,
    notes: () => {
      beginKeeping();
      return notes();
    },
  };
  const stores = await storesBeside(store, { readonly: false }, intent);
  const answer = await beside(stores, (opened) => change(opened, tell));
  return { answer, isNoted: intent.isKept, about: objects };
}

async function beside<Value>(stores: StoresBeside, use: (stores: StoresBeside) => Promise<Value>): Promise<Value> {
  try {
    return await use(stores);
  } finally {
    await stores.close();
  }
}
