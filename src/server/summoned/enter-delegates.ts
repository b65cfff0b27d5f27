import type { z } from 'zod';
import type { Capitals } from '../../contract/list-notes.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import type { previewDelegates as previewing } from '../../contract/summoned.ts';
import type { AccountId } from '../../domain/account.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept, type Decision } from '../../domain/decision.ts';
import { type ReadParticipants, readParticipants } from '../../domain/lists/read-participants.ts';
import { delegatesImport, importId } from '../../domain/roster/kept-import.ts';
import { withShownYears } from '../../domain/roster/namesakes.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { decideEnterDelegates, type Summoned, type SummonedList } from '../../domain/summoned.ts';
import type { Deps } from '../deps.ts';
import { listAnswer, problemItems } from '../lists/list-answer.ts';
import { localDay } from '../local-time.ts';
import type { SpreadsheetRefusal } from '../spreadsheets/unreadable.ts';
import { digest } from '../store/digest.ts';
import { uuid } from '../uuid.ts';

interface Unread {
  readonly ok: false;
  readonly refusal: SpreadsheetRefusal | 'roster-has-problems';
  readonly problems?: readonly ProblemItem[];
}
type Entered = ReturnType<typeof listAnswer> & { readonly list: SummonedList };
type Preview = z.infer<(typeof previewing.replies)[200]>;

/** The congress's delegates as a list has them, for the office to look at; keeps nothing. */
export async function previewDelegates(
  deps: Deps,
  committeeId: CommitteeId,
  term: string,
  file: Uint8Array,
  capitals: Capitals,
): Promise<Decision<Preview, 'summoned-list-settled'> | Unread> {
  const listed = await readList(deps, committeeId, file, capitals);
  if (!listed.ok) return listed;
  const known = await deps.store.summoned.find(committeeId, term);
  const settled = decideEnterDelegates(known, { committeeId, term, people: [] });
  if (!settled.ok) return settled;
  const { participants, worksheets, warnings } = listed;
  const delegates = withShownYears(participants.filter(({ repeats }) => !repeats)).map(
    ({ code: _code, onRoll: _onRoll, sameAsLine: _same, repeats: _repeats, ...one }) => one,
  );
  return accept({ delegates, ...listAnswer(worksheets, warnings) });
}

/** Reads the congress's delegates from a list and keeps all of them, or nobody and says which lines are wrong. */
export async function enterDelegates(
  deps: Deps,
  committeeId: CommitteeId,
  term: string,
  file: Uint8Array,
  capitals: Capitals,
  by: AccountId,
): Promise<Decision<Entered, 'summoned-list-settled'> | Unread> {
  const listed = await readList(deps, committeeId, file, capitals);
  if (!listed.ok) return listed;
  const people = listed.participants
    .filter(({ repeats }) => !repeats)
    .map(
      ({ personId, name, position, code, birthYear }): Summoned => ({
        ...{ id: personId ?? uuid(deps.random), personId, name, position, ...knownParts({ code, birthYear }) },
        ...{ standing: 'delegate', votes: true, struck: null },
      }),
    );
  const made = { id: importId.parse(uuid(deps.random)), by, at: deps.clock().toISOString() };
  const done = await deps.store.summoned.change(committeeId, term, (known) => {
    const entered = decideEnterDelegates(known, { committeeId, term, people });
    return entered.ok ? { ...entered, kept: delegatesImport(known, entered.value, made, digest) } : entered;
  });
  return done.ok ? accept({ list: done.value, ...listAnswer(listed.worksheets, listed.warnings) }) : done;
}

type Listed = Extract<ReadParticipants, { ok: true }>;

async function readList(
  { store, pool, clock }: Deps,
  committeeId: CommitteeId,
  file: Uint8Array,
  capitals: Capitals,
): Promise<Listed | Unread> {
  const read = await pool.run('readParticipantFile', { file, capitals });
  if (!read.ok) return read;
  const people = await store.committees.people();
  const held = await store.committees.heldSeats(committeeId, localDay(clock()));
  const listed = readParticipants(read.value, { people, roll: [], seated: held.map(({ person }) => person) });
  if (listed.ok) return listed;
  return { ok: false, refusal: 'roster-has-problems', problems: problemItems(listed.problems) };
}
