import type { Actor } from '../account/actor.ts';
import type { Instant } from '../instant.ts';
import type { ImportId } from '../roster/import-id.ts';
import { isPersonName } from '../roster/person.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { type AddVoterRefusal, decideAddToRoll } from './draft.ts';
import type { RollImport, Session, Voter } from './session.ts';

/** Adds several people to the roll of a draft: all of them or nobody, remembered together. */
export function decideAddVoters(
  session: Session,
  voters: readonly Voter[],
  made: Pick<RollImport, 'id' | 'by' | 'at' | 'asked'>,
): Ruling<Session, AddVoterRefusal> {
  if (session.state === 'draft' && !voters.every(({ name }) => isPersonName(name))) return refuse('bad-name');
  const added = decideAddToRoll(session, voters);
  if (!added.ok) return added;
  const one: RollImport = { ...made, voters: voters.map(({ id }) => id), takenBack: null };
  return accept({ ...added.value, rollImports: [...(session.rollImports ?? []), one] });
}

/**
 * Takes those who were added at once off the roll again; whoever was taken off since, and added anew, stays. Done once,
 * however often it is asked for.
 */
export function decideTakeBackVoters(
  session: Session,
  id: ImportId,
  takenBack: { readonly by: Actor; readonly at: Instant },
): Ruling<Session, 'not-in-draft' | 'not-found'> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  const imports = session.rollImports ?? [];
  const found = imports.find((one) => one.id === id);
  if (found === undefined) return refuse('not-found');
  if (found.takenBack !== null) return accept(session);
  const gone = new Set(found.voters);
  return accept({
    ...session,
    roll: session.roll.filter((voter) => !gone.has(voter.id)),
    rollImports: imports.map((one) => (one.id === id ? { ...one, voters: [], takenBack } : one)),
  });
}
