import type { LocalText } from '../../../domain/text/local-text.ts';

/** What is said where a worker does not answer. */
export const silenceSentences = {
  workerSilent: {
    vi: 'Đã nửa phút, phần chạy ngầm của trang này không trả lời.',
    en: 'For half a minute the part of this page that works in the background has not answered.',
  },
  workerSilentReload: {
    vi: 'Hãy đợi thêm một chút; nếu vẫn vậy, hãy tải lại trang.',
    en: 'Wait a little longer; if nothing changes, load the page again.',
  },
} as const satisfies Record<string, LocalText>;
