import { accept, refuse } from '../../domain/ruling.ts';
import { decideAddPrintRun, decideRegisterPhonePaper } from '../../domain/session/papers.ts';
import { printRunId, type SessionId, type VoterId } from '../../domain/session/session.ts';
import { sodiumGroup } from '../arithmetic/sodium-group.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import { changePapers } from '../meeting/session-call.ts';

/** Only the public half reaches the server; it must be a point of the group (PROTOCOL §1), or its ballots never count. */
function arePoints(credentials: readonly string[]): boolean {
  return credentials.every((credential) => sodiumGroup.decode(credential) !== undefined);
}

/** Registers the public halves of sheets just printed. Sent twice, the second is refused: the first is registered. */
export async function addPrintRun(deps: Deps, session: SessionId, credentials: readonly string[]) {
  if (!arePoints(credentials)) return refuse('invalid-credential');
  const id = printRunId.parse(uuid(deps.random));
  const changed = await changePapers(deps, session, (state) => decideAddPrintRun(state, id, credentials));
  if (!changed.ok) return changed;
  return accept({ id, size: credentials.length, status: 'printed' as const, recalled: false });
}

/** Registers the paper that a signed-in voter's own phone made. */
export async function registerPhonePaper(deps: Deps, session: SessionId, voter: VoterId, credential: string) {
  if (!arePoints([credential])) return refuse('invalid-credential');
  const changed = await changePapers(deps, session, (state) => decideRegisterPhonePaper(state, voter, credential));
  return changed.ok ? accept(changed.value.session.readKey) : changed;
}
