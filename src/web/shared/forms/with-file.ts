import type { Answer } from '../fetch/answer.ts';
import { fileSentences } from './file-sentences.ts';

const messages = fileSentences.fileUnreadable;
const code = 'file-unreadable';

/**
 * Does something with a chosen file. One that cannot be read any more is told as an answer is: a browser throws for it,
 * and nobody would hear.
 */
export async function withFile<Value>(
  file: Blob,
  act: (bytes: Uint8Array) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
  if (bytes !== undefined) return act(bytes);
  const problem = { type: 'about:blank', title: code, status: 0, code, detail: messages.vi, messages };
  return { ok: false, refusal: code, problem };
}
