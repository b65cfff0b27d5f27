import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { PrintRunId, SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { printRunView } from './print-run-view.ts';

export async function changePrintRun<Refusal extends string>(
  deps: Deps,
  id: SessionId,
  printRun: PrintRunId,
  decide: Decide<Refusal>,
) {
  const changed = await changeSessionAndPapers(deps, id, decide);
  if (!changed.ok) return changed;
  const { session } = changed.value;
  const found = session.printRuns.find((one) => one.id === printRun);
  return found === undefined ? refuse('unknown-print-run') : accept(printRunView(found, session.listVersion));
}

type Decide<Refusal extends string> = (state: SessionWithPapers) => Ruling<SessionWithPapers, Refusal>;
