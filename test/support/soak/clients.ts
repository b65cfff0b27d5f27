import { setTimeout as wait } from 'node:timers/promises';
import type { Holder } from '../../../src/cli/demo/issue-papers.ts';
import { someMarks } from '../../../src/cli/demo/marks.ts';
import { nodeDevice } from '../../../src/cli/node-device.ts';
import { type Connection, call } from '../../../src/client/api.ts';
import { createRecastKey } from '../../../src/client/voter.ts';
import { castBallot, listTrackers, readBallotPage, readTurnout } from '../../../src/contract/box/box.ts';
import { readSession } from '../../../src/contract/session/sessions.ts';
import type { SessionId } from '../../../src/domain/session/session.ts';
import { createBallot } from '../../../src/protocol/ballot/create-ballot.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import type { Dice } from '../fuzz/dice.ts';
import { type BoxLedger, type SentBallot, trackerOf } from './box-ledger.ts';
import { type SoakHall, subjects } from './hall.ts';

/** What no client is ever to be told. */
const bugs: readonly string[] = ['internal', 'record-altered'];
/** There is no answer now. */
const passing: readonly string[] = ['unreachable', 'overloaded', 'database-away', 'storage-full', 'storage-failing'];

/** Milliseconds before a phone that got no answer asks again. */
const pause = 50;

interface Clients {
  readonly hall: SoakHall;
  readonly dice: Dice;
  readonly ledger: BoxLedger;
  /** Milliseconds that people look at what they see, at most. */
  readonly looking: number;
}

export interface Lookers extends Clients {
  readonly sessionId: SessionId;
  /** Known once papers are made. */
  readonly readKey: () => string | undefined;
}

/** So many clients look at the session, and one in some tries to cast what is no ballot, until it is over. */
export async function look(lookers: Lookers, clients: number, isOver: () => boolean): Promise<void> {
  const one = async () => {
    while (!isOver()) {
      await lookOnce(lookers);
      await wait(lookers.dice.upTo(lookers.looking));
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
}

async function lookOnce({ hall, dice, sessionId, readKey, ledger }: Lookers): Promise<void> {
  const { members, once, service } = hall;
  const chair = once(members.chair);
  const holder: Connection = { baseUrl: service.baseUrl, readKey: readKey() ?? '', fetch: service.once };
  const params = { sessionId };
  const what = dice.upTo(5);
  if (what === 0) return notBroken(await call(holder, readBallotPage, { params }));
  if (what === 1) return notBroken(await call(chair, readSession, { params }));
  if (what === 2) return notBroken(await call(chair, readTurnout, { params }));
  if (what === 3) {
    const body = { ballot: '{}', recastKey: createRecastKey(nodeDevice.random) };
    const reply = await call(holder, castBallot, { params, body });
    if (reply.ok) throw new Error('what is no ballot was acknowledged');
    return notBroken(reply);
  }
  const trackers = await call(holder, listTrackers, { params });
  if (trackers.ok && trackers.value.head !== null) ledger.see(trackers.value.head);
  return notBroken(trackers);
}

function notBroken(reply: { readonly ok: boolean; readonly refusal?: string }): void {
  if (!reply.ok && bugs.includes(reply.refusal ?? '')) throw new Error(`a client was told: ${reply.refusal}`);
}

export interface Phone {
  readonly holder: Holder;
  readonly recastKey: string;
}

export function phoneOf(holder: Holder): Phone {
  return { holder, recastKey: createRecastKey(nodeDevice.random) };
}

export interface Casting extends Clients {
  readonly election: Election;
}

/** Ballots of a paper at most; the service takes twenty. */
const mostBallots = 6;

/**
 * A phone casts, changes its mind now and then, and sends again what it has sent, until it is over; then everything
 * that it was told is in the box is there.
 */
export async function castOn(casting: Casting, phone: Phone, isOver: () => boolean): Promise<void> {
  const { hall, dice, election, ledger, looking } = casting;
  const { credential } = phone.holder.link;
  const made: SentBallot[] = [];
  do {
    const last = made.at(-1);
    if (last === undefined || (made.length < mostBallots && dice.oneIn(3))) {
      const marks = someMarks(hall.form, subjects, nodeDevice.random);
      const { text } = createBallot(nodeDevice.group, election, credential, marks, nodeDevice.random);
      const ballot = { paper: credential, text, marks };
      made.push(ballot);
      ledger.send(ballot);
      await castOne(casting, phone, ballot);
    } else if (dice.oneIn(2)) await castOne(casting, phone, last);
    for (const ballot of ledger.lost(credential)) await castOne(casting, phone, ballot);
    await wait(dice.upTo(looking));
  } while (!isOver());
  for (const ballot of ledger.lost(credential)) await castOne(casting, phone, ballot);
}

async function castOne({ hall, ledger }: Casting, { holder, recastKey }: Phone, ballot: SentBallot): Promise<void> {
  const { sessionId, readKey } = holder.link;
  const connection: Connection = { baseUrl: hall.service.baseUrl, readKey, fetch: hall.service.once };
  for (;;) {
    const body = { ballot: ballot.text, recastKey };
    const reply = await call(connection, castBallot, { params: { sessionId }, body });
    if (reply.ok) {
      if (reply.value.tracker !== trackerOf(ballot)) throw new Error('acknowledged with another tracker');
      return ledger.acknowledge(ballot, reply.value.head);
    }
    if (reply.refusal === 'recast-pause') await wait(1000 * (reply.problem?.retryAfter ?? 1));
    else if (passing.includes(reply.refusal)) await wait(pause);
    else throw new Error(`a phone was refused: ${reply.refusal}`);
  }
}
