import type { InjectOptions } from 'fastify';
import { expect } from 'vitest';
import { accept } from '../../../src/domain/ruling.ts';
import type { SessionWithPapers } from '../../../src/domain/session/papers.ts';
import type { Session } from '../../../src/domain/session/session.ts';
import type { RandomBytes } from '../../../src/protocol/arithmetic/random.ts';
import { createBallot, type Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { ballotSignaturePrefix, credentialExponent, sha256Base64 } from '../../../src/protocol/encoding/hash.ts';
import { createSchnorr, writeProof } from '../../../src/protocol/proofs/schnorr.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { appendPart } from '../../../src/server/record/append-part.ts';
import { buildSetup, setupEventOf } from '../../../src/server/record/build-setup.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import { aCommittee } from '../build/committees.ts';
import { aPersonId, aSeatId } from '../build/ids.ts';
import { repeatableRandom } from '../build/recorded-random.ts';
import { theElection } from '../build/tellers.ts';
import { aVote, type HeldPaper, tellerPerson, type Vote, type VoteSize } from '../build/votes.ts';
import { aService, signedInAs, type TestService } from './service.ts';

export type Headers = Readonly<Record<string, string>>;

export interface VoteService {
  readonly service: TestService;
  readonly vote: Vote;
  readonly random: RandomBytes;
  readonly chair: Headers;
  /** By index, from 1. */
  teller(index: number): Headers;
  /** Whoever opens the link on a paper. */
  readonly holder: Headers;
  /** A seat holder of the committee, of its superior, and of another committee. */
  readonly seatHolder: Headers;
  readonly superiorSeatHolder: Headers;
  readonly stranger: Headers;
  get(path: string, headers: Headers): Promise<Answer>;
  post(path: string, headers: Headers, body?: unknown): Promise<Answer>;
  state(): Promise<SessionWithPapers>;
  change(change: Partial<Session>): Promise<void>;
  /** Everything that a refused request must leave as it was. */
  everything(): Promise<unknown>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire is whatever it is
  readonly body: any;
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A service with one vote in it, its papers issued and its keys made, and everybody signed in. */
export async function aVoteService(size: VoteSize = {}, options: Parameters<typeof aService>[0] = {}) {
  const service = await aService(options);
  const vote = aVote(size);
  const { deps } = service;
  const { id } = vote.state.session;
  await seatCommittees(service);
  await deps.store.sessions.create(vote.state.session);
  await deps.store.sessions.update(id, withAllPapers, () => accept({ after: vote.state }));
  const as = (properties: Parameters<typeof signedInAs>[1]) => signedInAs(service, properties);
  const tellers = await Promise.all(
    vote.state.session.tellers.map(({ index }) => as({ personId: tellerPerson(index) })),
  );
  return voteServiceOf(service, vote, {
    tellers,
    chair: await as({ grants: [{ role: 'chair', committeeId: aCommittee(1).id }] }),
    seatHolder: await as({ personId: aPersonId(1) }),
    superiorSeatHolder: await as({ personId: aPersonId(501) }),
    stranger: await as({ personId: aPersonId(502) }),
  });
}

interface SignedIn extends Pick<VoteService, 'chair' | 'seatHolder' | 'superiorSeatHolder' | 'stranger'> {
  /** From index 1 on. */
  readonly tellers: readonly Headers[];
}

/** A service whose store holds this vote already, for people who are signed in there. */
export function voteServiceOf(service: TestService, vote: Vote, { tellers, ...people }: SignedIn): VoteService {
  const { app, deps } = service;
  const { id } = vote.state.session;
  const send = async (request: InjectOptions): Promise<Answer> => {
    const answer = await app.inject(request);
    const json = String(answer.headers['content-type']).includes('json') && answer.body !== '';
    const body = json ? answer.json() : undefined;
    return { status: answer.statusCode, body, bytes: answer.rawPayload, headers: answer.headers };
  };
  const state = async () => {
    const found = await deps.store.sessions.findWithPapers(id);
    if (found === undefined) throw new Error('no session');
    return found;
  };
  return {
    ...{ service, vote, state, ...people, random: repeatableRandom(21) },
    teller: (index) => tellers[index - 1] ?? {},
    holder: { 'x-read-key': vote.state.session.readKey },
    get: (path, headers) => send({ method: 'GET', url: `/api/sessions/${id}/${path}`, headers }),
    post: (path, headers, body) =>
      send({
        ...{ method: 'POST', url: `/api/sessions/${id}/${path}`, headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
    change: async (change) => {
      await deps.store.sessions.update(id, withAllPapers, (current) =>
        accept({ after: { ...current, session: { ...current.session, ...change } } }),
      );
    },
    everything: async () => ({ state: await state(), record: await deps.store.sessions.record(ownRecord(id)) }),
  };
}

/** Lets the service keep what each teller's program sent in the ceremony's last round: programs find their keys with it. */
export async function keepOutputs({ vote, change }: VoteService): Promise<void> {
  const { ceremony } = vote.state.session;
  const before = { certificate: null, codeConfirmed: true, commitment: null, polynomial: null };
  const messages = vote.ceremony.sentOutputs.map((output) => ({ ...before, output }));
  await change({ ceremony: ceremony && { ...ceremony, messages } });
}

/** Opens the box with all live papers, as opening does. */
export async function opened(made: VoteService): Promise<Election> {
  const { deps } = made.service;
  const { session, papers } = await made.state();
  const setup = buildSetup(session, papers.keys());
  await deps.store.sessions.update(session.id, withAllPapers, (state) => {
    const { part } = appendPart(session.id, undefined, setupEventOf(setup), deps.clock);
    const openedAt = deps.clock().toISOString();
    const opening = { ...setup, confirmedBy: [1, 2] };
    const after: SessionWithPapers = { ...state, session: { ...session, state: 'open', openedAt, opening } };
    return accept({ after, append: [part] });
  });
  return theElection(setup.election);
}

/** Casts these sheets' marks by phone, each on its paper from the first on. */
export async function castAll(made: VoteService, election: Election, marks: readonly Marks[]): Promise<void> {
  for (const [at, each] of marks.entries()) {
    const ballot = sealed(made, election, made.vote.sheets[at], each);
    const answer = await made.post('ballots', made.holder, { ballot, recastKey: 'a'.repeat(32) });
    if (answer.status !== 200) throw new Error(`not cast: ${answer.body.code}`);
  }
}

/** Ends phone voting and lets the tellers announce what the ledger of this vote gives. */
export async function counting(made: VoteService, numbers: Readonly<Record<string, number>>): Promise<void> {
  await made.change({ phoneVotingEndsAt: made.service.deps.clock().toISOString(), countdown: null });
  const answer = await made.post('announcement', made.teller(1), numbers);
  if (answer.status !== 200) throw new Error(`not announced: ${answer.body.code}`);
}

/** The refusal's code and status, after making sure that nothing at all has changed. */
export async function refusedUnchanged(made: VoteService, attempt: () => Promise<Answer>) {
  const before = await made.everything();
  const { status, body, headers } = await attempt();
  expect(await made.everything()).toEqual(before);
  expect(headers['content-type']).toContain('application/problem+json');
  // Their sentences have a test of their own (test/server/http).
  const problems = body.problems?.map(({ messages: _sentences, ...problem }: Record<string, unknown>) => problem);
  return { status, code: body.code, problems };
}

/** A paper's holder seals a ballot. */
export function sealed(made: VoteService, election: Election, paper: HeldPaper | undefined, marks: Marks): string {
  if (paper === undefined) throw new Error('no such paper');
  return createBallot(sodiumGroup, election, paper.credential, marks, made.random).text;
}

/** A ballot that its paper's holder signed although the second subject's proofs belong to other marks. */
export function sealedFalsely(made: VoteService, election: Election, paper: HeldPaper | undefined): string {
  const [one, other] = [
    [0, 1],
    [0, 0],
  ].map((marks) => JSON.parse(sealed(made, election, paper, marks)));
  const [first, second] = one.answers;
  const answers = [first, { ...second, individual_proofs: other.answers[1].individual_proofs }];
  return signed(made, election, paper, { ...one, answers });
}

/** Another ballot of the same paper with the same proofs: as quick to make as a signature. */
export function signedAnew(made: VoteService, election: Election, paper: HeldPaper | undefined, ballot: string) {
  return signed(made, election, paper, JSON.parse(ballot));
}

function signed(
  made: VoteService,
  election: Election,
  paper: HeldPaper | undefined,
  { signature: _signature, ...body }: Readonly<Record<string, unknown>>,
): string {
  const hash = sha256Base64(JSON.stringify(body));
  const exponent = credentialExponent(election.uuid, paper?.credential ?? '');
  const proof = writeProof(createSchnorr(sodiumGroup, ballotSignaturePrefix(hash), exponent, made.random));
  return JSON.stringify({ ...body, signature: { hash, proof } });
}

async function seatCommittees({ deps }: TestService): Promise<void> {
  const committees = [aCommittee(2), aCommittee(1, { superiorId: aCommittee(2).id }), aCommittee(3)];
  for (const committee of committees) {
    await deps.store.committees.change({ around: [] }, () => ({ ok: true, value: committee }));
  }
  const seated = [1, 501, 502].map((number, at) => ({ number, committee: aCommittee([1, 2, 3][at] ?? 1) }));
  await deps.store.committees.importRoster(null, () => ({
    ok: true,
    people: seated.map(({ number }) => ({
      id: aPersonId(number),
      name: `Đồng chí ${number}`,
      code: null,
      birthYear: null,
    })),
    seats: seated.map(({ number, committee }) => ({
      ...{ id: aSeatId(number), committeeId: committee.id, personId: aPersonId(number) },
      ...{ position: 'Ủy viên', order: 1, from: null, to: null },
    })),
  }));
}
