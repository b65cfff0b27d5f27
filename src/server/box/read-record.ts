import type { Relation } from '../../domain/account/relations.ts';
import { mayReadRecord } from '../../domain/result/who-reads.ts';
import { refuse } from '../../domain/ruling.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { hintsFile, recordFile } from '../record/record-file.ts';
import { ownRecord } from '../store/record-ref.ts';

/** The verifiable record as `<uuid>.bel`. */
export function readRecord(deps: Deps, id: SessionId, held: ReadonlySet<Relation>) {
  return readFileOf(deps, id, held, recordFile);
}

/** What makes its ballots cheap to check, as `<uuid>.hints`: for whom and as long as the record is there. */
export function readHints(deps: Deps, id: SessionId, held: ReadonlySet<Relation>) {
  return readFileOf(deps, id, held, hintsFile);
}

async function readFileOf(deps: Deps, id: SessionId, held: ReadonlySet<Relation>, file: typeof recordFile) {
  const session = await deps.store.sessions.find(id);
  if (session === undefined) return refuse('not-found');
  if (!mayReadRecord(held, session.state)) {
    return refuse(held.has('teller') ? 'not-counting' : 'not-published');
  }
  return (await file(deps, ownRecord(id))) ?? refuse('not-counting');
}
