import type { TargetStanding } from '../../../domain/half-term/target.ts';

/** The sentence for what a target's numbers say. */
export const standingWords = {
  exceeded: 'exceeded',
  met: 'met',
  'not-met': 'notMet',
  'not-known': 'notKnown',
} as const satisfies Record<TargetStanding, string>;
