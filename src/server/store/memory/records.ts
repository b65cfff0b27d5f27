import type { SessionId } from '../../../domain/session/session.ts';
import type { RecordState } from '../../../protocol/record/record.ts';
import { checkAppend } from '../check-step.ts';
import { bytesDigest } from '../session-seal.ts';
import type { Box, RecordPart, SessionStore } from '../session-store.ts';

import { documentKey } from './documents.ts';
import type { emptyData } from './imports.ts';

interface MemoryRecord {
  readonly sessionId: SessionId;
  readonly parts: readonly RecordPart[];
  readonly payloads: ReadonlySet<string | null>;
  readonly state: RecordState;
}

/** The records of all sessions. `stage` checks every part before anything is kept. */
export function memoryRecords({ documents }: Pick<ReturnType<typeof emptyData>, 'documents'>) {
  const records = new Map<SessionId, MemoryRecord>();
  const box: Box = {
    state: (electionId) => records.get(electionId)?.state,
    holds: (electionId, payload) => records.get(electionId)?.payloads.has(payload) ?? false,
    record: (electionId, fromHeight) => records.get(electionId)?.parts.slice(fromHeight) ?? [],
    documentHash: (id, document) => {
      const found = documents.get(documentKey(id, document));
      return found && bytesDigest(found.bytes);
    },
  };
  const stage = (sessionId: SessionId, parts: readonly RecordPart[]): (() => void) => {
    const changed = new Map<SessionId, MemoryRecord>();
    for (const part of parts) {
      const before = changed.get(part.electionId) ?? records.get(part.electionId);
      if (before !== undefined && before.sessionId !== sessionId) throw new Error('a record of another session');
      const state = checkAppend(before?.state, part);
      const payloads = new Set(before?.payloads).add(part.payload);
      changed.set(part.electionId, { sessionId, parts: [...(before?.parts ?? []), part], payloads, state });
    }
    return () => {
      for (const [electionId, record] of changed) records.set(electionId, record);
    };
  };
  const reads = {
    record: async (electionId, fromHeight = 0, limit = Number.POSITIVE_INFINITY) =>
      records.get(electionId)?.parts.slice(fromHeight, fromHeight + limit) ?? [],
    recordState: async (electionId) => records.get(electionId)?.state,
    payloads: async (electionId, type) =>
      (records.get(electionId)?.parts ?? []).flatMap((part) =>
        part.type === type && part.payload !== null ? [part.payload] : [],
      ),
    recordsOf: async (id) =>
      [...records].flatMap(([electionId, { sessionId }]) => (sessionId === id ? [electionId] : [])).sort(),
  } satisfies Partial<SessionStore>;
  return { box, stage, reads };
}
