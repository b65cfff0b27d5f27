import type { Operation } from '../contract/operation.ts';
import type { Reply } from './api.ts';
import type { Device } from './device.ts';
import { transientRefusals } from './transient-refusals.ts';

/** A few hundred phones reach for one server at the same moment: the waits grow, up to half a minute altogether. */
const waits = [250, 500, 1000, 2000, 4000, 8000, 8000, 8000];

/**
 * Sends a command until an answer comes that says something, or the attempts are used up. Only for commands that may
 * be sent twice with the same answer, and always with the very same contents.
 * @param endless asked once the attempts are used up: whether to go on all the same
 */
export async function untilAnswered<Declared extends Operation>(
  { wait }: Pick<Device, 'wait'>,
  send: () => Promise<Reply<Declared>>,
  endless: () => boolean = () => false,
): Promise<Reply<Declared>> {
  for (let attempt = 0; ; attempt += 1) {
    const reply = await send();
    if (reply.ok || !transientRefusals.has(reply.refusal)) return reply;
    const pause = waits[attempt] ?? (endless() ? waits.at(-1) : undefined);
    if (pause === undefined) return reply;
    await wait(pause);
  }
}
