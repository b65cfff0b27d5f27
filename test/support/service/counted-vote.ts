import type { InjectOptions } from 'fastify';
import { accept } from '../../../src/domain/ruling.ts';
import type { Session } from '../../../src/domain/session/session.ts';
import type { Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import { dataFiles } from '../../../src/server/record/data-files.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import { tellerShare } from '../build/tellers.ts';
import type { HeldPaper } from '../build/votes.ts';
import { type Answer, aVoteService, counting, opened, sealed, type VoteService } from './vote-service.ts';

/** Names as they come from a careless or hostile roster: two of them are what a spreadsheet would run. */
export const subjectNames = ['Nguyễn Thị Ý', '=HYPERLINK("http://x")', '+84 Đồng chí "Ba", Phó'] as const;

/** What the eight ballots of a counted vote come to: a row per subject, a column per level. */
export const totals = [
  [4, 1, 1],
  [1, 1, 5],
  [1, 0, 6],
] as const;

export const invalidReason = 'name-crossed-out';

/** Of 9 papers issued 8 are collected, one of them wholly invalid; of 10 people summoned 9 are present. */
const announced = { issued: 9, collected: 8, sheets: 4 };

type Options = NonNullable<Parameters<typeof aVoteService>[1]>;

export interface CountedVote extends VoteService {
  readonly election: Election;
}

/** A vote that was cast on phones and sheets, counted and closed; one sheet replaces its paper's phone ballot. */
export async function aClosedVote(options: Options = {}): Promise<CountedVote> {
  const made = await aVoteService({ subjects: 3, voters: 10, sheets: 9, phones: 2 }, options);
  const { session } = await made.state();
  await made.change({
    subjects: session.subjects.map((subject, at) => ({ ...subject, name: subjectNames[at] ?? subject.name })),
    roll: session.roll.map((voter, at) => (at < 9 ? voter : { ...voter, present: false, received: null })),
  });
  const election = await opened(made);
  const { sheets, phones } = made.vote;
  await castByPhone(made, election, phones[0], [0, 2, 2]);
  await castByPhone(made, election, phones[1], [0, 2, 2]);
  await castByPhone(made, election, sheets[0], [0, 2, 2]);
  await castByPhone(made, election, sheets[1], [1, 2, 2]);
  await castByPhone(made, election, sheets[2], [2, 0, 0]);
  await setAside(made, sheets[7], 'unused');
  await setAside(made, sheets[8], 'void');
  await counting(made, announced);
  await key(made, election, sheets[2], [0, 2, 2]);
  await key(made, election, sheets[3], [2, 0, 2]);
  await key(made, election, sheets[4], [undefined, 1, 0]);
  await key(made, election, sheets[5], [undefined, undefined, undefined], invalidReason);
  await done(made.post('close', made.chair));
  return { ...made, election };
}

/** The same with its totals open; `missing` tellers' keys are lost, and the chair goes on without them. */
export async function aTalliedVote(missing: readonly number[] = [], options: Options = {}): Promise<CountedVote> {
  const closed = await aClosedVote(options);
  for (const { index } of closed.vote.state.session.tellers) {
    if (!missing.includes(index)) await sendShare(closed, index);
  }
  if (missing.length > 0) await done(closed.post('tally/finish', closed.chair, { missing }));
  return closed;
}

/** The same with its signed minutes attached and published. */
export async function aPublishedVote(options: Options = {}): Promise<CountedVote> {
  const tallied = await aTalliedVote([], options);
  await done(attachMinutes(tallied));
  await done(tallied.post('publication', tallied.chair));
  return tallied;
}

export const signedScan = Buffer.from('%PDF-1.7\nbiên bản đã ký');

/** Sends a file; every other kind of request is a method of {@link VoteService}. */
export async function sendFile(
  { service, vote }: VoteService,
  method: 'PUT' | 'POST',
  path: string,
  headers: Readonly<Record<string, string>>,
  file: Uint8Array,
  type = 'application/pdf',
): Promise<Answer> {
  return inject(service.app, {
    ...{ method, url: `/api/sessions/${vote.state.session.id}/${path}`, payload: Buffer.from(file) },
    headers: { ...headers, 'content-type': type },
  });
}

export function attachMinutes(made: VoteService, scan: Uint8Array = signedScan): Promise<Answer> {
  return sendFile(made, 'PUT', 'signed-minutes', made.chair, scan);
}

export async function inject(app: VoteService['service']['app'], request: InjectOptions): Promise<Answer> {
  const answer = await app.inject(request);
  const json = String(answer.headers['content-type']).includes('json') && answer.body !== '';
  const { statusCode: status, rawPayload: bytes, headers } = answer;
  return { status, body: json ? answer.json() : undefined, bytes, headers };
}

/** The answer, which must be one of success. */
export async function done(answering: Promise<Answer>): Promise<Answer> {
  const answer = await answering;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** A teller opens the totals with their own key. */
export async function sendShare(made: CountedVote, index: number, collected = announced.collected): Promise<Answer> {
  const { id } = made.vote.state.session;
  const parts = await made.service.deps.store.sessions.record(ownRecord(id));
  const tallied = parts.find(({ type }) => type === 'EncryptedTally');
  const [encryptedTally = ''] = tallied === undefined ? [] : dataFiles(tallied);
  const share = tellerShare(made.vote, index, made.election.text, encryptedTally, made.random);
  return done(made.post('shares', made.teller(index), { ...share, collected }));
}

async function castByPhone(made: VoteService, election: Election, paper: HeldPaper | undefined, marks: Marks) {
  const ballot = sealed(made, election, paper, marks);
  await done(made.post('ballots', made.holder, { ballot, recastKey: 'a'.repeat(32) }));
}

async function key(
  made: VoteService,
  election: Election,
  paper: HeldPaper | undefined,
  marks: Marks,
  reason: string | null = null,
) {
  const ballot = sealed(made, election, paper, marks);
  await done(made.post('sheets', made.teller(1), { ballot, invalidReason: reason }));
}

/** A sheet that stays out of the box: counted as left over, or spoiled and exchanged. */
export async function setAside(made: VoteService, held: HeldPaper | undefined, fate: 'unused' | 'void') {
  const { id }: Session = made.vote.state.session;
  await made.service.deps.store.sessions.update(id, withAllPapers, (state) => {
    const paper = state.papers.get(held?.public ?? '');
    if (paper === undefined) throw new Error('no such paper');
    return accept({ after: { ...state, papers: new Map(state.papers).set(paper.credential, { ...paper, fate }) } });
  });
}
