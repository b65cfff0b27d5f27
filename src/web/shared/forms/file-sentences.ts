export const fileSentences = {
  fileUnreadable: {
    vi: 'Không đọc được tệp này: có thể tệp đã bị xóa, chuyển đi hoặc đang mở. Hãy chọn lại.',
    en: 'This file cannot be read: it may have been deleted or moved, or is open elsewhere. Choose it again.',
  },
} as const;
