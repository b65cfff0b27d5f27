import type { z } from 'zod';
import type { Capitals } from '../../contract/list-notes.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import type { previewDelegates as previewing } from '../../contract/summoned.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import {
  type ReadParticipantLines,
  type ReadParticipants,
  readParticipants,
} from '../../domain/lists/read-participants.ts';
import { delegatesImport, type ImportMade, importId } from '../../domain/roster/kept-import.ts';
import { withShownYears } from '../../domain/roster/namesakes.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { decideEnterDelegates, type Summoned, type SummonedList } from '../../domain/summoned.ts';
import { listAnswer, problemItems } from '../lists/list-answer.ts';
import { planHash } from '../lists/plan-hash.ts';
import { readParticipantFile } from '../lists/read-list-file.ts';
import type { SpreadsheetRefusal } from '../spreadsheets/unreadable.ts';
import { digest } from '../store/digest.ts';
import type { Store } from '../store/store.ts';
import type { KnownToSummon } from '../store/summoned-store.ts';

interface Unread {
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
  /** Hash of the plan that was previewed, if one was. */
  readonly plan: string | undefined;
  /** By which account, and when. */
  readonly made: Omit<ImportMade, 'id'>;
}

type Entered = ReturnType<typeof listAnswer> & { readonly list: SummonedList };
type Preview = z.infer<(typeof previewing.replies)[200]>;
export type DelegatesPreview = Decision<Preview, 'summoned-list-settled'> | Unread;
export type DelegatesEntered = Decision<Entered, 'summoned-list-settled' | 'preview-outdated'> | Unread;

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
  const listed = recognise(read.value, { people: () => people, seated: () => seated }, today);
  if (!listed.ok) return listed;
  const known = await summoned.find(committeeId, term);
  const settled = decideEnterDelegates(known, { committeeId, term, people: [] });
  if (!settled.ok) return settled;
  const delegates = withShownYears(counted(listed)).map(
    ({ code: _code, onRoll: _onRoll, sameAsLine: _same, repeats: _repeats, ...one }) => one,
  );
  return accept({ plan: planOf(listed, known), delegates, ...listAnswer(listed.worksheets, listed.warnings) });
}

/**
 * Reads the congress's delegates from a list and keeps all of them, or nobody and says which lines are wrong. Who they
 * are is found in the step that keeps them: a name that is corrected meanwhile is corrected in the list too.
 */
export async function enterDelegateFile(
  { summoned }: Pick<Store, 'summoned'>,
  { committeeId, term, file, capitals, today, plan, made }: DelegatesToEnter,
  newId: () => string,
): Promise<DelegatesEntered> {
  const read = await readParticipantFile({ file, capitals });
  if (!read.ok) return read;
  const as = { ...made, id: importId.parse(newId()) };
  const done = await summoned.change(committeeId, term, (known, roster) => {
    const listed = recognise(read.value, roster, today);
    if (!listed.ok) return listed;
    if (plan !== undefined && plan !== planOf(listed, known)) return refuse('preview-outdated');
    const people = counted(listed).map((one) => summonedAs(one, newId));
    const entered = decideEnterDelegates(known, { committeeId, term, people });
    if (!entered.ok) return entered;
    const answer = listAnswer(listed.worksheets, listed.warnings);
    return { ...entered, kept: delegatesImport(known, entered.value, as, digest), answer };
  });
  return done.ok ? accept({ list: done.value, ...done.answer }) : done;
}

type Listed = Extract<ReadParticipants, { ok: true }>;

/** Who the lines are. */
function recognise(read: ReadParticipantLines, { people, seated }: KnownToSummon, today: string): Listed | Unread {
  const listed = readParticipants(read, { people: people(), roll: [], seated: seated(today) }, today);
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
    ...{ id: personId ?? newId(), personId, name, position, ...knownParts({ code, birthYear }) },
    ...{ standing: 'delegate', votes: true, struck: null },
  };
}

/** Of those who would be entered, and of the list that they would replace. */
function planOf(listed: Listed, known: SummonedList | undefined): string {
  return planHash(
    { replaces: known !== undefined },
    counted(listed).map((one) => summonedAs(one, () => '')),
    known?.people ?? [],
  );
}
