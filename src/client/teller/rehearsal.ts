import {
  castRehearsalBallot,
  closeRehearsal,
  readRehearsalRecord,
  sendRehearsalShare,
  startRehearsal,
} from '../../contract/ceremony/ceremony.ts';
import { readTellerView } from '../../contract/session/teller-view.ts';
import { type SessionId, sessionId as sessionIdSchema } from '../../domain/session/session.ts';
import { base58Text } from '../../protocol/arithmetic/random.ts';
import { createBallot, type Marks } from '../../protocol/ballot/create-ballot.ts';
import { createCredential, publicCredential } from '../../protocol/ballot/credential.ts';
import { readElection } from '../../protocol/record/election.ts';
import type { VerifyFailure } from '../../protocol/verify/verify-report.ts';
import { type Connection, call, type Reply } from '../api.ts';
import type { Device } from '../device.ts';
import { makeShare } from './make-share.ts';
import type { TellerMemory } from './memory.ts';

type Refused = { readonly ok: false; readonly refusal: string };

const electionIdLength = 22;

/**
 * Carries the rehearsal to its closed box: an election of its own, with credentials made here, a ballot for each row of
 * `marks`, and the end of ballots. A rehearsal that was interrupted is begun anew: nothing of it matters.
 */
export async function rehearse(
  connection: Connection,
  device: Device,
  sessionId: SessionId,
  marks: readonly Marks[],
): Promise<Reply<typeof closeRehearsal> | Refused> {
  const { group, random } = device;
  const electionId = sessionIdSchema.parse(base58Text(electionIdLength, random));
  const papers = marks.map((row) => ({ row, credential: createCredential(random) }));
  const credentials = papers.map(({ credential }) => publicCredential(group, electionId, credential));
  const params = { sessionId };
  const started = await call(connection, startRehearsal, { params, body: { electionId, credentials } });
  if (!started.ok) return started;
  const election = readElection(group, started.value.election);
  if (!election.ok || election.election.uuid !== electionId) return { ok: false, refusal: 'election-differs' };
  for (const { row, credential } of papers) {
    const ballot = createBallot(group, election.election, credential, row, random);
    const cast = await call(connection, castRehearsalBallot, { params, body: { ballot: ballot.text } });
    if (!cast.ok) return cast;
  }
  return call(connection, closeRehearsal, { params });
}

export type RehearsalShare =
  /** `passed`: with this share, or without it, the rehearsal's totals are open. */
  | { readonly ok: true; readonly memory: TellerMemory; readonly passed: boolean }
  | {
      readonly ok: false;
      readonly refusal: string;
      readonly failure?: VerifyFailure;
      readonly counted?: number;
      readonly memory: TellerMemory;
    };

/** A teller's part: the same verification and the same key as for the real totals, on the rehearsal's record. */
export async function openRehearsal(
  connection: Connection,
  device: Device,
  sessionId: SessionId,
  memory: TellerMemory,
  announced: number,
): Promise<RehearsalShare> {
  const params = { sessionId };
  const refused = ({ refusal }: { readonly refusal: string }) => ({ ok: false, refusal, memory }) as const;
  const view = await call(connection, readTellerView, { params });
  if (!view.ok) return refused(view);
  const { me, ceremony, rehearsal } = view.value;
  if (ceremony === null) return refused({ refusal: 'ceremony-not-running' });
  if (rehearsal === null) return refused({ refusal: 'rehearsal-not-running' });
  const passed = rehearsal.state === 'passed';
  if (passed || rehearsal.sharesOf.includes(me)) return { ok: true, memory, passed };
  // Real ballots under the name of a rehearsal: a server could have any few of them opened that way.
  if (rehearsal.electionId === sessionId) return refused({ refusal: 'rehearsal-of-the-vote' });
  const record = await call(connection, readRehearsalRecord, { params });
  if (!record.ok) return refused(record);
  // Heads of the session's own record are not on the rehearsal's chain.
  const made = await makeShare(
    device,
    { ...memory, heads: [] },
    {
      record: record.value,
      electionId: rehearsal.electionId,
      announced,
      output: ceremony.myOutput,
    },
  );
  if (!made.ok) {
    const { failure, counted } = made;
    if (made.refusal === 'already-opened') return { ok: true, memory, passed: true };
    return { ...refused(made), ...(failure && { failure }), ...(counted !== undefined && { counted }) };
  }
  const sent = await call(connection, sendRehearsalShare, { params, body: made.share });
  const next = { ...memory, decrypted: made.memory.decrypted };
  return sent.ok
    ? { ok: true, memory: next, passed: sent.value.state === 'passed' }
    : { ...refused(sent), memory: next };
}
