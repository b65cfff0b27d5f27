import type { Session } from '../../domain/session/session.ts';
import { hexToBase64 } from '../../protocol/encoding/hash.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';
import type { RecordHead } from '../record/record-head.ts';

/** Acknowledgement of a ballot that is on disk. */
export interface Receipt {
  readonly tracker: string;
  /**
   * Of the box's last renewal, and perhaps without this ballot: a head with it, or of the moment in which a ballot is
   * sent again, would count for its phone what came in meanwhile. The record goes on from it either way.
   */
  readonly head: RecordHead;
}

/** @param hash HEX of a ballot in the session's box */
export async function receiptOf(boxes: ShownBoxes, session: Session, hash: string): Promise<Receipt> {
  const { head } = await boxes.current(session);
  if (head === null) throw new TypeError('a ballot in a box that was never opened');
  return { tracker: hexToBase64(hash), head };
}
