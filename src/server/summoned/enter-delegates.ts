import type { ProblemItem } from '../../contract/problem.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import type { Decision } from '../../domain/decision.ts';
import { readParticipants } from '../../domain/participants.ts';
import { decideEnterDelegates, type Summoned, type SummonedList } from '../../domain/summoned.ts';
import type { Deps } from '../deps.ts';
import type { RosterFileRefusal } from '../roster-file.ts';
import { uuid } from '../uuid.ts';

type Entered =
  | Decision<SummonedList, 'summoned-list-settled'>
  | { ok: false; refusal: RosterFileRefusal | 'roster-has-problems'; problems?: readonly ProblemItem[] };

/** Reads the congress's delegates from a list and keeps all of them, or nobody and says which lines are wrong. */
export async function enterDelegates(
  { store, pool, random }: Deps,
  committeeId: CommitteeId,
  term: string,
  file: Uint8Array,
): Promise<Entered> {
  const read = await pool.run('readRosterFile', { file });
  if (!read.ok) return { ok: false, refusal: read.refusal };
  const listed = readParticipants(read.rows, { people: await store.committees.people(), roll: [] });
  if (!listed.ok) {
    const problems = listed.problems.map(({ vi, en, ...note }) => ({ ...note, messages: { vi, en } }));
    return { ok: false, refusal: 'roster-has-problems', problems };
  }
  const people = listed.participants
    .filter(({ sameAsLine }) => sameAsLine === null)
    .map(
      ({ personId, name, position }): Summoned => ({
        ...{ id: personId ?? uuid(random), personId, name, position },
        ...{ standing: 'delegate', votes: true, struck: null },
      }),
    );
  return store.summoned.change(committeeId, term, (known) =>
    decideEnterDelegates(known, { committeeId, term, people }),
  );
}
