import type { z } from 'zod';
import type { Capitals } from '../../contract/list-notes.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import type { previewDelegates as previewing } from '../../contract/summoned.ts';
import type { AccountId } from '../../domain/account.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import {
  type ReadParticipantLines,
  type ReadParticipants,
  readParticipants,
} from '../../domain/lists/read-participants.ts';
import { delegatesImport, importId } from '../../domain/roster/kept-import.ts';
import { withShownYears } from '../../domain/roster/namesakes.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { decideEnterDelegates, type Summoned, type SummonedList } from '../../domain/summoned.ts';
import type { Deps } from '../deps.ts';
import { listAnswer, problemItems } from '../lists/list-answer.ts';
import { planHash } from '../lists/plan-hash.ts';
import { localDay } from '../local-time.ts';
import type { SpreadsheetRefusal } from '../spreadsheets/unreadable.ts';
import { digest } from '../store/digest.ts';
import type { KnownToSummon } from '../store/summoned-store.ts';
import { uuid } from '../uuid.ts';

interface Unread {
  readonly ok: false;
  readonly refusal: SpreadsheetRefusal | 'roster-has-problems';
  readonly problems?: readonly ProblemItem[];
}
/** A list of a committee's delegates, and how it is to be taken. */
export interface DelegatesFile {
  readonly committeeId: CommitteeId;
  readonly term: string;
  readonly file: Uint8Array;
  readonly capitals: Capitals;
}

type Entered = ReturnType<typeof listAnswer> & { readonly list: SummonedList };
type Preview = z.infer<(typeof previewing.replies)[200]>;

/** The congress's delegates as a list has them, for the office to look at; keeps nothing. */
export async function previewDelegates(
  deps: Deps,
  { committeeId, term, file, capitals }: DelegatesFile,
): Promise<Decision<Preview, 'summoned-list-settled'> | Unread> {
  const read = await deps.pool.run('readParticipantFile', { file, capitals });
  if (!read.ok) return read;
  const { summoned, committees } = deps.store;
  const today = localDay(deps.clock());
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
 * @param plan of the preview that was looked at, if it was
 */
export async function enterDelegates(
  deps: Deps,
  { committeeId, term, file, capitals }: DelegatesFile,
  by: AccountId,
  plan: string | undefined,
): Promise<Decision<Entered, 'summoned-list-settled' | 'preview-outdated'> | Unread> {
  const read = await deps.pool.run('readParticipantFile', { file, capitals });
  if (!read.ok) return read;
  const now = deps.clock();
  const made = { id: importId.parse(uuid(deps.random)), by, at: now.toISOString() };
  const done = await deps.store.summoned.change(committeeId, term, (known, roster) => {
    const listed = recognise(read.value, roster, localDay(now));
    if (!listed.ok) return listed;
    if (plan !== undefined && plan !== planOf(listed, known)) return refuse('preview-outdated');
    const people = counted(listed).map((one) => summonedAs(one, () => uuid(deps.random)));
    const entered = decideEnterDelegates(known, { committeeId, term, people });
    if (!entered.ok) return entered;
    const answer = listAnswer(listed.worksheets, listed.warnings);
    return { ...entered, kept: delegatesImport(known, entered.value, made, digest), answer };
  });
  return done.ok ? accept({ list: done.value, ...done.answer }) : done;
}

type Listed = Extract<ReadParticipants, { ok: true }>;

/** Who the lines are. */
function recognise(read: ReadParticipantLines, { people, seated }: KnownToSummon, today: string): Listed | Unread {
  const listed = readParticipants(read, { people: people(), roll: [], seated: seated(today) });
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
