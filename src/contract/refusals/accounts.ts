import type { RefusalText } from './refusal-text.ts';

export const accountRefusals = {
  'already-set-up': {
    status: 409,
    sentence: { vi: 'Quản trị viên đầu tiên đã được tạo.', en: 'The first administrator exists already.' },
  },
  'wrong-setup-link': {
    status: 403,
    sentence: {
      vi: 'Liên kết khởi tạo không đúng hoặc đã dùng; hãy lấy liên kết mới trên màn hình máy chủ.',
      en: 'The setup link is wrong or was used; take the one that the server printed last.',
    },
  },
  'wrong-sign-in': {
    status: 401,
    sentence: { vi: 'Tên đăng nhập hoặc mật khẩu không đúng.', en: 'The username or the password is wrong.' },
  },
  'sign-in-locked': {
    status: 429,
    sentence: {
      vi: 'Đăng nhập sai nhiều lần; tên này tạm khóa ít phút.',
      en: 'Too many failed attempts; this name is locked for some minutes.',
    },
  },
  'username-taken': {
    status: 409,
    sentence: { vi: 'Tên đăng nhập này đã có người dùng.', en: 'This username is taken.' },
  },
  'unknown-account': {
    status: 404,
    sentence: { vi: 'Không có tài khoản này.', en: 'There is no such account.' },
  },
} as const satisfies Record<string, RefusalText>;
