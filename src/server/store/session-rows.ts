import type { Session, SessionId, SessionState } from '../../domain/session/session.ts';
import { AlteredSession } from './session-locks.ts';
import { type SessionPerson, sessionPeople } from './session-people.ts';
import { bodyDigest, columnsDigest, type SessionSeal } from './session-seal.ts';

/** The shape of the body that this version writes and reads; a migration lifts older ones to it. */
const format = 6;

/** What JSON gives back as it was written (`undefined` as a field left out); anything else becomes `never`. */
type JsonSafe<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | Date | bigint
    ? never
    : { readonly [Key in keyof Value]: JsonSafe<Value[Key]> };

/** A session as every store keeps it: the whole as JSON, beside the columns that it is found by. */
export interface SessionRow {
  readonly id: string;
  readonly committeeId: string;
  readonly superiorId: string | null;
  readonly planId: string | null;
  readonly state: SessionState;
  readonly heldOn: string;
  readonly opened: boolean;
  readonly readKey: string;
  readonly format: number;
  readonly body: string;
}

function columnsOf(session: Session) {
  const { id, committeeId, superiorId, planId, state, readKey, openedAt, settings } = session;
  const opened = openedAt !== null;
  return { id, committeeId, superiorId, planId, state, readKey, heldOn: settings.heldOn, opened, format };
}

export function rowOfSession(session: Session & JsonSafe<Session>): SessionRow {
  return { ...columnsOf(session), body: JSON.stringify(session) };
}

/** Digest of what a session is found by, in a fixed order. */
export function columnsOfRow(row: Omit<SessionRow, 'body'>): string {
  const { id, committeeId, superiorId, planId, state, heldOn, opened, readKey, format: written } = row;
  return columnsDigest([id, committeeId, superiorId, planId, state, heldOn, opened, readKey, written]);
}

/** The session of a row, which must be the one that was sealed; throws `AlteredSession`. */
export function toSession(row: SessionRow, seal: SessionSeal | undefined): Session {
  const altered = (problem: string) => new AlteredSession(row.id as SessionId, problem);
  if (seal === undefined) throw altered('its seal is missing');
  if (seal.columns !== columnsOfRow(row)) throw altered('what it is found by was altered');
  if (seal.body !== bodyDigest(row.body)) throw altered('its document was altered');
  const session = readBody(row);
  if (session === undefined) throw altered(`its document cannot be read in format ${format}`);
  return session;
}

/** Only this service writes bodies: undefined for one that does not fit its columns. */
export function readBody(row: SessionRow): Session | undefined {
  if (row.format !== format) return undefined;
  try {
    const session = JSON.parse(row.body) as Session;
    const columns = Object.entries(columnsOf(session)) as [keyof SessionRow, unknown][];
    return columns.every(([name, value]) => row[name] === value) ? session : undefined;
  } catch {
    return undefined;
  }
}

/** Whether these are the people of the session, each as what they are in it, and nobody else is. */
export function arePeopleOf(session: Session, rows: readonly SessionPerson[]): boolean {
  const textOf = (people: readonly SessionPerson[]) =>
    people
      .map((one) => `${one.personId} ${one.role}`)
      .sort()
      .join();
  return textOf(rows) === textOf(sessionPeople(session));
}
