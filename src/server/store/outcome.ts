/** What a step answers, and whether it wrote anything: only then the audit log's note is kept with it. */
export interface StepOutcome<Value> {
  readonly value: Value;
  readonly wrote: boolean;
}

export function written<Value>(value: Value): StepOutcome<Value> {
  return { value, wrote: true };
}

export function unwritten<Value>(value: Value): StepOutcome<Value> {
  return { value, wrote: false };
}

/** Of a step that writes what its decision yields, and nothing for a refusal. */
export function ruled<Decision extends { readonly ok: boolean }>(decision: Decision): StepOutcome<Decision> {
  return { value: decision, wrote: decision.ok };
}
