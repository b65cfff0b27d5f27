import type { Outcome } from '../../../src/protocol/outcome.ts';

/** The value of an outcome that the test expects to be good. */
export function good<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal} (${outcome.where ?? ''})`);
  return outcome.value;
}
