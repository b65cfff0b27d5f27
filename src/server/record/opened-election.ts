import type { SessionId } from '../../domain/session/session.ts';
import { sha256Base64 } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
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

const known = new WeakMap<Store, Map<SessionId, OpenedElection>>();
const most = 64;

/** The election of a session or rehearsal; undefined before its record has begun. */
export async function openedElection({ store }: Deps, electionId: SessionId): Promise<OpenedElection | undefined> {
  const elections = known.get(store) ?? new Map<SessionId, OpenedElection>();
  known.set(store, elections);
  const found = elections.get(electionId) ?? (await readElection(store, electionId));
  if (found === undefined) return undefined;
  // Put at the end again: the one that was not asked for longest makes room.
  elections.delete(electionId);
  elections.set(electionId, found);
  const [oldest] = elections.keys();
  if (elections.size > most && oldest !== undefined) elections.delete(oldest);
  return found;
}

async function readElection(store: Store, electionId: SessionId): Promise<OpenedElection | undefined> {
  const [setup] = await store.sessions.record(electionId, 0, 1);
  if (setup === undefined) return undefined;
  const [election = '', trustees = '', credentials = '[]'] = dataFiles(setup);
  const list: readonly string[] = JSON.parse(credentials);
  return { election, trustees, fingerprint: sha256Base64(election), credentials: new Set(list) };
}
