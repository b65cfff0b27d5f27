import '@fastify/jwt';
import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { type Account, type AccountId, accountId, type Grant, signInId } from '../../../src/domain/account/account.ts';
import { setupLink } from '../../../src/server/accounts/setup-link.ts';
import { buildApp } from '../../../src/server/app.ts';
import { readConfig } from '../../../src/server/config.ts';
import type { Deps } from '../../../src/server/deps.ts';
import type { LogTarget } from '../../../src/server/http/frame.ts';
import { loadBallotForms } from '../../../src/server/meeting/ballot-forms.ts';
import { drain } from '../../../src/server/operate/drain.ts';
import { sessionChecks } from '../../../src/server/record/session-checks.ts';
import { keepTime } from '../../../src/server/start/keep-time.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { workerPool } from '../../../src/server/workers/worker-pool.ts';
import { newStore } from './new-store.ts';
import { newStoreFolder } from './store-folders.ts';

export interface TestService {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  /** Every line written to the log so far. */
  readonly log: string[];
  /** Lets time go by, on both clocks of the service. */
  passSeconds(seconds: number): void;
  /** Sets the wall clock by so much, while no time goes by. */
  setClock(bySeconds: number): void;
}

interface Options {
  readonly store?: Store;
  readonly environment?: Record<string, string>;
  /** Seconds by which the wall clock stands elsewhere when the service starts. */
  readonly clockSetBy?: number;
  /** Of several nodes on one store the same. */
  readonly tokenSecret?: Uint8Array;
  /** Builds something else than the whole service. */
  readonly build?: (deps: Deps, logTarget: LogTarget) => Promise<FastifyInstance>;
}

function ballotForms() {
  const loaded = loadBallotForms();
  if (!loaded.ok) throw new Error('the ballot forms do not load');
  return loaded.forms;
}

/** One thread lent to every service of a test file in turn: starting it takes longer than most tests. */
const thread = workerPool(1);
const pool: Deps['pool'] = { run: (name, input) => thread.run(name, input), close: async () => {}, end: () => {} };

/** Tests keep parts of records in a store that nobody else knows. */
const noChecks: Deps['checks'] = { settled: async () => {}, unchecked: () => 0 };

const checksOf = (store: Store) =>
  sessionChecks(store, (record) => pool.run('checkChain', { store: store.address, record }));

/** The service on a store of its own, with a clock that only tests move. */
export async function aService(options: Options = {}): Promise<TestService> {
  const own = options.store ?? newStore();
  const folder = own.address.kind === 'sqlite' ? own.address.folder : newStoreFolder();
  const read = readConfig({ LOG_LEVEL: 'debug', DATA_DIR: folder, ...options.environment });
  if (!read.ok) throw new Error(read.problem.en);
  let now = Date.parse('2026-12-01T01:00:00Z') + (options.clockSetBy ?? 0) * 1000;
  let passed = 0;
  const log: string[] = [];
  const time = { clock: () => new Date(now), monotonic: () => passed };
  const { store, ...kept } = keepTime(own, time, read.config.countdownSeconds);
  const deps: Deps = {
    store,
    ...kept,
    node: randomUUID(),
    drain: drain(),
    config: read.config,
    forms: ballotForms(),
    random: randomBytes,
    tokenSecret: options.tokenSecret ?? randomBytes(32),
    setupLink: setupLink(store.setupLink, randomBytes),
    auditBrokenAt: null,
    pool,
    checks: options.store === undefined ? noChecks : checksOf(store),
  };
  const app = await (options.build ?? buildApp)(deps, { write: (line) => log.push(line) });
  await app.ready();
  const passSeconds = (seconds: number) => {
    now += seconds * 1000;
    passed += seconds * 1000;
  };
  const setClock = (bySeconds: number) => {
    now += bySeconds * 1000;
  };
  return { app, deps, log, passSeconds, setClock };
}

export const administrator = { username: 'quản trị', password: 'một mật khẩu dài' };

/** Sets the service up and signs its first administrator in; gives the headers of a signed-in program. */
export async function signedInAdministrator({ app, deps }: TestService): Promise<{ authorization: string }> {
  const token = await deps.setupLink.renew();
  await app.inject({ method: 'POST', url: '/api/setup', payload: { token, ...administrator } });
  return signedIn(app, administrator.username, administrator.password);
}

export async function signedIn(
  app: FastifyInstance,
  username: string,
  password: string,
): Promise<{ authorization: string }> {
  const request: InjectOptions = { method: 'POST', url: '/api/sign-in', payload: { username, password } };
  const answer = await app.inject(request);
  if (answer.statusCode !== 200) throw new Error(`${username} could not sign in: ${answer.body}`);
  return { authorization: `Bearer ${answer.json().token}` };
}

/** A sign-in that lasts 18 hours from the clock of `aService` on. */
export const aSignIn = {
  ...{ expiresAt: '2026-12-01T19:00:00.000Z', device: null, begunOn: '2026-12-01', lastUsedOn: '2026-12-01' },
};

/** Of a password that nobody knows. */
const unknownHash = '$argon2id$v=19$m=19456,t=2,p=1$AcNcCevvEQRJHLEq14SADA$u8O4VYscvNyC73jCE2twEhNnhdeLnXuie1owFR5P/aU';

/**
 * Signs in an account with these roles, made in the store with a password that nobody knows. A person who has one gets
 * the roles with that, as nobody has two.
 */
export async function signedInAs(
  service: TestService,
  properties: Partial<Pick<Account, 'username' | 'personId' | 'administrator' | 'grants'>>,
): Promise<{ authorization: string }> {
  return newSignInOf(service, await anAccountWith(service.deps, properties));
}

/** One more sign-in of an account, without its password. */
export async function newSignInOf({ app, deps }: TestService, id: AccountId): Promise<{ authorization: string }> {
  const expiresAt = new Date(deps.clock().getTime() + 18 * 3_600_000).toISOString();
  const begun = { id: signInId.parse(randomUUID()), accountId: id, ...aSignIn, expiresAt };
  await deps.store.accounts.addSignIn(begun);
  return { authorization: `Bearer ${app.jwt.sign({ sid: begun.id })}` };
}

function withGrants(held: Account['grants'], given: Account['grants']): Account['grants'] {
  const isHeld = ({ role, committeeId }: Grant) =>
    held.some((one) => one.role === role && one.committeeId === committeeId);
  return [...held, ...given.filter((one) => !isHeld(one))];
}

async function anAccountWith(
  { store: { accounts } }: Deps,
  { personId = null, ...roles }: Partial<Pick<Account, 'username' | 'personId' | 'administrator' | 'grants'>>,
): Promise<AccountId> {
  const [own] = personId === null ? [] : await accounts.findByPeople([personId]);
  if (own !== undefined) {
    await accounts.update<never>(own.id, (account) => ({
      ok: true,
      value: { ...account, ...roles, grants: withGrants(account.grants, roles.grants ?? []) },
    }));
    return own.id;
  }
  const id = accountId.parse(randomUUID());
  const nothing = { administrator: false, grants: [], secondFactor: null };
  const made = await accounts.create({ id, username: id, passwordHash: unknownHash, personId, ...nothing, ...roles });
  if (!made.ok) throw new Error(`no account: ${made.refusal}`);
  return id;
}
