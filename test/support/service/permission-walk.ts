import { randomUUID } from 'node:crypto';
import { type RequestOptions, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';
import { roundDocuments } from '../../../src/contract/documents/documents.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { accountId, type Role, roles, signInId } from '../../../src/domain/account/account.ts';
import type { Relation } from '../../../src/domain/account/relations.ts';
import { reportKinds, reportPeriods } from '../../../src/domain/half-term/report.ts';
import { listKinds } from '../../../src/domain/lists/list-templates.ts';
import type { PersonId } from '../../../src/domain/roster/person.ts';
import { accept } from '../../../src/domain/ruling.ts';
import { buildApp } from '../../../src/server/app.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee } from '../build/committees.ts';
import { aPersonId, aSeatId } from '../build/ids.ts';
import { aVote, tellerPerson } from '../build/votes.ts';
import { aService, aSignIn, signedInAs, type TestService } from './service.ts';

/** Somebody who tries every address, and what they are to the committee and the session that it names. */
export interface Walker {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly held: readonly Relation[];
  /** Shows a read key, the right one or another. */
  readonly isKeyed?: boolean;
}

/** What came back; `isPassed`: the gate let the call through. */
export interface WalkAnswer {
  readonly isPassed: boolean;
  readonly status: number;
  readonly body: string;
}

/** What is sent with a call, as it goes over the wire. */
interface Sent {
  readonly body?: string | Uint8Array;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Walk {
  readonly walkers: readonly Walker[];
  /** Every route that the whole service has registered: `GET /api/committees/:committeeId`. */
  readonly routes: readonly string[];
  /** Calls an operation on the walked committee and session, or on ones that do not exist. */
  ask(declared: Operation, walker: Walker, of?: 'present' | 'missing'): Promise<WalkAnswer>;
  /** Sends something over a real connection by somebody who may call; only a walk whose calls are handled answers it. */
  send(declared: Operation, sent: Sent): Promise<Pick<WalkAnswer, 'status' | 'body'>>;
  /** Whether the address names a committee or session. */
  isPlaced(declared: Operation): boolean;
  close(): Promise<void>;
}

/** Two above, directly above, the walked one, beside it, below it. */
const committees = {
  'two up': aCommittee(14),
  superior: aCommittee(12, { superiorId: aCommittee(14).id }),
  own: aCommittee(1, { superiorId: aCommittee(12).id }),
  sibling: aCommittee(13, { superiorId: aCommittee(12).id }),
  subordinate: aCommittee(15, { superiorId: aCommittee(1).id }),
} as const;
type Place = keyof typeof committees;
const places = Object.keys(committees) as Place[];

const sessions = { own: 'Dw5xMuS7nSTvZXabcdefgh', sibling: 'Dw5xMuS7nSTvZXabcdefgk' } as const;
const missing = {
  committeeId: '0b1f0a52-93e5-4f2e-8a3f-3b9f0f3f1c55',
  sessionId: 'Dw5xMuS7nSTvZXabcdefgm',
} as const;

/** What the gate's last step answers in a walk: no handler ever runs, so that nothing changes on the way. */
const passed = 299;

/** With a second factor required nobody here has one. */
export async function aWalk(
  secondFactor: 'required' | 'offered' = 'offered',
  isHandled = false,
  store?: Store,
): Promise<Walk> {
  const service = await aService({
    ...(store === undefined ? {} : { store }),
    environment: { LOG_LEVEL: 'silent', PHIEU_SECOND_FACTOR: secondFactor },
    build: async (deps, log) => {
      const app = await buildApp(deps, log);
      if (!isHandled) app.addHook('preParsing', async (_request, reply) => reply.code(passed).send());
      return app;
    },
  });
  await settle(service);
  const walkers = await allWalkers(service);
  const addressOf = (declared: Operation, of: 'present' | 'missing') => {
    const ids = of === 'missing' ? missing : { committeeId: committees.own.id, sessionId: sessions.own };
    return declared.path.replace(/:(\w+)/g, (_, name) =>
      name in ids ? ids[name as keyof typeof ids] : anId(declared, name),
    );
  };
  const headersOf = (declared: Operation, headers: Walker['headers']) => {
    const type = typeOf(declared);
    return type === undefined ? headers : { 'content-type': type, ...headers };
  };
  return {
    ...{ walkers, routes: routesOf(service.app.printRoutes({ commonPrefix: false })) },
    ask: async (declared, walker, of = 'present') => {
      const url = addressOf(declared, of);
      const headers = headersOf(declared, walker.headers);
      const answer = await service.app.inject({ method: declared.method, url, headers });
      return { isPassed: answer.statusCode === passed, status: answer.statusCode, body: answer.body };
    },
    send: async (declared, { body = '', query, headers }) => {
      const may = walkers.filter(({ held }) => held.some((relation) => declared.access.includes(relation)));
      // What ends sign-ins is tried by somebody whom nothing else needs.
      const caller = /sign-out|\/me\b/.test(declared.path) ? may.at(-1) : may[0];
      if (!service.app.server.listening) await service.app.listen({ port: 0, host: '127.0.0.1' });
      const { port } = service.app.server.address() as AddressInfo;
      const path = addressOf(declared, 'present');
      return exchange(
        {
          ...{ port, host: '127.0.0.1', method: declared.method },
          path: query === undefined ? path : `${path}?${query}`,
          headers: {
            ...headersOf(declared, { ...caller?.headers, ...headers }),
            'content-length': Buffer.byteLength(body),
          },
        },
        body,
      );
    },
    isPlaced: ({ path }) => Object.keys(missing).some((name) => path.includes(`:${name}`)),
    close: () => service.app.close(),
  };
}

function exchange(options: RequestOptions, body: string | Uint8Array): Promise<Pick<WalkAnswer, 'status' | 'body'>> {
  return new Promise((done, fail) => {
    const sent = request(options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body: text }));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

/** One of the right shape: what has another shape does not exist for anybody. */
export function anId({ params }: Operation, name: string): string {
  const found = ids.find((one) => params?.shape[name] && z.safeParse(params.shape[name], one).success);
  if (found === undefined) throw new Error(`no id of the shape that :${name} has`);
  return found;
}

const ids: readonly string[] = [
  ...[missing.committeeId, missing.sessionId, '1', '2026-12-01', 'a'.repeat(64)],
  ...roundDocuments,
  ...reportPeriods,
  ...reportKinds,
  ...listKinds,
];

/** Reads the tree of routes that Fastify prints: each line continues the address of the one that it hangs on. */
function routesOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const parsed = /^((?:[│ ] {3})*)[├└]── (\S*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (parsed === null) return [];
    const [, indent = '', part = '', methods = ''] = parsed;
    const depth = indent.length / 4;
    above[depth] = (depth === 0 ? '' : (above[depth - 1] ?? '')) + part;
    return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${above[depth]}`);
  });
}

/** One that the operation takes: the content type is looked at after the relation. */
function typeOf({ body }: Operation): string | undefined {
  if (body === undefined) return undefined;
  return 'kind' in body ? body.types[0] : 'application/json';
}

/** People of each committee, one whose seat has ended, a session in the walked committee and in its sibling. */
async function settle({ deps }: TestService): Promise<void> {
  for (const committee of Object.values(committees)) {
    await deps.store.committees.change({ around: [] }, () => ({ ok: true, value: committee }));
  }
  const people = [...places.map(memberOf), formerMember];
  await deps.store.committees.importRoster(null, () => ({
    ok: true,
    people: people.map((id) => ({ id, name: `Đồng chí ${id.slice(-3)}`, code: null, birthYear: null })),
    seats: people.map((personId, at) => ({
      ...{ id: aSeatId(700 + at), committeeId: committees[places[at] ?? 'own'].id, personId },
      ...{ position: 'Ủy viên', order: 1, from: null, to: personId === formerMember ? '2026-11-30' : null },
    })),
  }));
  for (const place of ['own', 'sibling'] as const) {
    const { state } = aVote({ id: sessions[place] });
    const at = places.indexOf(place);
    const session = {
      ...state.session,
      ...{ committeeId: committees[place].id, superiorId: committees.superior.id, readKey: readKeyOf(place) },
      tellers: state.session.tellers.map((one) => ({ ...one, personId: tellerPerson(one.index + 10 * at) })),
      roll: state.session.roll.map((one, index) => ({ ...one, personId: index === 0 ? voterOf(place) : null })),
    };
    await deps.store.sessions.create(session);
    await deps.store.sessions.update(session.id, withAllPapers, () => accept({ after: { ...state, session } }));
  }
}

const formerMember = aPersonId(799);
const memberOf = (place: Place): PersonId => aPersonId(700 + places.indexOf(place));
const voterOf = (place: Place): PersonId => aPersonId(750 + places.indexOf(place));
const readKeyOf = (place: Place) => `read-key-of-${place}-session`.padEnd(22, 'x');

/** What a role is, held in another committee than the walked one. */
function elsewhere(role: Role, place: Place): Relation[] {
  if (place === 'own') return [role];
  return place === 'superior' && role === 'chair' ? ['superior-chair'] : [];
}

function seatAt(place: Place): Relation[] {
  if (place === 'own') return ['seat-holder'];
  return place === 'superior' ? ['superior-seat-holder'] : [];
}

async function allWalkers(service: TestService): Promise<Walker[]> {
  const walkers: Walker[] = [];
  const add = async (name: string, who: Parameters<typeof signedInAs>[1], held: readonly Relation[]) =>
    walkers.push({ name, headers: await signedInAs(service, who), held: ['anyone', 'signed-in', ...held] });

  for (const place of places) {
    for (const role of roles) {
      await add(`${role} ${place}`, { grants: [{ role, committeeId: committees[place].id }] }, elsewhere(role, place));
    }
    await add(`seat holder ${place}`, { personId: memberOf(place) }, seatAt(place));
  }
  await add('ended seat', { personId: formerMember }, []);
  await add('teller', { personId: tellerPerson(1 + 10 * places.indexOf('own')) }, ['teller']);
  await add('teller of the sibling', { personId: tellerPerson(1 + 10 * places.indexOf('sibling')) }, []);
  await add('voter', { personId: voterOf('own') }, ['voter']);
  await add('voter of the sibling', { personId: voterOf('sibling') }, []);
  await add('administrator', { administrator: true }, ['administrator']);
  await add('nobody in particular', {}, []);
  return [...walkers, ...(await outsiders(service))];
}

/** Those whom the service does not know, or not any more. */
async function outsiders(service: TestService): Promise<Walker[]> {
  const token = (sid: string, by = service) => ({ authorization: `Bearer ${by.app.jwt.sign({ sid })}` });
  const chair = accountId.parse(randomUUID());
  const grants = [{ role: 'chair', committeeId: committees.own.id } as const];
  const account = {
    id: chair,
    username: chair,
    passwordHash: '',
    personId: null,
    administrator: true,
    grants,
    secondFactor: null,
  };
  await service.deps.store.accounts.create(account);
  const begin = async (expiresAt: string) => {
    const begun = { id: signInId.parse(randomUUID()), accountId: chair, ...aSignIn, expiresAt };
    await service.deps.store.accounts.addSignIn(begun);
    return begun.id;
  };
  const valid = await begin(aSignIn.expiresAt);
  const ended = await begin(aSignIn.expiresAt);
  await service.deps.store.accounts.endSignIn(ended);
  const elsewhere = await aService({ build: (deps, log) => buildApp(deps, log) });
  const forged = token(valid, elsewhere);
  await elsewhere.app.close();
  const keyed = (place: Place) => ({ 'x-read-key': readKeyOf(place) });
  return [
    { name: 'signed out', headers: {}, held: ['anyone'] },
    { name: 'expired token', headers: token(await begin('2026-12-01T01:00:00.000Z')), held: ['anyone'] },
    { name: 'ended token', headers: token(ended), held: ['anyone'] },
    { name: "token signed with another service's secret", headers: forged, held: ['anyone'] },
    { name: 'no token at all', headers: { authorization: 'Bearer a.b.c' }, held: ['anyone'] },
    { name: 'holder of a paper', headers: keyed('own'), held: ['anyone', 'read-key'], isKeyed: true },
    { name: "holder of the sibling's paper", headers: keyed('sibling'), held: ['anyone'], isKeyed: true },
  ];
}
