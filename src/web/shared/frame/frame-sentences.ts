import type { LocalText } from '../../../domain/text/local-text.ts';

/** What stands at the head of every page. */
export const frameSentences = {
  service: { vi: 'Phiếu tín nhiệm', en: 'Confidence ballot' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  textSize: { vi: 'Cỡ chữ', en: 'Text size' },
  andLanguage: { vi: ', ngôn ngữ', en: ', language' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  larger: { vi: 'Chữ to hơn', en: 'Larger text' },
  smaller: { vi: 'Chữ nhỏ hơn', en: 'Smaller text' },
} as const satisfies Record<string, LocalText>;
