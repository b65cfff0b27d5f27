import type { z } from 'zod';
import type { ProblemItem } from '../../../contract/kit/problem.ts';
import type { previewDelegates as previewing } from '../../../contract/session/summoned.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { Capitals } from '../../../domain/lists/line-people.ts';
import {
  type ReadParticipantLines,
  type ReadParticipants,
  readParticipants,
} from '../../../domain/lists/read-participants.ts';
import { importId } from '../../../domain/roster/import-id.ts';
import { delegatesImport, type ImportMade } from '../../../domain/roster/kept-import.ts';
import { withShownYears } from '../../../domain/roster/namesakes.ts';
import { inPrecedence } from '../../../domain/roster/people-order.ts';
import type { Person } from '../../../domain/roster/person.ts';
import type { WholeRoster } from '../../../domain/roster/roster-changes.ts';
import { knownParts } from '../../../domain/roster/same-person.ts';
import { currentSeats } from '../../../domain/roster/seat.ts';
import { accept, type Ruling, refuse } from '../../../domain/ruling.ts';
import { decideEnterDelegates, type Summoned, type SummonedList } from '../../../domain/session/summoned.ts';
import { diffHash } from '../../lists/diff-hash.ts';
import { listAnswer, problemItems } from '../../lists/list-answer.ts';
import { readParticipantFile } from '../../lists/read-list-file.ts';
import type { SpreadsheetRefusal } from '../../spreadsheets/unreadable.ts';
import { digest } from '../../store/digest.ts';
import type { Store } from '../../store/store.ts';

export interface Unread {
  readonly ok: false;
  readonly refusal: SpreadsheetRefusal | 'roster-has-problems';
  readonly problems?: readonly ProblemItem[];
}
/** A list of a committee's delegates, and how it is to be taken. */
export interface DelegatesToPreview {
  readonly committeeId: CommitteeId;
  readonly term: string;
  readonly file: Uint8Array;
  readonly capitals: Capitals;
  /** ISO date. */
  readonly today: string;
}
export interface DelegatesToEnter extends DelegatesToPreview {
  /** Hash of the diff that was previewed, if one was. */
  readonly diff: string | undefined;
  /** By which account, and when. */
  readonly made: Omit<ImportMade, 'id'>;
}

type Entered = ReturnType<typeof listAnswer> & { readonly list: SummonedList };
type Preview = z.infer<(typeof previewing.replies)[200]>;
export type DelegatesPreview = Ruling<Preview, 'summoned-list-settled'> | Unread;
export type DelegatesEntered = Ruling<Entered, 'summoned-list-settled' | 'preview-outdated'> | Unread;

/** The congress's delegates as a list has them, for the office to look at; keeps nothing. */
export async function previewDelegateFile(
  { summoned, committees }: Pick<Store, 'summoned' | 'committees'>,
  { committeeId, term, file, capitals, today }: DelegatesToPreview,
): Promise<DelegatesPreview> {
  const read = await readParticipantFile({ file, capitals });
  if (!read.ok) return read;
  const people = await committees.people();
  const held = await committees.heldSeats(committeeId, today);
  const seated = held.map(({ person }) => person);
  const listed = recognise(read.value, { people, seated }, today);
  if (!listed.ok) return listed;
  const known = await summoned.find(committeeId, term);
  const settled = decideEnterDelegates(known, { committeeId, term, people: [] });
  if (!settled.ok) return settled;
  const delegates = withShownYears(counted(listed)).map(
    ({ code: _code, onRoll: _onRoll, sameAsLine: _same, repeats: _repeats, ...one }) => one,
  );
  return accept({ diff: diffHashOf(listed, known), delegates, ...listAnswer(listed.worksheets, listed.warnings) });
}

/**
 * Reads the congress's delegates from a list and keeps all of them, or nobody and says which lines are wrong. Who they
 * are is found before the step that keeps them, and anew in it where the roster has changed since: a name that is
 * corrected meanwhile is corrected in the list too.
 */
export async function enterDelegateFile(
  { summoned, committees }: Pick<Store, 'summoned' | 'committees'>,
  { committeeId, term, file, capitals, today, diff, made }: DelegatesToEnter,
  newId: () => string,
): Promise<DelegatesEntered> {
  const read = await readParticipantFile({ file, capitals });
  if (!read.ok) return read;
  const as = { ...made, id: importId.parse(newId()) };
  const find = (roster: PeopleKnown) => {
    const listed = recognise(read.value, roster, today);
    return listed.ok ? { ...listed, people: counted(listed).map((one) => summonedAs(one, newId)) } : listed;
  };
  const before = await committees.wholeRoster();
  const ahead = find({ people: before.people, seated: seatedIn(before, committeeId, today) });
  const plan = { plannedOn: before.revision, seatedOn: today };
  const done = await summoned.enter(committeeId, term, plan, (known, changed) => {
    const listed = changed === undefined ? ahead : find(changed);
    if (!listed.ok) return listed;
    if (diff !== undefined && diff !== diffHashOf(listed, known)) return refuse('preview-outdated');
    const { people } = listed;
    const entered = decideEnterDelegates(known, { committeeId, term, people });
    if (!entered.ok) return entered;
    const answer = listAnswer(listed.worksheets, listed.warnings);
    return { ...entered, kept: delegatesImport(known, entered.value, as, digest), answer };
  });
  return done.ok ? accept({ list: done.value, ...done.answer }) : done;
}

type Listed = Extract<ReadParticipants, { ok: true }>;

interface PeopleKnown {
  readonly people: readonly Person[];
  /** Who sits in the committee. */
  readonly seated: readonly Person[];
}

function seatedIn({ people, seats }: WholeRoster, id: CommitteeId, today: string): readonly Person[] {
  const known = new Map(people.map((one) => [one.id, one]));
  const held = currentSeats(seats, id, today).flatMap((seat) => {
    const person = known.get(seat.personId);
    return person === undefined ? [] : [{ seat, person }];
  });
  return inPrecedence(held).map(({ person }) => person);
}

/** Who the lines are. */
function recognise(read: ReadParticipantLines, { people, seated }: PeopleKnown, today: string): Listed | Unread {
  const listed = readParticipants(read, { people, roll: [], seated }, today);
  if (listed.ok) return listed;
  return { ok: false, refusal: 'roster-has-problems', problems: problemItems(listed.problems) };
}

/** Those who count: everybody once. */
function counted({ participants }: Listed): Listed['participants'] {
  return participants.filter(({ repeats }) => !repeats);
}

function summonedAs(
  { personId, name, position, code, birthYear }: Listed['participants'][number],
  newId: () => string,
): Summoned {
  return {
    id: personId ?? newId(),
    personId,
    name,
    position,
    ...knownParts({ code, birthYear }),
    standing: 'delegate',
    votes: true,
    struck: null,
  };
}

/** Of those who would be entered, and of the list that they would replace. */
function diffHashOf(listed: Listed, known: SummonedList | undefined): string {
  return diffHash(
    { replaces: known !== undefined },
    counted(listed).map((one) => summonedAs(one, () => '')),
    known?.people ?? [],
  );
}
