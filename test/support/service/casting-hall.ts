import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { joinParts } from '../../../src/server/record/append-part.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommittee } from '../build/committees.ts';
import type { VoteSize } from '../build/votes.ts';
import { signedInAs } from './service.ts';
import { aVoteService, opened, sealed, type VoteService } from './vote-service.ts';

/** A session that is open in the database of a data folder, with its ballots sealed and nobody serving it yet. */
export interface Hall {
  readonly made: VoteService;
  readonly sessionId: VoteService['vote']['state']['session']['id'];
  /** By paper, the ballots that its phone will cast one after the other. */
  readonly ballots: readonly (readonly string[])[];
}

/**
 * Prepares a data folder: an open session with one printed paper per voter, each with its ballots; the chair's
 * sign-in holds for whoever serves the folder.
 * @param ballotsOf how often the phone of a paper casts, by its place
 */
export async function aHall(folder: string, size: VoteSize, ballotsOf: (paper: number) => number): Promise<Hall> {
  const papers = size.voters ?? 10;
  const store = sqliteStore(folder);
  const made = await aVoteService({ ...size, sheets: papers, phones: 0 }, { store });
  const election = await opened(made);
  const marks = (paper: number, turn: number): Marks => election.questions.map((_, at) => (paper + turn + at) % 3);
  const ballots = made.vote.sheets.map((sheet, paper) =>
    Array.from({ length: ballotsOf(paper) }, (_, turn) => sealed(made, election, sheet, marks(paper, turn))),
  );
  // Whoever serves the folder goes by the real clock, and a sign-in that lasts too long from there is none.
  const { service } = made;
  const deps = { ...service.deps, clock: () => new Date() };
  const chair = await signedInAs({ ...service, deps }, { grants: [{ role: 'chair', committeeId: aCommittee(1).id }] });
  writeFileSync(join(folder, 'token.secret'), made.service.deps.tokenSecret, { mode: 0o600 });
  await made.service.app.close();
  await store.close();
  return { made: { ...made, chair }, sessionId: made.vote.state.session.id, ballots };
}

/** What a data folder that nobody serves holds of a session: the hashes of the ballots in its box, and its record. */
export async function keptIn(
  folder: string,
  { sessionId }: Pick<Hall, 'sessionId'>,
): Promise<{ inBox: readonly string[]; record: Uint8Array }> {
  const store = sqliteStore(folder);
  try {
    const inBox = [...(await store.sessions.payloads(ownRecord(sessionId), 'Ballot'))];
    return { inBox, record: joinParts(await store.sessions.record(ownRecord(sessionId))) };
  } finally {
    await store.close();
  }
}
