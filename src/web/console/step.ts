import type { ComponentType } from 'preact';
import type { FilledList, SessionState } from '../../domain/session/session.ts';
import type { Sentence } from './sentences.ts';
import type { ConsoleSession } from './session.ts';

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
  /** What fills itself and is ticked only once somebody has looked at it here. */
  readonly fills?: FilledList;
  /** Nothing waits for it. */
  readonly optional?: boolean;
  isDone(session: ConsoleSession): boolean;
  /** Without a screen the step only stands in the list. */
  readonly Screen?: ComponentType<StepProps>;
}
