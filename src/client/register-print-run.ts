import { addPrintRun } from '../contract/papers/papers.ts';
import { readSession } from '../contract/session/sessions.ts';
import type { SessionId } from '../domain/session/session.ts';
import { type Connection, call, type Reply } from './api.ts';
import type { Device } from './device.ts';

const attempts = 5;

/**
 * Registers the public halves of a printed print run. A lost answer is made up for: when a repeated attempt finds the
 * credentials there already, the first one arrived, and the print run is the last of this size.
 */
export async function registerPrintRun(
  connection: Connection,
  { wait }: Pick<Device, 'wait'>,
  sessionId: SessionId,
  publicCredentials: readonly string[],
): Promise<Reply<typeof addPrintRun>> {
  let lost = false;
  for (let attempt = 1; ; attempt++) {
    const reply = await call(connection, addPrintRun, {
      params: { sessionId },
      body: { credentials: [...publicCredentials] },
    });
    if (!reply.ok && lost && reply.refusal === 'credential-already-registered') {
      return (await lastPrintRun(connection, sessionId, publicCredentials.length)) ?? reply;
    }
    if (reply.ok || reply.refusal !== 'unreachable' || attempt === attempts) return reply;
    lost = true;
    await wait(1000 * attempt);
  }
}

async function lastPrintRun(
  connection: Connection,
  sessionId: SessionId,
  size: number,
): Promise<Reply<typeof addPrintRun> | undefined> {
  const session = await call(connection, readSession, { params: { sessionId } });
  const printRun = session.ok ? session.value.printRuns.findLast((one) => one.size === size) : undefined;
  return printRun && { ok: true, value: printRun };
}
