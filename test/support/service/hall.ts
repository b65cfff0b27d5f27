import type { InjectOptions } from 'fastify';
import { accept } from '../../../src/domain/ruling.ts';
import type { SessionWithPapers } from '../../../src/domain/session/papers.ts';
import { type PhoneUse, type SessionId, sessionId } from '../../../src/domain/session/session.ts';
import { createCredential, publicCredential } from '../../../src/protocol/ballot/credential.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee } from '../build/committees.ts';
import { aPersonId, aSeatId } from '../build/ids.ts';
import { repeatableRandom } from '../build/recorded-random.ts';
import { numbers, tellerPerson, theChair } from '../build/sessions.ts';
import { aService, signedInAs, type TestService } from './service.ts';

export type Headers = { readonly authorization: string };

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire is whatever it is
  readonly body: any;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Everybody of committee 2, its superior 1 and its sibling 3, signed in; persons 1 to 3 sit in 2, 1 and 4 in 3, 6 nowhere. */
export interface Hall {
  readonly service: TestService;
  readonly chair: Headers;
  readonly office: Headers;
  readonly secretary: Headers;
  readonly administrator: Headers;
  readonly chairOfSibling: Headers;
  readonly chairOfSuperior: Headers;
  /** A person with a seat somewhere; 5 sits in the superior committee. */
  person(number: number): Headers;
  /** By index, from 1. */
  teller(index: number): Headers;
  send(method: Method, path: string, as: Headers | undefined, body?: unknown): Promise<Answer>;
  /** The same below a session's address. */
  at(id: string, method: Method, path: string, as: Headers | undefined, body?: unknown): Promise<Answer>;
  state(id: string): Promise<SessionWithPapers>;
  change(id: string, change: (state: SessionWithPapers) => SessionWithPapers): Promise<void>;
}

export const settings = {
  ...{ title: 'Lấy phiếu tín nhiệm', place: 'Hội trường', heldOn: '2026-12-01', convenedBy: 'Ban Thường vụ' },
};

const seated: readonly [seat: number, person: number, committee: number][] = [
  [1, 1, 2],
  [2, 2, 2],
  [3, 3, 2],
  [4, 1, 3],
  [5, 4, 3],
  [6, 5, 1],
];
const tellersKnown = 6;

export async function aHall(environment: Record<string, string> = {}, store?: Store): Promise<Hall> {
  const service = await aService({ environment, ...(store && { store }) });
  const { app, deps } = service;
  await seat(service);
  const role = (name: 'chair' | 'office' | 'secretary', committee: number) =>
    signedInAs(service, {
      // Nobody has two accounts, so one of these is a person.
      personId: name === 'chair' && committee === 2 ? aPersonId(6) : null,
      grants: [{ role: name, committeeId: aCommittee(committee).id }],
    });
  const persons = await Promise.all(numbers(5).map((number) => signedInAs(service, { personId: aPersonId(number) })));
  const tellers = await Promise.all(
    numbers(tellersKnown).map((index) => signedInAs(service, { personId: tellerPerson(index) })),
  );
  const send: Hall['send'] = async (method, path, as, body) => {
    const request: InjectOptions = { method, url: path, headers: as ?? {} };
    const answer = await app.inject(body === undefined ? request : { ...request, payload: body as object });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
  };
  const state: Hall['state'] = async (id) => {
    const found = await deps.store.sessions.findWithPapers(sessionId.parse(id));
    if (found === undefined) throw new Error('no such session');
    return found;
  };
  return {
    ...{ service, send, state },
    chair: await role('chair', 2),
    office: await role('office', 2),
    secretary: await role('secretary', 2),
    administrator: await signedInAs(service, { administrator: true }),
    chairOfSibling: await role('chair', 3),
    chairOfSuperior: await role('chair', 1),
    person: (number) => persons[number - 1] ?? { authorization: '' },
    teller: (index) => tellers[index - 1] ?? { authorization: '' },
    at: (id, method, path, as, body) => send(method, `/api/sessions/${id}${path}`, as, body),
    change: async (id, change) => {
      await deps.store.sessions.update(sessionId.parse(id), withAllPapers, (before) =>
        accept({ after: change(before) }),
      );
    },
  };
}

async function seat({ deps }: TestService): Promise<void> {
  const superiorId = aCommittee(1).id;
  for (const committee of [aCommittee(1), aCommittee(2, { superiorId }), aCommittee(3, { superiorId })]) {
    await deps.store.committees.change({ around: [] }, () => ({ ok: true, value: committee }));
  }
  const people = [...numbers(6).map(aPersonId), ...numbers(tellersKnown).map(tellerPerson)];
  await deps.store.committees.importRoster(null, () => ({
    ok: true,
    people: people.map((id) => ({ id, name: `Đồng chí ${Number(id.slice(-12))}`, code: null, birthYear: null })),
    seats: seated.map(([number, person, committee]) => ({
      ...{ id: aSeatId(number), committeeId: aCommittee(committee).id, personId: aPersonId(person) },
      ...{ position: 'Ủy viên', order: number, from: null, to: null },
    })),
  }));
}

/** Draws up a session of committee 2 and gives its id. */
export async function aDraft(hall: Hall, formId = 'qd-96-2023', committee = 2): Promise<SessionId> {
  const as = committee === 2 ? hall.chair : hall.chairOfSibling;
  const path = `/api/committees/${aCommittee(committee).id}/sessions`;
  const made = await hall.send('POST', path, as, { ...settings, formId });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const id = sessionId.parse(made.body.id);
  // Tests ask at localhost unless they give the service an address; on another they decide themselves.
  if (hall.service.deps.config.publicUrl === undefined) {
    const phoneUse: PhoneUse = { use: 'this-computer', by: theChair, at: hall.service.deps.clock().toISOString() };
    await hall.change(id, (state) => ({ ...state, session: { ...state.session, phoneUse } }));
  }
  return id;
}

/** A session of committee 2 with its tellers named, issued. */
export async function anIssued(hall: Hall, size = 3, threshold = Math.min(2, size)): Promise<SessionId> {
  const id = await aDraft(hall);
  const personIds = numbers(size).map(tellerPerson);
  const named = await hall.at(id, 'PUT', '/tellers', hall.chair, { personIds, threshold });
  const made = await hall.at(id, 'POST', '/issue', hall.chair);
  if (named.status !== 200 || made.status !== 200) throw new Error(JSON.stringify([named.body, made.body]));
  return id;
}

/**
 * A phone of the hall opens the service by a code or a paper's link and says so; gives what the service answers. From the
 * service's own machine the same would count for nothing.
 * @param from the address that the phone has in the hall's network
 */
export async function aPhoneOpens(
  { service }: Pick<Hall, 'service'>,
  { session, origin, by = 'paper', from = '192.0.2.7' }: PhoneOpening,
): Promise<Answer> {
  const { app, deps } = service;
  const readKey = (await deps.store.sessions.find(sessionId.parse(session)))?.readKey ?? '';
  const headers = { origin, host: new URL(origin).host, 'x-read-key': readKey };
  const url = `/api/sessions/${session}/phone-test`;
  const answer = await app.inject({ method: 'POST', url, headers, remoteAddress: from, payload: { by } });
  return { status: answer.statusCode, body: answer.json() };
}

interface PhoneOpening {
  readonly session: string;
  /** The address under which the phone opens the service. */
  readonly origin: string;
  readonly by?: 'test' | 'paper';
  readonly from?: string;
}

const random = repeatableRandom(31);

/** Public halves of so many new papers. */
export function publicHalves(id: SessionId, count: number): string[] {
  return numbers(count).map(() => publicCredential(sodiumGroup, id, createCredential(random)));
}

/** Registers and confirms a print run; gives its id and its sheets' credentials. */
export async function aPrintRun(
  hall: Hall,
  id: SessionId,
  size: number,
): Promise<{ printRun: string; sheets: string[] }> {
  const sheets = publicHalves(id, size);
  const made = await hall.at(id, 'POST', '/print-runs', hall.office, { credentials: sheets });
  await hall.at(id, 'POST', `/print-runs/${made.body.id}/confirmation`, hall.office, { counted: size });
  return { printRun: made.body.id, sheets };
}
