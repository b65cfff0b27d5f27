import type { SessionId } from '../../domain/session/session.ts';
import { hexToBase64 } from '../../protocol/hash.ts';
import type { Deps } from '../deps.ts';
import { headAfter, type RecordHead, readHead } from '../record/record-head.ts';
import type { SessionStep } from '../store/session-store.ts';

/** Acknowledgement of a ballot that is on disk. */
export interface Receipt {
  readonly tracker: string;
  readonly head: RecordHead;
}

/** @param step that appended the ballot; without one, or when it appended nothing, the present head is given */
export async function receiptOf(deps: Deps, id: SessionId, hash: string, step?: SessionStep): Promise<Receipt> {
  const part = step?.append?.at(-1);
  const head = part === undefined ? await readHead(deps, id) : headAfter(part);
  if (head === undefined) throw new TypeError('a ballot in a box that was never opened');
  return { tracker: hexToBase64(hash), head };
}
