import { accept } from '../../../src/domain/ruling.ts';
import { type Session, sessionId } from '../../../src/domain/session/session.ts';
import { aCommittee } from '../build/committees.ts';
import type { CountedVote } from './counted-vote.ts';

/** A result that stands beside a vote's own. */
export interface EarlierVote {
  /** Unique. */
  readonly id: string;
  /** Numbers of the committee and of its superior. */
  readonly committee: number;
  readonly superior: number | null;
  readonly change?: Partial<Session>;
}

/** Puts a result of the same people beside a vote: its session once more, as other committees and days would have it. */
export async function addEarlierVote(made: CountedVote, { id: name, committee, superior, change }: EarlierVote) {
  const { sessions } = made.service.deps.store;
  const { session } = await made.state();
  const [setup] = await sessions.record(session.id, 0, 1);
  if (setup === undefined) throw new Error('the vote was not opened');
  const id = sessionId.parse(`Earlier${name}`.replaceAll('l', 'L').padEnd(22, 'x'));
  const earlier: Session = {
    ...session,
    ...{ id, readKey: `read-key-of-${id}`, committeeId: aCommittee(committee).id },
    ...{ committeeName: aCommittee(committee).name, superiorId: superior === null ? null : aCommittee(superior).id },
    settings: { ...session.settings, title: `Đợt ${name}`, heldOn: '2024-12-01' },
    ...change,
  };
  await sessions.create(earlier);
  await sessions.update(id, () =>
    accept({
      after: { session: earlier, papers: new Map(), phoneLinks: new Map() },
      append: [{ ...setup, electionId: id }],
    }),
  );
  return id;
}
