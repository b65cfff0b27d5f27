import { joinBytes } from '../../protocol/encoding/bytes.ts';
import { readRecordFiles } from '../../protocol/record/read-record.ts';
import { type RecordState, startRecord } from '../../protocol/record/record.ts';
import type { EventType } from '../../protocol/record/record-event.ts';
import { checkAppend } from '../store/check-step.ts';
import type { RecordRef } from '../store/record-ref.ts';
import type { RecordPart, RecordReads } from '../store/session-store.ts';

/** A chain that holds, with the numbers of its events; or what is wrong with it, in words for whoever runs the service. */
export type CheckedChain =
  | { readonly ok: true; readonly events: Readonly<Partial<Record<EventType, number>>> }
  | { readonly ok: false; readonly problem: string };

/** So many parts are in memory at once. */
const partsAtOnce = 100;

/**
 * Reads a record from its beginning and checks the whole chain (promise 4, PROTOCOL §11 V1 and V2): each file's name is
 * its hash, each event continues the one before. What a ballot says is not looked at: that is the verifier's work.
 */
export async function checkChain(records: RecordReads, record: RecordRef): Promise<CheckedChain> {
  let state: RecordState | undefined;
  const events: Partial<Record<EventType, number>> = {};
  for (let height = 0; ; height += partsAtOnce) {
    const parts = await records.record(record, height, partsAtOnce);
    for (const part of parts) {
      const next = follow(state, part);
      if (typeof next === 'string') return { ok: false, problem: next };
      state = next;
      events[part.type] = (events[part.type] ?? 0) + 1;
    }
    if (parts.length < partsAtOnce) break;
  }
  if (state === undefined) return { ok: false, problem: 'every event is missing' };
  const kept = await records.recordState(record);
  return kept?.timestamp === state.timestamp
    ? { ok: true, events }
    : { ok: false, problem: 'its beginning has another time' };
}

/** Where the record stands after the part, or what is wrong with it. */
function follow(state: RecordState | undefined, part: RecordPart): RecordState | string {
  try {
    const next = checkAppend(state, part);
    // Each part is read as a little record of its own, so that a large record need not be in memory at once.
    const beginning = state === undefined ? [] : [startRecord(next.timestamp).bytes];
    const files = readRecordFiles(joinBytes([...beginning, part.bytes]));
    return files.ok ? next : `event ${part.height}: ${files.refusal}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
