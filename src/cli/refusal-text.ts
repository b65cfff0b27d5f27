import type { ProblemDocument } from '../contract/kit/problem.ts';
import type { LocalText } from '../domain/text/local-text.ts';

/** Why the service did not do it: its own sentence where it gave one, with the code for whoever asks for help. */
export function refusalText({ refusal, problem }: { refusal: string; problem?: ProblemDocument }): LocalText {
  const { vi, en } = problem?.messages ?? sentences[refusal] ?? { vi: 'Bị từ chối', en: 'Refused' };
  return { vi: `${vi} [${refusal}]`, en: `${en} [${refusal}]` };
}

const sentences: Readonly<Record<string, LocalText | undefined>> = {
  'no-terminal': {
    vi: 'Không có màn hình để hỏi: đặt PHIEU_TOKEN, hoặc PHIEU_USERNAME và PHIEU_PASSWORD',
    en: 'There is no terminal to ask on: set PHIEU_TOKEN, or PHIEU_USERNAME and PHIEU_PASSWORD',
  },
  unreachable: { vi: 'Không nhận được trả lời của máy chủ', en: 'No answer came from the server' },
};
