import { type ConsoleSession, hasReached } from './session.ts';
import type { Step } from './step.ts';

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
