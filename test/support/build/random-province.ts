import fc from 'fast-check';
import type { Session } from '../../../src/domain/session/session.ts';
import type { CountedVote } from '../service/counted-vote.ts';
import { addEarlierVote } from '../service/earlier-votes.ts';
import { signedInAs } from '../service/service.ts';
import type { Headers } from '../service/vote-service.ts';
import { aCommittee } from './committees.ts';
import { aPersonId, aSeatId } from './ids.ts';

const size = 6;
const place = fc.nat(size - 1);

/** Committees that stood under others when they voted, what has become of them since, and people with seats in them. */
export const provinces = fc.record({
  /** A superior stands before its subordinates, so that there is no circle. */
  committees: fc.array(
    fc.record({
      superior: place,
      since: fc.constantFrom('stays', 'stays', 'moved', 'merged'),
      to: place,
      directedBy: fc.option(place),
      results: fc.array(fc.constantFrom('published', 'published', 'annulled', 'tallied'), { maxLength: 2 }),
    }),
    { minLength: size, maxLength: size },
  ),
  readers: fc.array(
    fc.array(
      fc.record({ committee: place, held: fc.constantFrom('today', 'today', 'until-yesterday', 'from-tomorrow') }),
      {
        maxLength: 3,
      },
    ),
    { minLength: 4, maxLength: 4 },
  ),
});
type Province = typeof provinces extends fc.Arbitrary<infer Value> ? Value : never;

/** One result in it, and the committee to which it was published with those into which that one has been merged since. */
interface PlacedResult {
  readonly id: string;
  readonly reportsTo: readonly string[];
  readonly published: boolean;
}

let made = 0;

/** Puts a province beside a vote, on committees and people of its own. */
export async function settle(vote: CountedVote, { committees, readers }: Province) {
  made += 1;
  const [first, run] = [made * 100, made];
  const { store } = vote.service.deps;
  const idOf = (at: number) => aCommittee(first + at).id;
  /** The superior stands before; the first has none. */
  const above = (at: number, wanted: number) => (at === 0 ? null : wanted % at);
  const kept: PlacedResult[] = [];
  const withHeirs = (at: number | null): readonly string[] => {
    const one = at === null ? undefined : committees[at];
    if (at === null || one === undefined) return [];
    return [idOf(at), ...withHeirs(one.since === 'merged' ? above(at, one.to) : null)];
  };
  for (const [at, { superior, since, to, directedBy, results }] of committees.entries()) {
    const before = above(at, superior);
    const after = above(at, to);
    const moved = since === 'moved' ? after : before;
    const committee = aCommittee(first + at, {
      superiorId: moved === null ? null : idOf(moved),
      // A sector's superior directs; that alone opens nothing.
      directedById: directedBy === null || directedBy >= at ? null : idOf(directedBy),
      ...(since === 'merged' && after !== null ? { to: '2026-11-30', successorId: idOf(after) } : {}),
    });
    await store.committees.change({ around: [] }, () => ({ ok: true, value: committee }));
    for (const [index, state] of results.entries()) {
      const id = await addResult(vote, `${'ABCDEFGHJK'[run % 10]}${(run % 7) + 1}${'ABCDEF'[at]}${index + 1}`, {
        ...{ committee: first + at, superior: before === null ? null : first + before, state },
      });
      kept.push({ id, reportsTo: withHeirs(before), published: state !== 'tallied' });
    }
  }
  const { session } = await vote.state();
  const people = await Promise.all(
    readers.map(async (seats, number) => {
      // The first one is voted on, too.
      const personId =
        number === 0 ? (session.subjects[0]?.personId ?? aPersonId(1)) : aPersonId(10_000 * run + number);
      await store.committees.importRoster(null, () => ({
        ok: true,
        people: [{ id: personId, name: 'Người đọc', code: null, birthYear: null }],
        seats: seats.map(({ committee, held }, index) => ({
          ...{ id: aSeatId(10_000 * run + 10 * number + index), committeeId: idOf(committee), personId },
          ...{ position: 'Ủy viên', order: 1 + index },
          from: held === 'from-tomorrow' ? '2026-12-02' : null,
          to: held === 'until-yesterday' ? '2026-11-30' : null,
        })),
      }));
      const sitsIn = new Set(seats.filter(({ held }) => held === 'today').map(({ committee }) => idOf(committee)));
      return { headers: await signedInAs(vote.service, { personId }), sitsIn };
    }),
  );
  const nobody: ReadonlySet<string> = new Set();
  const office = { role: 'chair', committeeId: aCommittee(first).id } as const;
  const others: readonly { headers: Headers; sitsIn: ReadonlySet<string> }[] = [
    { headers: await signedInAs(vote.service, { administrator: true }), sitsIn: nobody },
    { headers: await signedInAs(vote.service, { grants: [{ ...office, role: 'office' }] }), sitsIn: nobody },
  ];
  return { committees: committees.map((_, at) => first + at), results: kept, readers: [...people, ...others] };
}

interface Wanted {
  readonly committee: number;
  readonly superior: number | null;
  readonly state: string;
}

async function addResult(vote: CountedVote, id: string, { committee, superior, state }: Wanted) {
  const { session } = await vote.state();
  const { publication, chair } = session;
  const at = '2026-02-01T03:00:00.000Z';
  const annulment = { by: chair, at, decision: 'Quyết định số 1', reason: 'Không đủ người.' };
  const changes: Readonly<Record<string, Partial<Session>>> = {
    published: {},
    annulled: { publication: publication && { ...publication, annulment } },
    tallied: { state: 'tallied', publication: null },
  };
  // Nobody of these readers is its teller.
  return addEarlierVote(vote, { id, committee, superior, change: { ...changes[state], tellers: [] } });
}
