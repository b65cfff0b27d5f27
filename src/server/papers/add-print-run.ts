import type { z } from 'zod';
import type { addPrintRun as contract } from '../../contract/papers/papers.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import { decideAddPrintRun, type SessionWithPapers } from '../../domain/session/papers.ts';
import { type PrintRunId, printRunId, type Session, type SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import type { About } from '../store/audit-intent.ts';
import { arePoints } from './are-points.ts';
import { printRunView } from './print-run-view.ts';

/** Registers the public halves of sheets just printed. Sent twice, the second is answered with the same print run. */
export async function addPrintRun(
  deps: Deps,
  sessionId: SessionId,
  address: string,
  { id: given, credentials }: z.infer<typeof contract.body>,
  about: About,
) {
  if (!arePoints(credentials)) return refuse('invalid-credential');
  const id = printRunId.parse(given ?? uuid(deps.random));
  const find = ({ printRuns }: Session) => printRuns.find((one) => one.id === id);
  const changed = await changeSessionAndPapers(deps, sessionId, (state) => {
    const made = findMade(about, find(state.session), () => holdsSheets(state, id, credentials));
    if (!made.ok) return made;
    return made.value === undefined ? decideAddPrintRun(state, id, credentials, address) : accept(state);
  });
  if (!changed.ok) return changed;
  const { session } = changed.value;
  const made = find(session);
  if (made === undefined) throw new Error('a print run that was added is there');
  return accept(printRunView(made, session.listVersion));
}

/** Whether these sheets and no other are of the print run. */
function holdsSheets({ papers }: SessionWithPapers, id: PrintRunId, credentials: readonly string[]): boolean {
  const size = [...papers.values()].filter((paper) => paper.printRunId === id).length;
  return size === credentials.length && credentials.every((one) => papers.get(one)?.printRunId === id);
}
