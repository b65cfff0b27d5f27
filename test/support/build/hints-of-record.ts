import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import { checkBallots } from '../../../src/protocol/ballot/check-ballots.ts';
import { accepted, type Outcome, refused } from '../../../src/protocol/outcome.ts';
import { type ElectionRefusal, readElection } from '../../../src/protocol/record/election.ts';
import { writeHints } from '../../../src/protocol/record/hints-file.ts';
import { type ChainRefusal, type ContainerRefusal, readRecord } from '../../../src/protocol/record/read-record.ts';

/**
 * The content of `UUID.hints` for a record: its ballots are checked one by one to make it. Ballots that do not hold,
 * and all where the backend makes no hints, stand in it without one; whether the record holds is for `verifyRecord` to
 * say.
 */
export function hintsOfRecord(
  group: Group,
  record: Uint8Array,
): Outcome<Uint8Array, ContainerRefusal | ChainRefusal | ElectionRefusal> {
  const opened = readRecord(record);
  if (!opened.ok) return opened;
  const { events } = opened.value;
  const [setup] = events;
  const reading = readElection(group, setup?.files[0]?.content ?? new Uint8Array());
  if (!reading.ok) return refused(reading.refusal);
  const ballots = events.flatMap(({ type, files }) => (type === 'Ballot' ? files : []));
  const context = { credentials: { has: () => true }, seen: new Set<string>() };
  const checks = checkBallots(group, reading.election, ballots, context, { makeHints: true });
  return accepted(
    writeHints(
      ballots.map(({ hash }, index) => {
        const check = checks[index];
        return { hash, hint: check?.ok ? check.ballot.hint : undefined };
      }),
    ),
  );
}
