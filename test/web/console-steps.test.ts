import { expect, test } from 'vitest';
import { missingHere, nextStep, stepState } from '../../src/web/console/next-step.ts';
import type { ConsoleSession } from '../../src/web/console/session.ts';
import type { Step } from '../../src/web/console/step.ts';

const session = (state: ConsoleSession['state'], missing: readonly string[] = []) =>
  ({ state, missing: missing.map((code) => ({ code })) }) as unknown as ConsoleSession;
const step = (id: string, during: Step['during'], change: Partial<Step> = {}): Step => ({
  ...{ id, title: 'chapterDraft', during, isDone: () => false },
  ...change,
});

test('a step waits for the state it belongs to, is to be done in it, and is over after it', () => {
  const papers = step('papers', ['issued', 'open']);
  const states = ['draft', 'issued', 'open', 'counting'] as const;
  expect(states.map((state) => stepState(session(state), papers))).toEqual(['waiting', 'now', 'now', 'over']);
  const done = { ...papers, isDone: () => true };
  expect(states.map((state) => stepState(session(state), done))).toEqual(['waiting', 'done', 'done', 'done']);
  expect(stepState(session('cancelled'), done)).toBe('over');
  expect(stepState(session('draft'), step('never', [])), 'a step of no state').toBe('over');
});

test('the next step is the first that can be done and that others wait for', () => {
  const steps = [
    step('people', ['draft'], { isDone: () => true }),
    step('dossiers', ['draft', 'issued'], { optional: true }),
    step('tellers', ['draft']),
    step('papers', ['issued']),
  ];
  expect(nextStep(session('draft'), steps)?.id).toBe('tellers');
  expect(nextStep(session('issued'), steps)?.id).toBe('papers');
  expect(nextStep(session('closed'), steps)).toBeUndefined();
});

test('while the box is open it is looking how far the voting is, whatever else is open', () => {
  const steps = [step('papers', ['issued', 'open']), step('turnout', ['open'])];
  expect(nextStep(session('issued'), steps)?.id).toBe('papers');
  expect(nextStep(session('open'), steps)?.id).toBe('turnout');
  expect(nextStep(session('open'), steps.slice(0, 1))?.id).toBe('papers');
});

test('what a session lacks stands with the step that mends it', () => {
  const lacking = session('draft', ['no-subjects', 'too-few-tellers']);
  expect(missingHere(lacking, step('tellers', ['draft'], { mends: ['too-few-tellers'] }))).toEqual([
    { code: 'too-few-tellers' },
  ]);
  expect(missingHere(lacking, step('dossiers', ['draft']))).toEqual([]);
});
