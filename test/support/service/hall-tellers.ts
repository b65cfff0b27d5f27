import { answerRound } from '../../../src/client/teller/ceremony-rounds.ts';
import type { SessionId } from '../../../src/domain/session/session.ts';
import { createSeed } from '../../../src/protocol/ceremony/trustee-keys.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { repeatableRandom } from '../build/recorded-random.ts';
import { numbers } from '../build/sessions.ts';
import type { Answer, Hall } from './hall.ts';

const device = { group: sodiumGroup, random: repeatableRandom(51), wait: async () => {} };

/** Tellers with their phones in a hall's key ceremony. */
export interface HallTellers {
  readonly size: number;
  readonly threshold: number;
  seed(index: number): string;
  view(index: number): Promise<Answer>;
  /** What the teller's own program would send now. */
  answer(index: number): Promise<{ readonly round: string }>;
  send(index: number, message: unknown, run?: number): Promise<Answer>;
  /** Lets the tellers' programs run so many rounds (5 are all). */
  run(rounds: number): Promise<void>;
}

export async function hallTellers(hall: Hall, id: SessionId, size = 3, threshold = 2): Promise<HallTellers> {
  const seeds = numbers(size).map(() => createSeed(device.random));
  const seed = (index: number) => seeds[index - 1] ?? '';
  const started = await hall.at(id, 'POST', '/ceremony', hall.chair);
  if (started.status !== 201) throw new Error(JSON.stringify(started.body));
  const view = (index: number) => hall.at(id, 'GET', '/ceremony', hall.teller(index));
  const send = async (index: number, message: unknown, run?: number) => {
    const body = { run: run ?? (await view(index)).body.run, message };
    return hall.at(id, 'POST', '/ceremony/messages', hall.teller(index), body);
  };
  const answer = async (index: number) => {
    const answered = answerRound(device, (await view(index)).body, index, seed(index), { size, threshold });
    if (!answered.ok) throw new Error(`teller ${index}: ${answered.flaw.reason} (${answered.flaw.against})`);
    return answered.message;
  };
  const run = async (rounds: number) => {
    for (let round = 0; round < (size === 1 ? Math.min(1, rounds) : rounds); round++) {
      for (const index of numbers(size)) {
        const sent = await send(index, await answer(index));
        if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
      }
    }
  };
  return { size, threshold, seed, view, answer, send, run };
}
