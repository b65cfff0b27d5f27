import { missingSentences } from '../../contract/kit/missing.ts';
import type { ProblemItem } from '../../contract/kit/problem.ts';
import { refusals } from '../../contract/refusals.ts';
import type { LocalText } from '../../domain/text/local-text.ts';

const sentences = new Map<string, LocalText>([
  ...Object.entries(refusals).map(([code, { sentence }]) => [code, sentence] as const),
  ...Object.entries(missingSentences),
]);

/**
 * Gives every problem a sentence that a console can show. The protocol's own reasons have none of their own: they
 * name a check of PROTOCOL that only a program at fault fails, so people are told its name to pass it on.
 */
export function withSentences(problems: readonly ProblemItem[]): ProblemItem[] {
  return problems.map((problem) => ({
    ...problem,
    messages: problem.messages ?? sentenceOf(problem) ?? checkFailed(problem.code),
  }));
}

/** What a sentence that ends in a colon is about stands behind it. */
function sentenceOf({ code, about }: ProblemItem): LocalText | undefined {
  const sentence = sentences.get(code);
  if (sentence === undefined || about === undefined || !sentence.vi.endsWith(':')) return sentence;
  return { vi: `${sentence.vi} ${about}`, en: `${sentence.en} ${about}` };
}

function checkFailed(code: string): LocalText {
  return { vi: `Phép kiểm tra "${code}" không đạt.`, en: `The check "${code}" failed.` };
}
