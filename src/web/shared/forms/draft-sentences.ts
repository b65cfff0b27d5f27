import type { LocalText } from '../../../domain/text/local-text.ts';

/** What is said of a draft that was found on the device. */
export const draftSentences = {
  draftTaken: {
    vi: 'Nội dung nhập dở lúc {at}, chưa lưu, đã được lấy lại.',
    en: 'What you had entered by {at} and not saved is here again.',
  },
  draftOffered: {
    vi: 'Máy này còn giữ nội dung nhập dở lúc {at}, nhưng bản đã lưu đã được sửa từ đó đến nay.',
    en: 'This device keeps what you had entered by {at}, but what is saved was changed since.',
  },
  draftTake: { vi: 'Dùng nội dung nhập dở', en: 'Go on with what I had entered' },
  draftDrop: { vi: 'Bỏ nội dung nhập dở', en: 'Drop what I had entered' },
} as const satisfies Record<string, LocalText>;
