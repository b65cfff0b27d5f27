import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type BallotToCast,
  type CastReply,
  castUntilAcknowledged,
  createRecastKey,
} from '../../../src/client/voter.ts';
import type { SessionId } from '../../../src/domain/session/session.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));

/** One look at the service's health while phones cast. */
export interface Look {
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  /** How many phones had been answered when it ended. */
  readonly answered: number;
}

/** What the phones of a hall got when they all cast at the same moment. */
export interface AtOnce {
  /** By phone. */
  readonly replies: readonly CastReply[];
  /** By phone, from the moment when all began. */
  readonly milliseconds: readonly number[];
  /** Of every answer to a phone, in their order; 0 where none came. A ballot that is sent again has several. */
  readonly statuses: readonly number[];
  /** One after the other without a pause, until the last phone was answered. */
  readonly looks: readonly Look[];
}

/**
 * Lets every phone cast its ballot at the same moment, as the voting page does: each over a connection of its own, and
 * again until it is acknowledged. Meanwhile somebody watches over the service.
 */
export async function castAtOnce(
  { baseUrl, readKey, sessionId }: { baseUrl: string; readKey: string; sessionId: SessionId },
  ballots: readonly BallotToCast[],
): Promise<AtOnce> {
  const statuses: number[] = [];
  const noted: typeof fetch = async (...asked) => {
    const place = statuses.push(0) - 1;
    const answer = await fetch(...asked);
    statuses[place] = answer.status;
    return answer;
  };
  const phone = { baseUrl, readKey, fetch: noted };
  const device = { wait: async (milliseconds: number) => void (await wait(milliseconds)) };
  const start = performance.now();
  const milliseconds: number[] = [];
  let answered = 0;
  const casting = Promise.all(
    ballots.map(async (ballot, at) => {
      const reply = await castUntilAcknowledged(phone, device, sessionId, ballot, createRecastKey(random));
      milliseconds[at] = performance.now() - start;
      answered++;
      return reply;
    }),
  );
  const isCasting = () => answered < ballots.length;
  const looking = ['/healthz', '/readyz'].map((path) => lookAgain(`${baseUrl}${path}`, isCasting, () => answered));
  const [replies, looks] = [await casting, (await Promise.all(looking)).flat()];
  return { replies, milliseconds, statuses, looks };
}

async function lookAgain(url: string, isCasting: () => boolean, answered: () => number): Promise<Look[]> {
  const looks: Look[] = [];
  while (isCasting()) {
    const start = performance.now();
    const { status } = await fetch(url);
    const { pathname: path } = new URL(url);
    looks.push({ path, status, milliseconds: performance.now() - start, answered: answered() });
  }
  return looks;
}
