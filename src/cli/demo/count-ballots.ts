import pMap from 'p-map';
import { call } from '../../client/api.ts';
import { compareHeads } from '../../client/compare-heads.ts';
import { castKeyedSheet } from '../../client/desk.ts';
import type { Device } from '../../client/device.ts';
import type { BlankPaper } from '../../client/office.ts';
import { announceCount, closeSession, listTrackers, readSheet } from '../../contract/box/box.ts';
import { proposeDecision, signDecision } from '../../contract/decisions/decisions.ts';
import { markUnused } from '../../contract/papers/papers.ts';
import { readSession } from '../../contract/session/sessions.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';
import type { Election } from '../../protocol/record/election.ts';
import { type PhoneAfterCast, phonesAtOnce } from './cast-ballots.ts';
import { granted, held } from './granted.ts';
import type { Member } from './people.ts';

/** Chair and a teller decide together; the session counts once the countdown on every page has run out. */
export async function endPhoneVoting(
  chair: Member,
  teller: Member,
  { wait }: Device,
  sessionId: SessionId,
): Promise<void> {
  const params = { sessionId };
  const body = { action: { kind: 'end-phone-voting' }, reason: 'Các đồng chí có mặt đã ghi phiếu xong' } as const;
  const { id } = granted(await call(chair.connection, proposeDecision, { params, body }));
  granted(await call(teller.connection, signDecision, { params: { ...params, decisionId: id } }));
  for (let look = 0; look < 600; look++) {
    const { state } = granted(await call(chair.connection, readSession, { params }));
    if (state === 'counting') return;
    await wait(200);
  }
  throw new Error('phone voting does not end');
}

/** A sheet from the box, as its marks were read. */
export interface SheetInBox {
  readonly sheet: BlankPaper;
  readonly marks: Marks;
  readonly invalidReason: string | null;
}

/** What the tellers announce: papers issued, ballots collected. */
export interface Announced {
  readonly issued: number;
  readonly collected: number;
}

/** The tellers count the sheets, scan which of them replace a phone ballot, and announce before anything is keyed. */
export async function announce(
  { connection }: Member,
  sessionId: SessionId,
  sheets: readonly SheetInBox[],
): Promise<Announced> {
  const params = { sessionId };
  const { ledger } = granted(await call(connection, readSession, { params }));
  let replacing = 0;
  for (const { sheet } of sheets) {
    const credential = sheet.publicCredential;
    const { votedBy } = granted(await call(connection, readSheet, { params: { ...params, credential } }));
    if (votedBy === 'phone') replacing += 1;
  }
  const collected = (ledger.collected ?? 0) + sheets.length - replacing;
  const body = { issued: ledger.issued, collected, sheets: sheets.length };
  granted(await call(connection, announceCount, { params, body }));
  return { issued: ledger.issued, collected };
}

/** Keys the sheets at the desk; gives how many replaced their paper's phone ballot, and the trackers of all. */
export async function keySheets(
  { connection }: Member,
  device: Device,
  sessionId: SessionId,
  election: Election,
  sheets: readonly SheetInBox[],
): Promise<{ readonly replacing: number; readonly trackers: readonly string[] }> {
  const trackers: string[] = [];
  let replacing = 0;
  for (const { sheet, marks, invalidReason } of sheets) {
    const keyed = { credential: sheet.credential, marks, invalidReason };
    const { value } = held(await castKeyedSheet(connection, device, sessionId, election, keyed));
    trackers.push(value.tracker);
    if (value.replacesPhone) replacing += 1;
  }
  return { replacing, trackers };
}

/** Sheets left on the pile are counted by their stubs; then the box is closed for good. */
export async function closeBox(
  office: Member,
  chair: Member,
  sessionId: SessionId,
  spares: readonly BlankPaper[],
): Promise<void> {
  const params = { sessionId };
  const sheets = spares.map(({ serial }) => ({ serial }));
  if (sheets.length > 0) granted(await call(office.connection, markUnused, { params, body: { sheets } }));
  granted(await call(chair.connection, closeSession, { params }));
}

/**
 * Phones look for their trackers in the closed box, and for the heads that they were given in its chain; gives how many
 * found both, which must be all that were not replaced.
 */
export async function findTrackers(
  baseUrl: string,
  sessionId: SessionId,
  phones: readonly PhoneAfterCast[],
): Promise<number> {
  const [first] = phones;
  const readKey = first?.holder.link.readKey ?? '';
  const { trackers } = granted(await call({ baseUrl, readKey }, listTrackers, { params: { sessionId } }));
  const inBox = new Set(trackers);
  const found = await pMap(
    phones,
    async ({ tracker, head }) => {
      if (!inBox.has(tracker)) return false;
      const compared = await compareHeads({ baseUrl, readKey }, sessionId, { heads: [head], tracker, trackers });
      return compared.ok && compared.fits;
    },
    { concurrency: phonesAtOnce },
  );
  return found.filter(Boolean).length;
}
