import type { z } from 'zod';
import type { addPrintRun as contract } from '../../contract/papers/papers.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import { decideAddPrintRun, decideRegisterPhonePaper, type SessionWithPapers } from '../../domain/session/papers.ts';
import {
  type PrintRun,
  type PrintRunId,
  printRunId,
  type Session,
  type SessionId,
  type VoterId,
} from '../../domain/session/session.ts';
import { sodiumGroup } from '../arithmetic/sodium-group.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { changePapers } from '../meeting/session-call.ts';
import type { About } from '../store/audit-intent.ts';

/** Only the public half reaches the server; it must be a point of the group (PROTOCOL §1), or its ballots never count. */
function arePoints(credentials: readonly string[]): boolean {
  return credentials.every((credential) => sodiumGroup.decode(credential) !== undefined);
}

/** Registers the public halves of sheets just printed. Sent twice, the second is answered with the same print run. */
export async function addPrintRun(
  deps: Deps,
  sessionId: SessionId,
  { id: given, credentials }: z.infer<typeof contract.body>,
  about: About,
) {
  if (!arePoints(credentials)) return refuse('invalid-credential');
  const id = printRunId.parse(given ?? uuid(deps.random));
  const find = ({ printRuns }: Session) => printRuns.find((one) => one.id === id);
  const changed = await changePapers(deps, sessionId, (state) => {
    const made = findMade(about, find(state.session), () => holdsSheets(state, id, credentials));
    if (!made.ok) return made;
    return made.value === undefined ? decideAddPrintRun(state, id, credentials) : accept(state);
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

/** @param current version of the list of subjects that is printed now */
export function printRunView({ listVersion, ...printRun }: PrintRun, current: number) {
  return { ...printRun, recalled: listVersion < current };
}

/** Registers the paper that a signed-in voter's own phone made. */
export async function registerPhonePaper(deps: Deps, session: SessionId, voter: VoterId, credential: string) {
  if (!arePoints([credential])) return refuse('invalid-credential');
  const changed = await changePapers(deps, session, (state) => decideRegisterPhonePaper(state, voter, credential));
  return changed.ok ? accept(changed.value.session.readKey) : changed;
}
