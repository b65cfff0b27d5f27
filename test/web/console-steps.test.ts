import { expect, test } from 'vitest';
import {
  isFinished,
  missingHere,
  nextStep,
  progressOf,
  stepAfter,
  stepState,
} from '../../src/web/console/next-step.ts';
import type { ConsoleSession } from '../../src/web/console/session.ts';
import type { Step } from '../../src/web/console/step.ts';

const session = (state: ConsoleSession['state'], missing: readonly string[] = []) =>
  ({ state, missing: missing.map((code) => ({ code })), lookedAt: [] }) as unknown as ConsoleSession;
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

test('after a step comes what can be done beyond it, then what was left out before it', () => {
  const steps = [
    step('roll', ['draft']),
    step('tellers', ['draft'], { isDone: () => true }),
    step('dossiers', ['draft'], { optional: true }),
    step('issue', ['draft']),
    step('papers', ['issued']),
  ];
  const after = (at: number) => stepAfter(session('draft'), steps, steps[at] ?? step('none', []))?.id;
  expect([0, 1, 2, 3].map(after)).toEqual(['issue', 'issue', 'issue', 'roll']);
  const spoiled = step('spoiled', ['issued'], { optional: true });
  expect(stepAfter(session('draft'), steps, spoiled)?.id, 'what is done when it happens stands in no order').toBe(
    'roll',
  );
  expect(stepAfter(session('published'), steps, spoiled)).toBeUndefined();
});

test('progress counts what others wait for; a chapter folds once nothing in it is left', () => {
  const steps = [
    step('roll', ['draft'], { isDone: () => true }),
    step('dossiers', ['draft', 'issued'], { optional: true }),
    step('issue', ['draft'], { isDone: ({ state }) => state !== 'draft' }),
  ];
  expect(progressOf(session('draft'), steps)).toEqual({ done: 1, total: 2 });
  expect(isFinished(session('draft'), steps)).toBe(false);
  expect(progressOf(session('issued'), steps)).toEqual({ done: 2, total: 2 });
  expect(isFinished(session('issued'), steps)).toBe(true);
  expect(isFinished(session('issued'), [...steps, step('papers', ['open'])]), 'something comes later').toBe(false);
});

test('what filled itself is ticked once somebody has looked at it; frozen lists were', () => {
  const subjects = step('subjects', ['draft'], { fills: 'subjects', isDone: () => true });
  const seen = { ...session('draft'), lookedAt: ['subjects' as const] };
  expect(stepState(session('draft'), subjects)).toBe('now');
  expect(stepState({ ...session('draft'), lookedAt: ['roll'] }, subjects)).toBe('now');
  expect([stepState(seen, subjects), stepState(session('issued'), subjects)]).toEqual(['done', 'done']);
});
