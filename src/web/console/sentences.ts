import { consoleSentences } from './console-sentences.ts';
import { hallSentences } from './hall/sentences.ts';
import { prepareSentences } from './prepare/sentences.ts';

/** Every sentence of the console: of its frame, of preparing a session, of holding it. No key stands twice. */
export const sentences = { ...consoleSentences, ...prepareSentences, ...hallSentences } as const;

export type Sentence = keyof typeof sentences;
