import type { Operation } from '../contract/operation.ts';
import type { Reply } from './api.ts';
import type { Device } from './device.ts';

/** A few hundred phones reach for one server at the same moment: the waits grow, up to half a minute altogether. */
const waits = [250, 500, 1000, 2000, 4000, 8000, 8000, 8000];
/** `internal`: the server may have carried it out; a command may be sent twice. `overloaded`: there was no room for it yet; so the others. */
const transientRefusals: readonly string[] = [
  'unreachable',
  'internal',
  'overloaded',
  'storage-full',
  'storage-failing',
];

/**
 * Sends a command until an answer comes that says something, or the attempts are used up. Only for commands that may
 * be sent twice with the same answer, and always with the very same contents.
 */
export async function untilAnswered<Declared extends Operation>(
  { wait }: Pick<Device, 'wait'>,
  send: () => Promise<Reply<Declared>>,
): Promise<Reply<Declared>> {
  for (const pause of waits) {
    const reply = await send();
    if (reply.ok || !transientRefusals.includes(reply.refusal)) return reply;
    await wait(pause);
  }
  return send();
}
