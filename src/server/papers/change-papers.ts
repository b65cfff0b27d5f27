import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { PrintRunId, SessionId, VoterId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { changePapers, findSession } from '../meeting/session-call.ts';
import { printRunView } from './add-print-run.ts';

type Decide<Refusal extends string> = (state: SessionWithPapers) => Ruling<SessionWithPapers, Refusal>;

/** A change of papers that answers with nothing. */
export async function changePaper<Refusal extends string>(deps: Deps, id: SessionId, decide: Decide<Refusal>) {
  const changed = await changePapers(deps, id, decide);
  return changed.ok ? accept(undefined) : changed;
}

export async function changePrintRun<Refusal extends string>(
  deps: Deps,
  id: SessionId,
  printRun: PrintRunId,
  decide: Decide<Refusal>,
) {
  const changed = await changePapers(deps, id, decide);
  if (!changed.ok) return changed;
  const { session } = changed.value;
  const found = session.printRuns.find((one) => one.id === printRun);
  return found === undefined ? refuse('unknown-print-run') : accept(printRunView(found, session.listVersion));
}

export async function voterOf(
  deps: Deps,
  id: SessionId,
  caller: Principal,
): Promise<Ruling<VoterId, 'unknown-voter' | 'not-found'>> {
  const found = await findSession(deps, id);
  if (!found.ok) return found;
  const voter = found.value.roll.find(({ personId }) => personId !== null && personId === caller.personId);
  return voter === undefined ? refuse('unknown-voter') : accept(voter.id);
}
