import type { PersonsResultView } from '../../contract/results/roll-up.ts';
import { attachedBy, figuresOf, type PersonsResult, reachedBy } from '../../domain/result/roll-up.ts';
import type { PublishedResult } from '../../domain/session/published-result.ts';

export function headOf({
  sessionId,
  committeeId,
  committeeName,
  committeeRank,
  title,
  heldOn,
  ...result
}: PublishedResult) {
  const { form, base, annulled } = result;
  return {
    sessionId,
    committeeId,
    committeeName,
    committeeRank,
    title,
    heldOn,
    formId: form.id,
    formTitle: form.title,
    base,
    annulled,
  };
}

export function personsResultView(one: PersonsResult): PersonsResultView {
  const { levels: counts, ...figures } = figuresOf(one);
  const { position } = one.subject;
  const { form } = one.result;
  const attached = attachedBy(form).length > 0 ? reachedBy(one) : { tier: 0, article: null, consequence: null };
  return { ...headOf(one.result), ...figures, ...attached, position, counts, levels: form.levels };
}
