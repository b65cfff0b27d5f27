import type { BallotForm } from '../ballot-form.ts';
import type { Language } from '../text/local-text.ts';

/**
 * The standard text of a briefing, for whoever gives it to change: what the plan says of purpose and requirements, or
 * else what the form says of the purpose; then how the vote is held and how the form is marked.
 * @param plan empty where no plan says anything
 */
export function standardBriefing({ wording }: Pick<BallotForm, 'wording'>, plan: string, language: Language): string {
  const { briefing, instruction, unmarked } = wording;
  const parts = [
    plan.trim() === '' ? briefing?.purpose[language] : plan.trim(),
    briefing?.conduct[language],
    // Without a text of its own the form says nothing beside the plan.
    briefing && `${instruction[language]} ${unmarked[language]}`,
  ];
  return parts.filter((part) => part !== undefined).join('\n\n');
}
