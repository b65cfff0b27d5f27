import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionId, Tally } from '../../domain/session/session.ts';
import type { RecordEvent } from '../../protocol/record/record.ts';
import type { Deps } from '../deps.ts';
import { appendParts, joinParts } from '../record/append-part.ts';
import { openTotals } from '../record/open-totals.ts';
import type { TallyRecord } from '../record/tally-record.ts';

/** The rehearsal's tally with its totals, and the events that bring its record there. */
export interface OpenedRehearsal {
  readonly events: readonly RecordEvent[];
  readonly tally: Tally;
}

/** Opens the rehearsal's totals with the shares that there are, and verifies its whole record. */
export async function openRehearsal(
  deps: Deps,
  sessionId: SessionId,
  record: TallyRecord,
  tally: Tally,
  shares: TallyRecord['shares'],
  events: readonly RecordEvent[],
): Promise<Ruling<OpenedRehearsal, 'rehearsal-invalid' | 'box-changed'>> {
  const opened = await openTotals(deps, record, shares, tally.counted);
  if (!opened.ok) return refuse('rehearsal-invalid', opened.problems);
  const all = [...events, opened.value.event];
  const verified = await verifyWhole(deps, sessionId, record, all, tally.proofs);
  return verified.ok ? accept({ events: all, tally: { ...tally, result: opened.value.counts } }) : verified;
}

/** Verifies the record as it will be, by the same verifier that everybody has. */
async function verifyWhole(
  { store, pool, clock }: Deps,
  sessionId: SessionId,
  { parts, head }: TallyRecord,
  events: readonly RecordEvent[],
  proofs: readonly string[],
): Promise<Ruling<undefined, 'rehearsal-invalid' | 'box-changed'>> {
  const [{ electionId } = { electionId: undefined }] = parts;
  const state = electionId && (await store.sessions.recordState({ sessionId, electionId }));
  if (electionId === undefined || state?.head !== head) return refuse('box-changed');
  const record = joinParts([...parts, ...appendParts(electionId, state, events, clock)]);
  const supplement = `{"proofs":[${proofs.join(',')}],"unused":[],"void":[]}`;
  const verdict = await pool.run('verifyRehearsal', { record, uuid: electionId, supplement, final: true });
  if (verdict.ok) return accept(undefined);
  return refuse('rehearsal-invalid', [{ code: verdict.failure.reason, about: verdict.failure.check }]);
}
