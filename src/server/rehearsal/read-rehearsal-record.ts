import type * as contract from '../../contract/ceremony/ceremony.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';
import { recordFile } from '../record/record-file.ts';

export async function readRehearsalRecord(deps: Deps, { params }: Call<typeof contract.readRehearsalRecord>) {
  const found = await findSession(deps, params.sessionId);
  if (!found.ok) return found;
  const { id, rehearsal } = found.value;
  const file =
    rehearsal === null ? undefined : await recordFile(deps, { sessionId: id, electionId: rehearsal.electionId });
  return file ?? refuse('rehearsal-not-running');
}
