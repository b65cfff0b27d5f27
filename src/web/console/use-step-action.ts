import type { Answer } from '../shared/fetch/answer.ts';
import { type Action, useAction } from '../shared/forms/use-action.ts';
import type { StepProps } from './step.ts';

/** A button's call that changes the session: afterwards, done or refused, the session is fetched anew. */
export function useStepAction<Given extends readonly unknown[], Value>(
  { reload }: Pick<StepProps, 'reload'>,
  act: (...given: Given) => Promise<Answer<Value>>,
): Action<Given, Value> {
  return useAction(async (...given: Given) => {
    const reply = await act(...given);
    await reload();
    return reply;
  });
}
