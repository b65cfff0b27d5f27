import * as z from 'zod/mini';
import type { Actor } from '../account/actor.ts';
import type { Instant } from '../instant.ts';
import { type PersonId, personId } from '../roster/person.ts';
import type { Problem } from '../ruling.ts';

/** As a request gives it; whether there is such a subject is the decision's. */
const anySubject = z.string().check(z.maxLength(64));

/** What chair and tellers decide together, each signing with their own account. */
export const jointActionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('correct-subject'),
    subjectId: anySubject,
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    position: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  }),
  z.object({ kind: z.literal('strike-subject'), subjectId: anySubject }),
  z.object({ kind: z.literal('replace-teller'), index: z.int().check(z.minimum(1)), personId }),
  z.object({ kind: z.literal('replace-lost-sheet') }),
  z.object({ kind: z.literal('end-phone-voting') }),
  z.object({ kind: z.literal('restart-countdown') }),
  z.object({ kind: z.literal('end-countdown') }),
  z.object({ kind: z.literal('return-to-open') }),
  z.object({ kind: z.literal('close-with-deviation') }),
  z.object({ kind: z.literal('cancel') }),
  z.object({ kind: z.literal('declare-unopenable') }),
]);
export type JointAction = z.infer<typeof jointActionSchema>;
export type JointActionKind = JointAction['kind'];

/** How many tellers sign beside the chair. Where fewer tellers exist, all of them do. */
export const tellersNeeded = {
  'correct-subject': 2,
  'strike-subject': 2,
  'replace-teller': 2,
  'replace-lost-sheet': 2,
  'end-phone-voting': 1,
  'restart-countdown': 1,
  'end-countdown': 1,
  'return-to-open': 2,
  'close-with-deviation': 2,
  cancel: 2,
  'declare-unopenable': 2,
} satisfies Record<JointActionKind, number>;

export interface Signature {
  readonly actor: Actor;
  /** Who signed, whichever account it was; null for an account without a person, absent in decisions of earlier releases. */
  readonly personId?: PersonId | null;
  readonly capacity: 'chair' | 'teller';
  readonly at: Instant;
}

export interface JointDecision {
  readonly id: string;
  readonly action: JointAction;
  readonly reason: string;
  readonly signatures: readonly Signature[];
  /** Where the ledger did not balance when closing with a deviation was proposed: what is signed, and nothing else. */
  readonly problems?: readonly Problem[];
  /** `overtaken`: the session moved on before it was signed by all. */
  readonly status: 'proposed' | 'effective' | 'overtaken';
}
