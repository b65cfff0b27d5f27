import { accept } from '../../../src/domain/ruling.ts';
import { publishedResult } from '../../../src/domain/session/published-result.ts';
import { type Session, sessionId, type Tally } from '../../../src/domain/session/session.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import type { RecordEvent } from '../../../src/protocol/record/record.ts';
import {
  encryptedTallyEvent,
  endBallotsEvent,
  partialDecryptionEvent,
  resultEvent,
} from '../../../src/protocol/record/record-events.ts';
import { type Counts, writeResult } from '../../../src/protocol/tally/result.ts';
import { appendParts } from '../../../src/server/record/append-part.ts';
import { buildSetup, setupEventOf } from '../../../src/server/record/build-setup.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
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
  const { clock, store } = made.service.deps;
  const { sessions } = store;
  const { session } = await made.state();
  const { opening } = session;
  if (opening === null) throw new Error('the vote was not opened');
  const id = sessionId.parse(`Earlier${name}`.replaceAll('l', 'L').padEnd(22, 'x'));
  const told: Session = {
    ...session,
    ...{ id, readKey: `read-key-of-${id}`, committeeId: aCommittee(committee).id },
    ...{ committeeName: aCommittee(committee).name, superiorId: superior === null ? null : aCommittee(superior).id },
    settings: { ...session.settings, title: `Đợt ${name}`, heldOn: '2024-12-01' },
    ...change,
  };
  // Its record says what it says, or it would be locked when it is next read from the disk.
  const setup = buildSetup(told, JSON.parse(opening.credentials));
  const ended = { ...told, opening: { ...opening, ...setup } };
  const counts = publishedResult(ended)?.subjects.map((one) => one.counts);
  const tally = ended.tally && counts ? { ...ended.tally, ...summed(ended.tally.counted) } : ended.tally;
  const earlier: Session = { ...ended, tally };
  const totals = counts && tally ? totalsOf(counts, tally.counted) : [];
  await sessions.create(earlier);
  await sessions.update(id, withAllPapers, () =>
    accept({
      after: { session: earlier, papers: new Map(), phoneLinks: new Map() },
      append: appendParts(id, undefined, [setupEventOf(setup), ...totals], clock),
    }),
  );
  return id;
}

const nothing = utf8Bytes('[]');

/** What a session repeats of the end of such a record. */
function summed(counted: number): Pick<Tally, 'counted' | 'encryptedTally' | 'sharesOf'> {
  return { counted, encryptedTally: sha256Hex(nothing), sharesOf: [1] };
}

/** The end of a record that nobody verifies. */
function totalsOf(counts: Counts, counted: number): readonly RecordEvent[] {
  return [
    ...[endBallotsEvent(), encryptedTallyEvent(nothing, counted), partialDecryptionEvent(1, nothing)],
    resultEvent(utf8Bytes(writeResult(counts))),
  ];
}
