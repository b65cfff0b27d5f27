import type { Answer } from '../fetch/answer.ts';

const messages = {
  vi: 'Không đọc được tệp này: có thể tệp đã bị xóa, chuyển đi hoặc đang mở. Hãy chọn lại.',
  en: 'This file cannot be read: it may have been deleted or moved, or is open elsewhere. Choose it again.',
};
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
