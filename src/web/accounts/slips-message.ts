import type { InvitationSlipsData } from '../../print/invitation-slips.ts';

/** What the page asks of the worker that draws slips. */
export type SlipsRequest = InvitationSlipsData;

export type SlipsAnswer = { readonly kind: 'done'; readonly pdf: ArrayBuffer } | { readonly kind: 'failed' };
