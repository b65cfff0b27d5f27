import { type ConsoleSession, hasReached } from './session.ts';
import type { Step } from './step.ts';

/** `waiting`: earlier steps come first; `over`: its time has passed without it. */
export type StepState = 'done' | 'now' | 'waiting' | 'over';

export function stepState(session: ConsoleSession, step: Step): StepState {
  const [from] = step.during;
  if (session.state === 'cancelled' || session.state === 'unopenable') return 'over';
  if (from !== undefined && !hasReached(session, from)) return 'waiting';
  if (step.isDone(session) && !isUnseen(session, step)) return 'done';
  return step.during.includes(session.state) ? 'now' : 'over';
}

/** Whether it filled itself, and nobody has looked at it so far. */
export function isUnseen({ state, lookedAt }: ConsoleSession, { fills }: Step): boolean {
  return state === 'draft' && fills !== undefined && !lookedAt.includes(fills);
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

/** Where somebody goes on who is at `step`: to what can be done after it, else to what was left out before it. */
export function stepAfter(session: ConsoleSession, steps: readonly Step[], step: Step): Step | undefined {
  const at = steps.indexOf(step);
  return nextStep(session, steps.slice(at + 1)) ?? nextStep(session, steps.slice(0, Math.max(at, 0)));
}

/** How many of the steps that others wait for are done. */
export function progressOf(session: ConsoleSession, steps: readonly Step[]): { done: number; total: number } {
  const needed = steps.filter(({ optional }) => optional !== true);
  const done = needed.filter((step) => stepState(session, step) === 'done');
  return { done: done.length, total: needed.length };
}
