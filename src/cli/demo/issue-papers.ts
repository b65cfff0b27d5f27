import { join } from 'node:path';
import { call } from '../../client/api.ts';
import type { Device } from '../../client/device.ts';
import { newId } from '../../client/new-id.ts';
import { type BlankPaper, drawPapers, makePapers } from '../../client/office.ts';
import { registerPrintRun } from '../../client/register-print-run.ts';
import { receivePhonePaper } from '../../client/voter.ts';
import type { VotingLink } from '../../client/voting-link.ts';
import { confirmPrintRun, handOut, printData, takeBack, voidSheet } from '../../contract/papers/papers.ts';
import { readSession } from '../../contract/session/sessions.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import type { SessionId, VoterId } from '../../domain/session/session.ts';
import { loadFonts } from '../../server/kit/fonts.ts';
import { writeDurably } from '../write-durably.ts';
import { granted, held } from './granted.ts';
import { shuffled } from './marks.ts';
import type { Numbers } from './numbers.ts';
import type { Member } from './people.ts';

/** A pile of printed sheets; each will be in one person's hands. */
export async function printSheets(
  { connection }: Member,
  device: Device,
  sessionId: SessionId,
  count: number,
  folder: string,
): Promise<BlankPaper[]> {
  const params = { sessionId };
  const data = granted(await call(connection, printData, { params }));
  const papers = makePapers(device, data, count);
  const order = { kind: 'sheets', language: 'vi', createdAt: new Date() } as const;
  await writeDurably(join(folder, 'papers.pdf'), await drawPapers(data, papers, order, await loadFonts()));
  const publicCredentials = papers.map(({ publicCredential }) => publicCredential);
  const made = { id: newId(device.random), publicCredentials };
  const printRun = granted(await registerPrintRun(connection, device, sessionId, made));
  const counted = papers.length;
  granted(
    await call(connection, confirmPrintRun, { params: { ...params, printRunId: printRun.id }, body: { counted } }),
  );
  return shuffled(papers, device.random);
}

/** A person on the roll with what they hold. Nobody but this person could say so: the server has ticks only. */
export interface Holder {
  readonly voterId: VoterId;
  readonly link: VotingLink;
  /** null: the paper is on a phone. */
  readonly sheet: BlankPaper | null;
}

export interface HandedOut {
  readonly holders: readonly Holder[];
  /** Left on the pile. */
  readonly spares: readonly BlankPaper[];
}

/** Seat holders with an account receive their papers on their own phones. */
export async function receivePhonePapers(
  voters: readonly Member[],
  device: Device,
  sessionId: SessionId,
): Promise<ReadonlyMap<PersonId, VotingLink>> {
  const links = new Map<PersonId, VotingLink>();
  for (const { connection, personId } of voters) {
    const { link } = held(await receivePhonePaper(connection, device, sessionId));
    if (personId !== null) links.set(personId, link);
  }
  return links;
}

/** Hands sheets out to everybody present who has no phone paper. The first one spoils it and gets another. */
export async function handOutSheets(
  { connection }: Member,
  sessionId: SessionId,
  pile: readonly BlankPaper[],
  phones: ReadonlyMap<PersonId, VotingLink>,
  numbers: Numbers,
): Promise<HandedOut> {
  const session = granted(await call(connection, readSession, { params: { sessionId } }));
  const { votingAddress, readKey } = granted(await call(connection, printData, { params: { sessionId } }));
  const left = [...pile];
  const holders: Holder[] = [];
  const give = async (voterId: VoterId) => {
    const sheet = left.shift();
    if (sheet === undefined) throw new Error('no sheet left');
    granted(await call(connection, handOut, { params: { sessionId, voterId } }));
    return sheet;
  };
  for (const { id: voterId, personId } of presentOnRoll(session.roll, phones, numbers.present)) {
    const link = personId === null ? undefined : phones.get(personId as PersonId);
    if (link) {
      holders.push({ voterId, link, sheet: null });
      continue;
    }
    let sheet = await give(voterId);
    if (holders.every((holder) => holder.sheet === null)) {
      granted(await call(connection, takeBack, { params: { sessionId, voterId } }));
      granted(await call(connection, voidSheet, { params: { sessionId }, body: { serial: sheet.serial } }));
      sheet = await give(voterId);
    }
    const { credential } = sheet;
    holders.push({ voterId, link: { votingAddress, sessionId, readKey, credential }, sheet });
  }
  return { holders, spares: left };
}

interface OnRoll {
  readonly id: VoterId;
  readonly personId: string | null;
}

/** Holders of phone papers are there; of the others, as many as the numbers say. */
export function presentOnRoll<Voter extends OnRoll>(
  roll: readonly Voter[],
  phones: ReadonlyMap<PersonId, VotingLink>,
  present: number,
): Voter[] {
  const hasPhone = ({ personId }: OnRoll) => personId !== null && phones.has(personId as PersonId);
  const first = roll.filter(hasPhone);
  return [...first, ...roll.filter((voter) => !hasPhone(voter))].slice(0, present);
}
