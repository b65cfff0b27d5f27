import * as z from 'zod/mini';
import { spellingProblems } from '../roster/spellings.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { CommitteeCodes } from '../text/code-key.ts';
import { plainText } from '../text/local-text.ts';
import { textKey } from '../text/text-key.ts';
import { type CommitteeRank, refusalOfRank } from './committee-ranks.ts';

export const committeeId = z.uuid().brand<'CommitteeId'>();
export type CommitteeId = z.infer<typeof committeeId>;

export const committee = z.strictObject({
  id: committeeId,
  name: plainText,
  /** Id of a CommitteeRank. */
  rank: plainText,
  /** Territory, police, army, border guard …: free text, nothing is decided by it. */
  sector: plainText,
  /** The one committee directly above; null at the top. It sees published results. */
  superiorId: z.nullable(committeeId),
  /** First day under that superior, ISO; null where it is not known: as long as the service knows the committee. */
  superiorSince: z.nullable(z.iso.date()),
  /** Whose plans it follows, where that is not its superior (docs/rules.md). */
  directedById: z.nullable(committeeId),
  /** A code that means the same committee in every spreadsheet; null where none is known. */
  code: z.nullable(plainText),
  /** First day, ISO; null where it is not known: long ago. */
  from: z.nullable(z.iso.date()),
  /** Last day, ISO, included; null while it stands. What has ended is history and changes no more. */
  to: z.nullable(z.iso.date()),
  /** Into which it was merged: that one's seat holders read what had been published to this one. */
  successorId: z.nullable(committeeId),
});
export type Committee = z.infer<typeof committee>;

/** Under whom a committee stood before. */
export interface PastSuperior {
  readonly committeeId: CommitteeId;
  /** Null: it stood at the top. */
  readonly superiorId: CommitteeId | null;
  /** First and last day, ISO, included. */
  readonly from: string | null;
  readonly to: string;
}

export type CommitteeRefusal =
  | 'committee-exists'
  | 'committee-name-taken'
  | 'unknown-committee'
  | 'unknown-rank'
  | 'rank-ended'
  | 'unknown-superior'
  | 'unknown-director'
  | 'superior-cycle'
  | 'second-superior'
  | 'directed-by-itself'
  | 'committee-ended'
  | 'superior-ended'
  | 'director-ended'
  | 'committee-code-taken';

export type CommitteeRuling = Ruling<Committee, CommitteeRefusal>;

/** The committee whose plans this one follows: its superior unless another is named. */
export function directorOf(one: Committee): CommitteeId | null {
  return one.directedById ?? one.superiorId;
}

/**
 * Adds a committee below one that is known. Names are unique below one superior, so that a roster can name it.
 * @param today ISO
 */
export function decideAddCommittee(
  known: readonly Committee[],
  ranks: readonly CommitteeRank[],
  candidate: Committee,
  today: string,
): CommitteeRuling {
  const same = known.find((one) => one.id === candidate.id);
  if (same !== undefined) return refuse(isSecondSuperior(same, candidate) ? 'second-superior' : 'committee-exists');
  if (candidate.superiorId === candidate.id) return refuse('superior-cycle');
  if (candidate.directedById === candidate.id) return refuse('directed-by-itself');
  const wrongRank = refusalOfRank(ranks, candidate, today);
  if (wrongRank !== undefined) return refuse(wrongRank);
  if (!isKnown(known, candidate.superiorId)) return refuse('unknown-superior');
  if (!isKnown(known, candidate.directedById)) return refuse('unknown-director');
  if (hasEnded(known, candidate.superiorId)) return refuse('superior-ended');
  if (hasEnded(known, candidate.directedById)) return refuse('director-ended');
  return refusalOfName(known, candidate) ?? accept(candidate);
}

/** Writes a committee's name, rank, sector and code anew; what it is stays the same. */
export function decideDescribeCommittee(
  known: readonly Committee[],
  ranks: readonly CommitteeRank[],
  { id, ...description }: Pick<Committee, 'id' | 'name' | 'rank' | 'sector' | 'code'>,
  today: string,
): CommitteeRuling {
  const present = known.find((one) => one.id === id);
  if (present === undefined) return refuse('unknown-committee');
  if (present.to !== null) return refuse('committee-ended');
  const described = { ...present, ...description };
  // The rank that it has it keeps, whatever became of that rank.
  const wrongRank =
    description.rank === present.rank ? undefined : refusalOfRank(ranks, { ...described, from: null }, today);
  if (wrongRank !== undefined) return refuse(wrongRank);
  return refusalOfName(known, described) ?? accept(described);
}

/** Names another director, or with null the superior again. */
export function decideChangeDirector(
  known: readonly Committee[],
  change: { id: CommitteeId; directedById: CommitteeId | null },
): CommitteeRuling {
  const present = known.find((one) => one.id === change.id);
  if (present === undefined) return refuse('unknown-committee');
  if (present.to !== null) return refuse('committee-ended');
  if (change.directedById === change.id) return refuse('directed-by-itself');
  if (!isKnown(known, change.directedById)) return refuse('unknown-director');
  if (hasEnded(known, change.directedById)) return refuse('director-ended');
  return accept({ ...present, directedById: change.directedById });
}

function isSecondSuperior(present: Committee, candidate: Committee): boolean {
  return candidate.superiorId !== null && candidate.superiorId !== present.superiorId;
}

function isKnown(known: readonly Committee[], id: CommitteeId | null): boolean {
  return id === null || known.some((one) => one.id === id);
}

function hasEnded(known: readonly Committee[], id: CommitteeId | null): boolean {
  return id !== null && known.some((one) => one.id === id && one.to !== null);
}

/** Names are unique below one superior, and codes everywhere, among the committees that stand. */
function refusalOfName(known: readonly Committee[], candidate: Committee): CommitteeRuling | undefined {
  const others = known.filter((one) => one.id !== candidate.id && one.to === null);
  const name = textKey(candidate.name);
  const namesake = others.find((one) => one.superiorId === candidate.superiorId && textKey(one.name) === name);
  if (namesake !== undefined) {
    const spelt = { written: candidate.name, known: namesake.name };
    return refuse('committee-name-taken', spellingProblems('committee-name-taken', spelt));
  }
  const codes = new CommitteeCodes<CommitteeId>();
  for (const { id, code } of others) if (code !== null) codes.add(code, id);
  const isTaken = candidate.code !== null && codes.alike(candidate.code).length > 0;
  return isTaken ? refuse('committee-code-taken') : undefined;
}

/** Whether `id` is `top` or somewhere below it. Ends also if what is stored already runs in a circle. */
export function isAtOrBelow(known: readonly Committee[], id: CommitteeId | null, top: CommitteeId): boolean {
  const superiors = new Map(known.map((one) => [one.id, one.superiorId]));
  const seen = new Set<CommitteeId>();
  for (let at = id; at !== null && !seen.has(at); at = superiors.get(at) ?? null) {
    if (at === top) return true;
    seen.add(at);
  }
  return false;
}
