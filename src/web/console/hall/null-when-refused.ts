import type { Answer } from '../../shared/fetch/answer.ts';

/** An answer in which one refusal says that there is nothing yet. */
export function nullWhenRefused<Value>(reply: Answer<Value>, refusal: string): Answer<Value | null> {
  return !reply.ok && reply.refusal === refusal ? { ok: true, value: null } : reply;
}
