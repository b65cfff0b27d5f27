import { LRUCache } from 'lru-cache';
import type { SessionId } from '../../domain/session/session.ts';
import { sha256Base64 } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import type { RecordRef } from '../store/record-ref.ts';
import type { Store } from '../store/store.ts';
import { dataFiles } from './data-files.ts';

/** The setup of an election whose record has begun; it never changes again. */
export interface OpenedElection {
  readonly election: string;
  readonly trustees: string;
  /** φ */
  readonly fingerprint: string;
  /** The published public credentials: the only papers that can vote. */
  readonly credentials: ReadonlySet<string>;
}

const electionsKept = 64;
const electionsOf = new WeakMap<Store, LRUCache<SessionId, OpenedElection>>();

/** The election of a session or rehearsal; undefined before its record has begun. */
export async function openedElection({ store }: Deps, record: RecordRef): Promise<OpenedElection | undefined> {
  const { electionId } = record;
  const elections = electionsOf.get(store) ?? new LRUCache({ max: electionsKept });
  electionsOf.set(store, elections);
  const known = elections.get(electionId);
  if (known !== undefined) return known;
  const found = await readElection(store, record);
  if (found !== undefined) elections.set(electionId, found);
  return found;
}

async function readElection(store: Store, record: RecordRef): Promise<OpenedElection | undefined> {
  const [setup] = await store.sessions.record(record, 0, 1);
  if (setup === undefined) return undefined;
  const [election = '', trustees = '', credentials = '[]'] = dataFiles(setup);
  const list: readonly string[] = JSON.parse(credentials);
  return { election, trustees, fingerprint: sha256Base64(election), credentials: new Set(list) };
}
