import type { LocalText } from '../../../domain/text/local-text.ts';

/** What a form with unsaved input says. */
export const unsavedSentences = {
  leaveUnsaved: {
    vi: 'Nội dung vừa nhập chưa được lưu và sẽ mất nếu rời màn hình này. Vẫn rời đi?',
    en: 'What you have entered is not saved and is lost when you leave this screen. Leave it?',
  },
  leaveDraft: {
    vi: 'Nội dung vừa nhập chưa được lưu. Máy này giữ bản nháp cho đến khi đồng chí đăng xuất. Rời màn hình này?',
    en: 'What you have entered is not saved. This device keeps a draft of it until you sign out. Leave this screen?',
  },
} as const satisfies Record<string, LocalText>;
