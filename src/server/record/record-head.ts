import type { RecordState } from '../../protocol/record/record.ts';
import type { Deps } from '../deps.ts';
import type { RecordRef } from '../store/record-ref.ts';
import type { RecordPart } from '../store/session-store.ts';

/** Head of a record as people compare it (PROTOCOL §12). */
export interface RecordHead {
  readonly hash: string;
  readonly height: number;
}

export function headOf(state: RecordState | undefined): RecordHead | undefined {
  return state?.head === undefined ? undefined : { hash: state.head, height: state.nextHeight - 1 };
}

/** The head after a part. */
export function headAfter({ hash, height }: RecordPart): RecordHead {
  return { hash, height };
}

/** Where the record stands now; undefined before its setup. */
export async function readHead({ store }: Deps, record: RecordRef): Promise<RecordHead | undefined> {
  return headOf(await store.sessions.recordState(record));
}
