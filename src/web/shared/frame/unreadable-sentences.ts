import type { LocalText } from '../../../domain/text/local-text.ts';

export const unreadableSentences = {
  unreadable: {
    vi: '{count} mục không đọc được nên không có trong trang này: dữ liệu đang lưu bị sửa hoặc ổ đĩa hỏng. Hãy báo ngay người quản trị máy chủ; nhật ký của máy chủ ghi rõ mục nào.',
    en: '{count} {count|entry|entries} could not be read and {count|is|are} missing from this page: what is kept was altered, or the disk is failing. Tell whoever runs the server at once; its log says which.',
  },
} as const satisfies Record<string, LocalText>;
