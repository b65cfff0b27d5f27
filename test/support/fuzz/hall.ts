import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation } from '../../../src/contract/operation.ts';
import type { relations } from '../../../src/domain/account/relations.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { joinParts } from '../../../src/server/record/append-part.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { theElection } from '../build/tellers.ts';
import { aClosedVote, aPublishedVote, aTalliedVote } from '../service/counted-vote.ts';
import { readersOf } from '../service/readers.ts';
import { signedInAs, type TestService } from '../service/service.ts';
import { aVoteService, castAll, counting, opened, sealed, type VoteService } from '../service/vote-service.ts';
import type { Json } from './hostile.ts';

type Headers = Readonly<Record<string, string>>;

/** A service with a session, everybody around it, and what can be sent to it. */
export interface FuzzHall {
  readonly state: HallState;
  readonly service: TestService;
  readonly callers: readonly Headers[];
  /** Those whom an operation is for. */
  callersOf(declared: Operation): readonly Headers[];
  readonly seen: ReadonlyMap<string, readonly Json[]>;
  /** Keeps what an answer holds, for requests to come. */
  look(answer: Json): void;
  /** What must be as it was, whatever was sent, and is not. */
  leftBehind(): Promise<readonly string[]>;
  close(): Promise<void>;
}

type Options = NonNullable<Parameters<typeof aVoteService>[1]>;

const size = { subjects: 3, voters: 10, sheets: 9, phones: 2 };

async function anOpenVote(options: Options): Promise<VoteService> {
  const made = await aVoteService(size, options);
  const election = await opened(made);
  await castAll(made, election, [[0, 1, 2]]);
  return made;
}

const makers = {
  draft: (options: Options) =>
    aVoteService({ ...size, change: { state: 'draft', printRuns: [], ceremony: null } }, options),
  issued: (options: Options) => aVoteService(size, options),
  open: anOpenVote,
  counting: async (options: Options) => {
    const made = await anOpenVote(options);
    await counting(made, { issued: 10, collected: 8, sheets: 7 });
    return made;
  },
  closed: (options: Options) => aClosedVote(options),
  tallied: (options: Options) => aTalliedVote([], options),
  published: (options: Options) => aPublishedVote(options),
} as const;
export type HallState = keyof typeof makers;
export const hallStates = Object.keys(makers) as readonly HallState[];

/** Enough to choose from; what came first is what everybody knows. */
const keptValues = 40;

export async function aFuzzHall(state: HallState): Promise<FuzzHall> {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-fuzz-'));
  const store = sqliteStore(folder);
  const made = await makers[state]({ store, environment: { LOG_LEVEL: 'debug' } });
  const { service } = made;
  const callers = await callersAround(made);
  const seen = new Map<string, Json[]>();
  const look = (value: Json, name = ''): void => {
    if (Array.isArray(value)) for (const one of value.slice(0, 20)) look(one, name.replace(/s$/, ''));
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) look(part, key);
    const kept = seen.get(name) ?? [];
    if (name !== '' && kept.length < keptValues && !kept.includes(value)) seen.set(name, [...kept, value]);
  };
  await learn(made, look);
  const record = await store.sessions.record(ownRecord(made.vote.state.session.id));
  return {
    ...{ state, service, callers: callers.map(({ headers }) => headers), seen, look },
    callersOf: ({ access }) =>
      callers.filter(({ held }) => held.some((relation) => access.includes(relation))).map(({ headers }) => headers),
    leftBehind: async () => [
      ...(await damage(made, record.length > 0)),
      ...secretsIn(service.log, made).map((name) => `${name} stands in the log`),
    ],
    close: async () => {
      await service.app.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

interface Caller {
  readonly held: readonly (typeof relations)[number][];
  readonly headers: Headers;
}

async function callersAround(made: VoteService): Promise<Caller[]> {
  const { service } = made;
  const readers = await readersOf(service);
  const voter = await signedInAs(service, { personId: made.vote.state.session.roll[0]?.personId ?? null });
  const signedIn = (headers: Headers, ...held: Caller['held']): Caller => ({
    ...{ headers, held: ['anyone', 'signed-in', ...held] },
  });
  return [
    { headers: {}, held: ['anyone'] },
    { headers: { authorization: 'Bearer a.b.c' }, held: ['anyone'] },
    { headers: made.holder, held: ['anyone', 'read-key'] },
    signedIn(made.chair, 'chair'),
    ...[1, 2, 3].map((index) => signedIn(made.teller(index), 'teller')),
    signedIn(made.seatHolder, 'seat-holder'),
    signedIn(voter, 'voter', 'seat-holder'),
    signedIn(made.superiorSeatHolder, 'superior-seat-holder'),
    signedIn(made.stranger),
    signedIn(readers.administrator, 'administrator'),
    signedIn(readers.office, 'office'),
    signedIn(readers.secretary, 'secretary'),
    signedIn(readers.superiorChair, 'superior-chair'),
    signedIn(readers.sibling),
    signedIn(readers.siblingChair),
  ];
}

/** What anybody in the hall knows: ids, answers of the lists, ballots that are right. */
async function learn(made: VoteService, look: (value: Json, name?: string) => void): Promise<void> {
  const { session } = await made.state();
  const { id, committeeId, superiorId } = session;
  for (const [name, value] of Object.entries({ sessionId: id, committeeId, superiorId })) look(value, name);
  for (const { public: credential } of [...made.vote.sheets, ...made.vote.phones]) look(credential, 'credential');
  look(session as unknown as Json);
  const parts = await made.service.deps.store.sessions.record(ownRecord(id));
  if (parts.length === 0) return;
  const { body } = await made.get('ballot', made.holder);
  const text: unknown = body?.election;
  if (typeof text !== 'string') return;
  for (const at of [0, 1, 2, 3]) look(sealed(made, theElection(text), made.vote.sheets[at], [0, 1, 2]), 'ballot');
}

/** The record and the log as programs of others would check them. */
async function damage(made: VoteService, hadRecord: boolean): Promise<string[]> {
  const { store } = made.service.deps;
  const { id } = made.vote.state.session;
  const parts = await store.sessions.record(ownRecord(id));
  const faults: string[] = [];
  if (hadRecord && parts.length === 0) faults.push('the record is gone');
  if (parts.length > 0) {
    const { failure } = await verifyRecord(joinParts(parts), { group: sodiumGroup, uuid: id });
    if (failure !== undefined) faults.push(`the record no longer holds: ${failure.check} ${failure.reason}`);
  }
  const { brokenAt } = await store.audit.check();
  if (brokenAt !== null) faults.push(`the audit log is broken at ${brokenAt}`);
  return faults;
}

/** Names of secrets that a log line holds. */
function secretsIn(log: readonly string[], made: VoteService): string[] {
  const secrets = [
    ...[...made.vote.sheets, ...made.vote.phones].map(({ credential }) => ['a credential', credential] as const),
    ...made.vote.ceremony.seeds.map((seed) => ['a key card', seed] as const),
    ...Object.values(made.holder).map((key) => ['a read key', key] as const),
  ];
  return secrets.filter(([, secret]) => log.some((line) => line.includes(secret))).map(([name]) => name);
}
