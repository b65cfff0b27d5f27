import type { Relation } from '../../domain/account/relations.ts';
import { mayReadRecord } from '../../domain/result/who-reads.ts';
import { refuse } from '../../domain/ruling.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { recordFile } from '../record/record-file.ts';

/** The verifiable record as `<uuid>.bel`. */
export async function readRecord(deps: Deps, id: SessionId, held: ReadonlySet<Relation>) {
  const session = await deps.store.sessions.find(id);
  if (session === undefined) return refuse('not-found');
  if (!mayReadRecord(held, session.state)) {
    return refuse(held.has('teller') ? 'not-counting' : 'not-published');
  }
  return (await recordFile(deps, id)) ?? refuse('not-counting');
}
