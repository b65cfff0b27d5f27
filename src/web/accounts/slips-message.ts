import type { InvitationSlipsData } from '../../print/invitation-slips.ts';

/** The worker that draws slips. */
export interface SlipsPrograms {
  /** @returns a PDF */
  draw(data: InvitationSlipsData): Promise<Uint8Array<ArrayBuffer>>;
}
