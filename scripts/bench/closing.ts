import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ballotWorkers } from '../../src/cli/ballot-workers.ts';
import { makeShare } from '../../src/client/teller/make-share.ts';
import { newTellerMemory } from '../../src/client/teller/memory.ts';
import { accept } from '../../src/domain/ruling.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { createBallot } from '../../src/protocol/ballot/create-ballot.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { ballotEvent } from '../../src/protocol/record/record-events.ts';
import { type BallotSum, emptySum } from '../../src/protocol/tally/ballot-sum.ts';
import type { BallotChecker } from '../../src/protocol/verify/verify-options.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { appendParts, joinParts } from '../../src/server/record/append-part.ts';
import { ownRecord } from '../../src/server/store/record-ref.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { rememberingChecker } from '../../src/web/teller/check-ahead.ts';
import { done } from '../../test/support/service/counted-vote.ts';
import { aVoteService, counting, opened, type VoteService } from '../../test/support/service/vote-service.ts';
import { atMost, type Row, told } from './row.ts';
import { random } from './work.ts';

const ballots = 500;
const subjects = 48;

/**
 * From the chair's closing to the totals: the service's tally, the tellers' programs, and the service's check of their
 * shares. In a hall each program runs on a phone of its own, so the slowest one counts; each has checked the ballots
 * while sheets were being keyed, as they do.
 */
export async function closingToTotals(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const store = sqliteStore(folder);
  const made = await aVoteService({ subjects, voters: ballots, sheets: ballots, phones: 0 }, { store });
  const workers = ballotWorkers();
  try {
    await fillBox(made);
    const ballotsAhead = { checkBallots: rememberingChecker(workers.checkBallots), sum: emptySum };
    const ahead = performance.now();
    const { verified } = await verifyRecord(await recordOf(made), { group: wasmGroup, ...ballotsAhead });
    const start = performance.now();
    const before = process.cpuUsage();
    await done(made.post('close', made.chair));
    const closed = performance.now();
    const programs: number[] = [];
    let service = 0;
    for (const { index } of made.vote.state.session.tellers) {
      const share = await shareOf(made, index, { ...ballotsAhead, sum: verified?.sum ?? emptySum });
      programs.push(share.milliseconds);
      service += await send(made, index, share);
    }
    const { user, system } = process.cpuUsage(before);
    const { session } = await made.state();
    if (session.tally?.result == null) throw new Error('no totals');
    const about = (what: string) => `${what}, ${ballots} ballots × ${subjects} subjects`;
    return [
      told(about('a teller’s program checks the ballots ahead'), (start - ahead) / 1000, 's'),
      told(about('the box is closed and its tally computed'), (closed - start) / 1000, 's'),
      told(about('the slowest teller’s program makes its share'), Math.max(...programs) / 1000, 's'),
      told(about('the service checks three shares and opens the totals'), service / 1000, 's'),
      told(about('processor time of all of it, three programs'), (user + system) / 1e6, 's'),
      atMost(10, about('from closing to totals'), (closed - start + Math.max(...programs) + service) / 1000, 's'),
    ];
  } finally {
    await workers.close();
    await made.service.app.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Appends a right ballot of every paper; that they are checked when they come in is another figure. */
async function fillBox(made: VoteService): Promise<void> {
  const election = await opened(made);
  const marks = election.questions.map((_, at) => at % 3);
  const events = made.vote.sheets.map(({ credential }) =>
    ballotEvent(utf8Bytes(createBallot(wasmGroup, election, credential, marks, random).text)),
  );
  const { clock, store } = made.service.deps;
  await store.sessions.update(
    made.vote.state.session.id,
    { record: { electionId: made.vote.state.session.id } },
    (state, { record }) => {
      const papers = new Map([...state.papers].map(([key, paper]) => [key, { ...paper, votedBy: 'sheet' as const }]));
      const { id } = state.session;
      return accept({ after: { ...state, papers }, append: appendParts(id, record.end, events, clock) });
    },
  );
  await counting(made, { issued: ballots, collected: ballots, sheets: ballots });
}

async function recordOf({ service, vote }: VoteService): Promise<Uint8Array> {
  return joinParts(await service.deps.store.sessions.record(ownRecord(vote.state.session.id)));
}

/** A teller's program: verifies the whole record and opens its share. */
async function shareOf(
  made: VoteService,
  index: number,
  ahead: { readonly checkBallots: BallotChecker; readonly sum: BallotSum },
) {
  const { ceremony, state } = made.vote;
  const memory = { ...newTellerMemory(random), seed: ceremony.seeds[index - 1] ?? '' };
  const record = await recordOf(made);
  const start = performance.now();
  const share = await makeShare({ group: wasmGroup, random, wait: async () => {} }, memory, {
    ...{ record, electionId: state.session.id, announced: ballots, ...ahead },
    output: ceremony.sentOutputs[index - 1] ?? null,
  });
  if (!share.ok) throw new Error(share.refusal);
  return { ...share.share, milliseconds: performance.now() - start };
}

/** Milliseconds until the service has taken it. */
async function send(made: VoteService, index: number, share: Awaited<ReturnType<typeof shareOf>>): Promise<number> {
  const { partialDecryption, proof } = share;
  const start = performance.now();
  await done(made.post('shares', made.teller(index), { partialDecryption, proof, collected: ballots }));
  return performance.now() - start;
}
