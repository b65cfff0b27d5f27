import type { ComponentType } from 'preact';
import type { SessionState } from '../../domain/session/session.ts';
import type { Sentence } from './sentences.ts';
import type { ConsoleSession } from './session.ts';
import { hasReached } from './session.ts';

/** What a step's screen is given. */
export interface StepProps {
  readonly session: ConsoleSession;
  /** Fetches the session anew, after something was changed. */
  reload(): Promise<unknown>;
}

/** One step of a session's life in the chair's console. */
export interface Step {
  /** Last part of the screen's address: `/console#/SESSION-ID/papers`. */
  readonly id: string;
  readonly title: Sentence;
  /** The states in which something can be done here, in their order. */
  readonly during: readonly SessionState[];
  /** Codes of `session.missing` that are mended here. */
  readonly mends?: readonly string[];
  /** Nothing waits for it. */
  readonly optional?: boolean;
  isDone(session: ConsoleSession): boolean;
  /** Without a screen the step only stands in the list. */
  readonly Screen?: ComponentType<StepProps>;
}

/** `waiting`: earlier steps come first; `over`: its time has passed without it. */
export type StepState = 'done' | 'now' | 'waiting' | 'over';

export function stepState(session: ConsoleSession, step: Step): StepState {
  const [from] = step.during;
  if (session.state === 'cancelled') return 'over';
  if (from !== undefined && !hasReached(session, from)) return 'waiting';
  if (step.isDone(session)) return 'done';
  return step.during.includes(session.state) ? 'now' : 'over';
}

/** What keeps this step from being done, of all that the session lacks. */
export function missingHere(session: ConsoleSession, step: Step): ConsoleSession['missing'] {
  return session.missing.filter(({ code }) => step.mends?.includes(code));
}

/** The first step that can be done and that others wait for; while the box is open, looking how far the voting is. */
export function nextStep(session: ConsoleSession, steps: readonly Step[]): Step | undefined {
  const open = steps.filter((step) => stepState(session, step) === 'now');
  const watching = session.state === 'open' ? open.find(({ during: [from] }) => from === 'open') : undefined;
  return watching ?? open.find(({ optional }) => optional !== true);
}
