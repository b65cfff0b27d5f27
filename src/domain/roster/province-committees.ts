import type { Committee, CommitteeId, PastSuperior } from '../committee/committee.ts';
import type { CommitteeRank } from '../committee/committee-ranks.ts';
import { refusalOfRank } from '../committee/committee-ranks.ts';
import { moved } from '../committee/reorganise.ts';
import { dayBefore } from '../day.ts';
import { CommitteeCodes } from '../text/code-key.ts';
import { textKey } from '../text/text-key.ts';
import type { CommitteeLine, ProvinceList, ProvinceProblem } from './province-file.ts';
import { type Referable, referenceFinder, referenceTo } from './province-references.ts';
import { lineSeenFrom, placeIn } from './roster-line.ts';
import { namesQuoted, type RosterField, type RosterProblemCode, rosterNote } from './roster-note.ts';
import { likeNames } from './spellings.ts';

/** How a file is to be taken. */
export interface ImportOptions {
  /** First day on which what the file says holds, ISO. */
  readonly on: string;
  /** Whether what is known but not in the file ends the day before, or stays. */
  readonly missing: 'keep' | 'end';
  /** ISO. */
  readonly today: string;
  readonly ranks: readonly CommitteeRank[];
}

/** A committee as the file leaves it; before: null where it is new. */
export interface CommitteeDiff {
  readonly worksheet: string;
  readonly line: number | null;
  readonly before: Committee | null;
  readonly after: Committee;
  readonly past: readonly PastSuperior[];
}

export interface TreeDiff {
  /** Those of the file, and those that end because they are not in it. */
  readonly compared: readonly CommitteeDiff[];
  /** Every committee as it will be. */
  readonly all: ReadonlyMap<CommitteeId, Committee>;
  readonly problems: readonly ProvinceProblem[];
  /** What a text of the file means: the committee's id, or why it means none. */
  find(text: string): CommitteeId | 'unknown-committee' | { readonly ambiguous: string };
  /** The name of a committee that is the same without diacritics, for a text that means none. */
  like(text: string): string | undefined;
}

type List = ProvinceList<CommitteeLine> | null;
interface LineAt {
  readonly worksheet: string;
  readonly line: number;
}
type Complain = (
  at: LineAt | null,
  field: RosterField,
  code: RosterProblemCode,
  detail?: string,
  known?: string,
) => void;

/** A committee that is not known yet is called by its line until it is kept. */
function newId({ index }: CommitteeLine): CommitteeId {
  return `new-committee-${index}` as CommitteeId;
}

/**
 * What a list of committees makes of the tree. A line is a known committee when it has its code, or otherwise its name
 * below the same superior.
 */
export function compareTree(list: List, known: readonly Committee[], options: ImportOptions): TreeDiff {
  const problems: ProvinceProblem[] = [];
  const columns = list?.columns ?? new Map();
  const nowhere: LineAt = { worksheet: list?.lines[0]?.worksheet ?? '', line: 1 };
  const said = new Set<string>();
  const complain: Complain = (at, field, code, detail = '', known = detail) => {
    const same = `${at?.worksheet}/${at?.line} ${field} ${code} ${detail}`;
    if (said.has(same)) return;
    said.add(same);
    problems.push(rosterNote(placeIn(at ?? nowhere, columns, field), code, detail, { written: detail, known }));
  };
  const lines = list?.lines ?? [];
  const identified = identify(lines, known, complain);
  const compared = lines.flatMap((line) => {
    const diff = compareLine(line, identified, options, complain);
    return diff === undefined ? [] : [diff];
  });
  const named = new Set(compared.map(({ after }) => after.id));
  if (list !== null && options.missing === 'end') compared.push(...endMissing(known, named, options, complain));
  const all = new Map([...known, ...compared.map(({ after }) => after)].map((one) => [one.id, one]));
  checkTree(all, compared, complain);
  return { compared, all, problems, find: identified.find, like: identified.like };
}

interface Identified {
  readonly byLine: ReadonlyMap<CommitteeLine, { readonly id: CommitteeId; readonly before: Committee | null }>;
  readonly find: TreeDiff['find'];
  readonly like: TreeDiff['like'];
}

/** Says which line is which known committee, and what the references in the file mean. */
function identify(lines: readonly CommitteeLine[], known: readonly Committee[], complain: Complain): Identified {
  const standing = known.filter((one) => one.to === null);
  const byId = new Map(known.map((one) => [one.id, one]));
  const inFile = referenceFinder(
    lines.map((line) => ({ id: newId(line), name: line.name, code: line.code, superior: line.superior ?? null })),
  );
  const inTree = referenceFinder(standing.flatMap((one) => referables(one, byId)));
  // Whoever names a committee that has ended is told so, not that there is none.
  const inPast = referenceFinder(known.filter((one) => one.to !== null).flatMap((one) => referables(one, byId)));
  const lineOf = new Map(lines.map((line) => [newId(line), line]));
  const byCode = new CommitteeCodes<Committee>();
  for (const one of standing) if (one.code !== null) byCode.add(one.code, one);
  const byPlace = new Map(standing.map((one) => [placeKey(one.superiorId, one.name), one]));
  const byLine = new Map<CommitteeLine, { id: CommitteeId; before: Committee | null }>();
  const taken = new Map<CommitteeId, CommitteeLine>();
  const underWay = new Set<CommitteeLine>();

  const find: Identified['find'] = (text) => {
    const found = [inFile, inTree, inPast].map((look) => look(text)).find((ids) => ids.length > 0) ?? [];
    const [first, second] = found;
    if (first === undefined) return 'unknown-committee';
    if (second !== undefined)
      return {
        ambiguous: found
          .slice(0, namesQuoted)
          .map((id) => `"${describe(id)}"`)
          .join(', '),
      };
    const line = lineOf.get(first);
    return line === undefined ? first : identifyLine(line);
  };
  const describe = (id: CommitteeId): string => {
    const line = lineOf.get(id);
    if (line !== undefined) return line.code ?? (line.superior ? `${line.superior} / ${line.name}` : line.name);
    const one = byId.get(id);
    return one === undefined ? '' : referenceTo(one, byId);
  };
  const identifyLine = (line: CommitteeLine): CommitteeId => {
    const done = byLine.get(line);
    if (done !== undefined) return done.id;
    if (underWay.has(line)) {
      complain(line, 'superior', 'superior-cycle');
      return newId(line);
    }
    underWay.add(line);
    const superior = line.superior == null ? null : find(line.superior);
    const isSameCode = (one: Committee) => one.code === null || line.code === null;
    const before =
      (line.code === null ? undefined : onlyOne(byCode.find(line.code))) ??
      (superior === null || typeof superior === 'string'
        ? [byPlace.get(placeKey(superior as CommitteeId | null, line.name))].find((one) => one && isSameCode(one))
        : undefined);
    const id = before?.id ?? newId(line);
    const twin = taken.get(id);
    if (twin !== undefined) complain(line, 'committee', 'same-committee', lineSeenFrom(line, twin));
    taken.set(id, line);
    byLine.set(line, { id, before: before ?? null });
    return id;
  };
  for (const line of lines) identifyLine(line);
  return { byLine, find, like: likeNames(() => [...standing, ...lines].map(({ name }) => name)) };
}

/** The ways in which people write a committee: by its superior's reference, by its superior's name, by all names. */
function referables(one: Committee, byId: ReadonlyMap<CommitteeId, Committee>): Referable[] {
  const { id, name, code } = one;
  const superior = one.superiorId === null ? undefined : byId.get(one.superiorId);
  if (superior === undefined) return [{ id, name, code, superior: null }];
  const ways = new Set([referenceTo(superior, byId), superior.name, namesTo(superior, byId)]);
  return [...ways].map((way) => ({ id, name, code, superior: way }));
}

function namesTo(one: Committee, byId: ReadonlyMap<CommitteeId, Committee>): string {
  const superior = one.superiorId === null ? undefined : byId.get(one.superiorId);
  return superior === undefined ? one.name : `${namesTo(superior, byId)}/${one.name}`;
}

function placeKey(superiorId: CommitteeId | null, name: string): string {
  return `${superiorId} ${textKey(name)}`;
}

function compareLine(
  line: CommitteeLine,
  { byLine, find, like }: Identified,
  { on, today, ranks }: ImportOptions,
  complain: Complain,
): CommitteeDiff | undefined {
  const identity = byLine.get(line);
  if (identity === undefined) return undefined;
  const { before } = identity;
  const refer = (field: RosterField, text: string | null | undefined, otherwise: CommitteeId | null) => {
    if (text == null) return text === null ? null : otherwise;
    const found = find(text);
    if (typeof found !== 'string') complain(line, field, 'ambiguous-committee', found.ambiguous);
    else if (found === 'unknown-committee') complain(line, field, 'unknown-committee', text, like(text));
    else return found;
    return otherwise;
  };
  const superiorId = refer('superior', line.superior, before?.superiorId ?? null);
  const described: Committee = {
    id: identity.id,
    name: line.name,
    rank: line.rank,
    code: line.code ?? before?.code ?? null,
    sector: line.sector ?? before?.sector ?? 'Địa phương',
    from: line.from ?? before?.from ?? null,
    directedById: directorFor(refer('director', line.director, before?.directedById ?? null), superiorId),
    superiorId: before === null ? superiorId : before.superiorId,
    superiorSince: before?.superiorSince ?? null,
    to: line.to,
    successorId: line.successor === null ? null : refer('successor', line.successor, null),
  };
  const given = before === null ? described : { ...described, from: null };
  const wrongRank = before?.rank === line.rank ? undefined : refusalOfRank(ranks, given, on);
  if (wrongRank !== undefined) complain(line, 'rank', wrongRank, line.rank);
  if (line.to !== null && line.to > today) complain(line, 'to', 'date-in-future', line.to);
  if (before === null || before.superiorId === superiorId)
    return { worksheet: line.worksheet, line: line.line, before, after: described, past: [] };
  if ((before.superiorSince ?? '') > on || (described.from ?? '') >= on) {
    complain(line, 'superior', 'date-too-early', line.name);
  }
  const { committee, past } = moved(described, superiorId, on);
  return { worksheet: line.worksheet, line: line.line, before, after: committee, past };
}

function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** To follow one's own superior is to name nobody else. */
function directorFor(directedById: CommitteeId | null, superiorId: CommitteeId | null): CommitteeId | null {
  return directedById === superiorId ? null : directedById;
}

function endMissing(
  known: readonly Committee[],
  named: ReadonlySet<CommitteeId>,
  { on }: ImportOptions,
  complain: Complain,
): CommitteeDiff[] {
  return known
    .filter((one) => one.to === null && !named.has(one.id))
    .map((before) => {
      if ((before.from ?? '') >= on) complain(null, 'committee', 'date-too-early', before.name);
      return { worksheet: '', line: null, before, after: { ...before, to: dayBefore(on) }, past: [] };
    });
}

/** What must hold of the tree as it will be. */
function checkTree(
  all: ReadonlyMap<CommitteeId, Committee>,
  compared: readonly CommitteeDiff[],
  complain: Complain,
): void {
  const lineOf = new Map(
    compared.map(({ worksheet, line, after }) => [after.id, line === null ? null : { worksheet, line }] as const),
  );
  const names = new Map<string, string>();
  const codes = new CommitteeCodes<CommitteeId>();
  const sound = new Set<CommitteeId>();
  for (const one of all.values()) {
    if (one.to !== null) continue;
    const line = lineOf.get(one.id) ?? null;
    if (all.get(one.superiorId ?? one.id)?.to !== null) complain(line, 'superior', 'superior-ended', one.name);
    if (all.get(one.directedById ?? one.id)?.to !== null) complain(line, 'director', 'director-ended', one.name);
    if (one.directedById === one.id) complain(line, 'director', 'superior-cycle');
    const name = placeKey(one.superiorId, one.name);
    if (names.has(name)) complain(line, 'committee', 'committee-name-taken', one.name, names.get(name));
    names.set(name, one.name);
    if (one.code !== null && codes.alike(one.code).length > 0) complain(line, 'code', 'committee-code-taken', one.code);
    if (one.code !== null) codes.add(one.code, one.id);
    if (!endsAtTop(one, all, sound)) complain(line, 'superior', 'superior-cycle');
  }
}

/** Whether the way up ends; `sound` remembers those whose way does. */
function endsAtTop(one: Committee, all: ReadonlyMap<CommitteeId, Committee>, sound: Set<CommitteeId>): boolean {
  const way = new Set<CommitteeId>();
  for (let at: Committee | undefined = one; at !== undefined && !sound.has(at.id); ) {
    if (way.has(at.id)) return false;
    way.add(at.id);
    at = at.superiorId === null ? undefined : all.get(at.superiorId);
  }
  for (const id of way) sound.add(id);
  return true;
}
