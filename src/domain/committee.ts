import { z } from 'zod';
import { localText, plainText } from './local-text.ts';
import { textKey } from './text-key.ts';

export const committeeId = z.uuid().brand<'CommitteeId'>();
export type CommitteeId = z.infer<typeof committeeId>;

/** Levels are data: they change with the country's administration (regulations.md, "Structure and scale"). */
export const committeeLevel = z.strictObject({ id: plainText, label: localText });
export type CommitteeLevel = z.infer<typeof committeeLevel>;

export const committee = z.strictObject({
  id: committeeId,
  name: plainText,
  /** Id of a CommitteeLevel. */
  level: plainText,
  /** Territory, police, army, border guard …: free text, nothing is decided by it. */
  sector: plainText,
  /** The one committee directly above; null at the top. It sees published results. */
  superiorId: committeeId.nullable(),
  /** Whose plans it follows, where that is not its superior (regulations.md, procedure 5). */
  directedById: committeeId.nullable(),
});
export type Committee = z.infer<typeof committee>;

export type CommitteeRefusal =
  | 'committee-exists'
  | 'committee-name-taken'
  | 'unknown-committee'
  | 'unknown-level'
  | 'unknown-superior'
  | 'unknown-director'
  | 'superior-cycle'
  | 'second-superior'
  | 'directed-by-itself';

export type CommitteeDecision = { ok: true; committee: Committee } | { ok: false; refusal: CommitteeRefusal };

/** The committee whose plans this one follows: its superior unless another is named. */
export function directorOf(one: Committee): CommitteeId | null {
  return one.directedById ?? one.superiorId;
}

/** Adds a committee below one that is known. Names are unique below one superior, so that a roster can name it. */
export function decideAddCommittee(
  known: readonly Committee[],
  levels: readonly CommitteeLevel[],
  candidate: Committee,
): CommitteeDecision {
  const same = known.find((one) => one.id === candidate.id);
  if (same !== undefined) return refuse(isSecondSuperior(same, candidate) ? 'second-superior' : 'committee-exists');
  if (candidate.superiorId === candidate.id) return refuse('superior-cycle');
  if (candidate.directedById === candidate.id) return refuse('directed-by-itself');
  if (!levels.some((level) => level.id === candidate.level)) return refuse('unknown-level');
  if (!isKnown(known, candidate.superiorId)) return refuse('unknown-superior');
  if (!isKnown(known, candidate.directedById)) return refuse('unknown-director');
  if (isNameTaken(known, candidate)) return refuse('committee-name-taken');
  return { ok: true, committee: candidate };
}

/**
 * Puts a committee under another superior. `from` is the superior that it has now: whoever names none, or another, is
 * about to add a second one.
 */
export function decideChangeSuperior(
  known: readonly Committee[],
  change: { id: CommitteeId; from: CommitteeId | null; to: CommitteeId | null },
): CommitteeDecision {
  const present = known.find((one) => one.id === change.id);
  if (present === undefined) return refuse('unknown-committee');
  if (present.superiorId !== change.from) return refuse('second-superior');
  if (!isKnown(known, change.to)) return refuse('unknown-superior');
  if (isAtOrBelow(known, change.to, change.id)) return refuse('superior-cycle');
  const moved = { ...present, superiorId: change.to };
  if (isNameTaken(known, moved)) return refuse('committee-name-taken');
  return { ok: true, committee: moved };
}

/** Names another director, or with null the superior again. */
export function decideChangeDirector(
  known: readonly Committee[],
  change: { id: CommitteeId; directedById: CommitteeId | null },
): CommitteeDecision {
  const present = known.find((one) => one.id === change.id);
  if (present === undefined) return refuse('unknown-committee');
  if (change.directedById === change.id) return refuse('directed-by-itself');
  if (!isKnown(known, change.directedById)) return refuse('unknown-director');
  return { ok: true, committee: { ...present, directedById: change.directedById } };
}

function refuse(refusal: CommitteeRefusal): CommitteeDecision {
  return { ok: false, refusal };
}

function isSecondSuperior(present: Committee, candidate: Committee): boolean {
  return candidate.superiorId !== null && candidate.superiorId !== present.superiorId;
}

function isKnown(known: readonly Committee[], id: CommitteeId | null): boolean {
  return id === null || known.some((one) => one.id === id);
}

function isNameTaken(known: readonly Committee[], candidate: Committee): boolean {
  const name = textKey(candidate.name);
  return known.some(
    (one) => one.id !== candidate.id && one.superiorId === candidate.superiorId && textKey(one.name) === name,
  );
}

/** Whether `id` is `top` or somewhere below it. Ends also if what is stored already runs in a circle. */
function isAtOrBelow(known: readonly Committee[], id: CommitteeId | null, top: CommitteeId): boolean {
  const superiors = new Map(known.map((one) => [one.id, one.superiorId]));
  const seen = new Set<CommitteeId>();
  for (let at = id; at !== null && !seen.has(at); at = superiors.get(at) ?? null) {
    if (at === top) return true;
    seen.add(at);
  }
  return false;
}
