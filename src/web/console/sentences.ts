import { consoleSentences } from './console-sentences.ts';
import { hallSentences } from './hall/sentences.ts';
import { prepareSentences } from './prepare/sentences.ts';

/** Two tables as one; the compiler refuses a key that stands in both. */
function joined<First extends object, Second extends object>(
  first: First,
  second: Second & ([keyof First & keyof Second] extends [never] ? unknown : never),
): First & Second {
  return { ...first, ...second };
}

/** Every sentence of the console: of its frame, of preparing a session, of holding it. */
export const sentences = joined(joined(consoleSentences, prepareSentences), hallSentences);

export type Sentence = keyof typeof sentences;
