import type { ProblemDocument } from '../../contract/kit/problem.ts';

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: string; readonly problem?: ProblemDocument };

/** What was answered. Nothing in the demonstration is meant to be refused where this stands: a refusal ends it. */
export function granted<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  const problems = answer.problem?.problems?.map(({ code, path, about }) =>
    [code, path, about].filter(Boolean).join(' '),
  );
  throw new Error([answer.refusal, ...(problems ?? [])].join('; '));
}

/** The same for a program of people that answers in other words than the API. */
export function held<Outcome extends { readonly ok: boolean }>(outcome: Outcome): Extract<Outcome, { ok: true }> {
  if (outcome.ok) return outcome as Extract<Outcome, { ok: true }>;
  throw new Error(JSON.stringify({ ...outcome, memory: undefined }));
}
