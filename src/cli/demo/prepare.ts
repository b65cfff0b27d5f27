import pMap from 'p-map';
import { type Connection, call } from '../../client/api.ts';
import type { Device } from '../../client/device.ts';
import { setUp } from '../../contract/account/accounts.ts';
import { addCommittee, importRoster, listSeats } from '../../contract/committee/committees.ts';
import {
  addOrganisation,
  addParticipant,
  allowPlainVoting,
  choosePhoneUse,
  createSession,
  issueSession,
  listForms,
  nameTellers,
  readSession,
} from '../../contract/session/sessions.ts';
import { reachOf } from '../../domain/address.ts';
import type { BallotForm } from '../../domain/ballot-form.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { granted } from './granted.ts';
import { nameOfPerson, organisations } from './names.ts';
import type { Numbers } from './numbers.ts';
import { drawPassword, enrol, type Member, type NewMember, type SeatHolder, signInAs } from './people.ts';
import type { CommitteeNames } from './roster-file.ts';
import { roundOf } from './round.ts';

/** The first administrator, by the one-time link that the server printed. */
export async function makeAdministrator(baseUrl: string, token: string, password: string): Promise<Connection> {
  granted(await call({ baseUrl }, setUp, { body: { token, username: 'quantri', password } }));
  return (await signInAs(baseUrl, { username: 'quantri', password })).connection;
}

export type Committees = { readonly [Name in keyof CommitteeNames]: CommitteeId };

export async function addCommittees(administrator: Connection, names: CommitteeNames): Promise<Committees> {
  const add = async (name: string, rank: string, superiorId: CommitteeId | null) =>
    granted(await call(administrator, addCommittee, { body: { name, rank, sector: 'Địa phương', superiorId } })).id;
  const top = await add(names.top, 'province', null);
  const superior = await add(names.superior, 'commune', top);
  return {
    top,
    superior,
    committee: await add(names.committee, 'grassroots', superior),
    sibling: await add(names.sibling, 'grassroots', superior),
  };
}

export type Seats = { readonly [Name in keyof CommitteeNames]: readonly SeatHolder[] };

export async function importAll(administrator: Connection, committees: Committees, csv: string): Promise<Seats> {
  granted(await call(administrator, importRoster, { query: {}, body: new TextEncoder().encode(csv) }));
  const seatsOf = async (committeeId: CommitteeId) =>
    granted(await call(administrator, listSeats, { params: { committeeId }, query: {} }));
  const { top, superior, committee, sibling } = committees;
  return {
    top: await seatsOf(top),
    superior: await seatsOf(superior),
    committee: await seatsOf(committee),
    sibling: await seatsOf(sibling),
  };
}

/** Everybody who acts with an account of their own. */
export interface Members {
  readonly chair: Member;
  readonly secretary: Member;
  readonly office: Member;
  /** Of the superior, which plans the round. */
  readonly superiorOffice: Member;
  readonly tellers: readonly Member[];
  /** Seat holders who will receive their paper on their own phone. */
  readonly phoneVoters: readonly Member[];
  /** Who will try to read the result; none of them is chair or teller. */
  readonly readers: { readonly [Name in keyof CommitteeNames]: Member };
}

export async function enrolAll(
  administrator: Connection,
  committees: Committees,
  seats: Seats,
  tellers: number,
  phonePapers: number,
  { random }: Device,
): Promise<Members> {
  const { committee: committeeId } = committees;
  // The last seats receive papers on phones: the first one is the chair's, and a reader stands in between.
  const phoneSeats = phonePapers === 0 ? [] : seats.committee.slice(-phonePapers);
  const asked: NewMember[] = [
    { username: 'chutri', person: seats.committee[0], roles: [{ role: 'chair', committeeId }] },
    {
      username: 'quantriet',
      person: seats.committee[1] ?? seats.committee[0],
      roles: [{ role: 'secretary', committeeId }],
    },
    { username: 'vanphong', person: undefined, roles: [{ role: 'office', committeeId }] },
    {
      username: 'vanphong-captren',
      person: undefined,
      roles: [{ role: 'office', committeeId: committees.superior }],
    },
    { username: 'docgia-capuy', person: seats.committee[2] ?? seats.committee[0] },
    { username: 'docgia-captren', person: seats.superior[tellers] },
    { username: 'docgia-ngangcap', person: seats.sibling[0] },
    { username: 'docgia-cachaicap', person: seats.top[0] },
    ...seats.superior.slice(0, tellers).map((person, index) => ({ username: `kiemphieu${index + 1}`, person })),
    ...phoneSeats.map((person, index) => ({ username: `bophieu${index + 1}`, person })),
  ];
  // One person has one account: in a small committee the same member is chair and reader, or votes on a phone too.
  const first = (member: NewMember) => asked.findIndex((one) => one === member || isSamePerson(one, member));
  const distinct = asked.filter((member, index) => first(member) === index);
  const accounts = await pMap(
    distinct,
    (member) => {
      const roles = asked.flatMap((one) => (one === member || isSamePerson(one, member) ? (one.roles ?? []) : []));
      return enrol(administrator, { ...member, roles }, drawPassword(random));
    },
    { concurrency: 2 },
  );
  const made = asked.flatMap((member) => accounts[distinct.indexOf(asked[first(member)] ?? member)] ?? []);
  const [chair, secretary, office, superiorOffice, committee, superior, sibling, top, ...rest] = made;
  if (!chair || !secretary || !office || !superiorOffice || !committee || !superior || !sibling || !top)
    throw new Error('accounts missing');
  const readers = { committee, superior, sibling, top };
  return {
    chair,
    secretary,
    office,
    superiorOffice,
    readers,
    tellers: rest.slice(0, tellers),
    phoneVoters: rest.slice(tellers),
  };
}

function isSamePerson(a: NewMember, b: NewMember): boolean {
  return a.person !== undefined && a.person.personId === b.person?.personId;
}

/** What everybody in the hall knows of the session. */
export interface SessionInHall {
  readonly id: SessionId;
  readonly form: BallotForm;
}

export async function findForm(connection: Connection, formId: string): Promise<BallotForm> {
  const forms = granted(await call(connection, listForms));
  const form = forms.find(({ id }) => id === formId);
  if (form === undefined) throw new Error(`--form: ${forms.map(({ id }) => id).join(', ')}`);
  return form;
}

/** Where and when a conference is held, and under which plan; without one, by which form. */
export interface Conference {
  readonly committeeId: CommitteeId;
  readonly form: BallotForm;
  readonly planId: PlanId | null;
  readonly heldOn: string;
  /** Name of the superior. */
  readonly convenedBy: string;
}

/** The chair draws the session up: the roll gets those summoned who hold no seat, organisations are named one by one. */
export async function drawUpSession(
  chair: Connection,
  { committeeId, form, planId, heldOn, convenedBy }: Conference,
  numbers: Numbers,
): Promise<SessionInHall> {
  const { title } = roundOf(form, Number(heldOn.slice(0, 4)));
  const basis = planId === null ? { formId: form.id, title } : { planId };
  const body = { ...basis, place: 'Hội trường Đảng ủy xã', placeOfIssue: 'Thạnh Phú', heldOn, convenedBy };
  const session = granted(await call(chair, createSession, { params: { committeeId }, body }));
  const params = { sessionId: session.id };
  await decideConnection(chair, session.id);
  const guests = Array.from({ length: numbers.summoned - session.roll.length }, (_, index) => index);
  for (const guest of guests) {
    const name = nameOfPerson(5000 + guest);
    granted(await call(chair, addParticipant, { params, body: { name, position: 'Cán bộ chủ chốt được triệu tập' } }));
  }
  const named = form.subjects === 'organisations' ? organisations(numbers.subjects) : [];
  for (const organisation of named) granted(await call(chair, addOrganisation, { params, body: organisation }));
  return { id: session.id, form };
}

/**
 * What a chair decides for an example: its papers are for this computer, because no phone of a hall tries them, and where
 * its address has no TLS they may be opened there all the same.
 */
async function decideConnection(chair: Connection, sessionId: SessionId): Promise<void> {
  const params = { sessionId };
  const { serviceAddress } = granted(await call(chair, readSession, { params }));
  granted(await call(chair, choosePhoneUse, { params, body: { use: 'this-computer' } }));
  if (reachOf(serviceAddress) !== 'plain') return;
  granted(await call(chair, allowPlainVoting, { params, body: { allowed: true } }));
}

export async function nameAndIssue(
  chair: Connection,
  sessionId: SessionId,
  tellers: readonly Member[],
  threshold: number,
): Promise<void> {
  const params = { sessionId };
  const personIds = tellers.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  granted(await call(chair, nameTellers, { params, body: { personIds, threshold } }));
  granted(await call(chair, issueSession, { params }));
}
