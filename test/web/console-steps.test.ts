import { expect, test } from 'vitest';
import { figuresOf } from '../../src/web/console/figures-of.ts';
import { missingHere, nextStep, progressOf, stepAfter, stepState } from '../../src/web/console/next-step.ts';
import type { ConsoleSession } from '../../src/web/console/session.ts';
import { stagesOf } from '../../src/web/console/stages.ts';
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

test('progress counts what others wait for', () => {
  const steps = [
    step('roll', ['draft'], { isDone: () => true }),
    step('dossiers', ['draft', 'issued'], { optional: true }),
    step('issue', ['draft'], { isDone: ({ state }) => state !== 'draft' }),
  ];
  expect(progressOf(session('draft'), steps)).toEqual({ done: 1, total: 2 });
  expect(progressOf(session('issued'), steps)).toEqual({ done: 2, total: 2 });
});

test('what filled itself is ticked once somebody has looked at it; frozen lists were', () => {
  const subjects = step('subjects', ['draft'], { fills: 'subjects', isDone: () => true });
  const seen = { ...session('draft'), lookedAt: ['subjects' as const] };
  expect(stepState(session('draft'), subjects)).toBe('now');
  expect(stepState({ ...session('draft'), lookedAt: ['roll'] }, subjects)).toBe('now');
  expect([stepState(seen, subjects), stepState(session('issued'), subjects)]).toEqual(['done', 'done']);
});

test('the line of stages says what is behind, where the session stands and what is to come', () => {
  const of = (state: ConsoleSession['state']) => stagesOf(state).map((stage) => stage.state);
  expect(of('draft')).toEqual(['now', 'later', 'later', 'later', 'later', 'later']);
  expect(of('counting')).toEqual(['done', 'done', 'done', 'now', 'later', 'later']);
  expect(of('closed')).toEqual(of('counting'));
  expect(of('published')).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
  expect(of('cancelled'), 'it has come nowhere').toEqual([]);
});

test('the figures of an open box tell nothing of what is in it; those of the count do', () => {
  const ledger = { handedOut: 7, phone: 2, issued: 9, collected: 8, notReturned: 1 };
  const whole = {
    ...{
      subjects: [
        { excludedFor: null, struckFor: null },
        { excludedFor: 'ill', struckFor: null },
      ],
      roll: [1, 2, 3],
    },
    ...{ tellers: [1, 2, 3], threshold: 2, sheetsLeft: 4, phonePapers: true },
    attendance: { present: 5, summoned: 6, recorded: true },
  };
  const of = (state: ConsoleSession['state'], known: object = ledger) =>
    Object.fromEntries(
      figuresOf({ state, ledger: known, ...whole } as unknown as ConsoleSession).map(({ title, value }) => [
        title,
        value,
      ]),
    );
  expect(of('draft')).toEqual({ figureSubjects: 1, figureVoters: 3, figureTellers: 3, figureThreshold: 2 });
  expect(of('open', { ...ledger, collected: null, notReturned: null })).toEqual({
    ...{ figureSubjects: 1, figurePresent: 5, ledgerHandedOut: 7, ledgerPhone: 2, ledgerLeft: 4 },
  });
  expect(of('counting')).toEqual({ figurePresent: 5, figureIssued: 9, figureCollected: 8, ledgerNotReturned: 1 });
});
