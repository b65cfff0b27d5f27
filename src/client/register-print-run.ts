import { addPrintRun } from '../contract/papers/papers.ts';
import type { SessionId } from '../domain/session/session.ts';
import { type Connection, call, type Reply } from './api.ts';
import type { Device } from './device.ts';
import type { PrintedPapers } from './office.ts';
import { untilAnswered } from './until-answered.ts';

/** Registers the public halves of a print run, again where an answer was lost: sent twice, it is one print run. */
export function registerPrintRun(
  connection: Connection,
  device: Pick<Device, 'wait'>,
  sessionId: SessionId,
  { id, publicCredentials }: Pick<PrintedPapers, 'id' | 'publicCredentials'>,
): Promise<Reply<typeof addPrintRun>> {
  const body = { id, credentials: [...publicCredentials] };
  return untilAnswered(device, () => call(connection, addPrintRun, { params: { sessionId }, body }));
}
