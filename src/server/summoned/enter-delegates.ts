import type { z } from 'zod';
import type { ProblemItem } from '../../contract/problem.ts';
import type { previewDelegates as previewing } from '../../contract/summoned.ts';
import type { AccountId } from '../../domain/account.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept, type Decision } from '../../domain/decision.ts';
import { type ReadParticipants, readParticipants } from '../../domain/participants.ts';
import { delegatesImport, importId } from '../../domain/roster/kept-import.ts';
import { toldApart } from '../../domain/roster/namesakes.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import type { RosterRow } from '../../domain/roster-columns.ts';
import { decideEnterDelegates, type Summoned, type SummonedList } from '../../domain/summoned.ts';
import type { Deps } from '../deps.ts';
import { listAnswer, noteView, readingOfRows } from '../lists/list-answer.ts';
import type { RosterFileRefusal } from '../roster-file.ts';
import { digest } from '../store/digest.ts';
import { uuid } from '../uuid.ts';

interface Unread {
  readonly ok: false;
  readonly refusal: RosterFileRefusal | 'roster-has-problems';
  readonly problems?: readonly ProblemItem[];
}
type Preview = z.infer<(typeof previewing.replies)[200]>;

/** The congress's delegates as a list has them, for the office to look at; keeps nothing. */
export async function previewDelegates(
  deps: Deps,
  committeeId: CommitteeId,
  term: string,
  file: Uint8Array,
): Promise<Decision<Preview, 'summoned-list-settled'> | Unread> {
  const listed = await readList(deps, file);
  if (!listed.ok) return listed;
  const known = await deps.store.summoned.find(committeeId, term);
  const settled = decideEnterDelegates(known, { committeeId, term, people: [] });
  if (!settled.ok) return settled;
  const { participants, columns, rows, warnings } = listed;
  const delegates = toldApart(participants.filter(({ repeats }) => !repeats)).map(
    ({ line, name, position, personId }) => ({ sheet: '', line, name, position, personId }),
  );
  const reading = readingOfRows('', rows, columns, participants.length);
  return accept({ delegates, ...listAnswer([reading], warnings.map(noteView)) });
}

/** Reads the congress's delegates from a list and keeps all of them, or nobody and says which lines are wrong. */
export async function enterDelegates(
  deps: Deps,
  committeeId: CommitteeId,
  term: string,
  file: Uint8Array,
  by: AccountId,
): Promise<Decision<SummonedList, 'summoned-list-settled'> | Unread> {
  const listed = await readList(deps, file);
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
  return deps.store.summoned.change(committeeId, term, (known) => {
    const entered = decideEnterDelegates(known, { committeeId, term, people });
    return entered.ok ? { ...entered, kept: delegatesImport(known, entered.value, made, digest) } : entered;
  });
}

type Listed = Extract<ReadParticipants, { ok: true }> & { readonly rows: readonly RosterRow[] };

async function readList({ store, pool }: Deps, file: Uint8Array): Promise<Listed | Unread> {
  const read = await pool.run('readRosterFile', { file });
  if (!read.ok) return { ok: false, refusal: read.refusal };
  const listed = readParticipants(read.rows, { people: await store.committees.people(), roll: [] });
  if (listed.ok) return { ...listed, rows: read.rows };
  const problems = listed.problems.map(({ vi, en, ...note }) => ({ ...note, messages: { vi, en } }));
  return { ok: false, refusal: 'roster-has-problems', problems };
}
