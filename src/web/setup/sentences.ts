import type { LocalText } from '../../domain/text/local-text.ts';

export const sentences = {
  title: { vi: 'Quản trị viên đầu tiên', en: 'First administrator' },
  purpose: {
    vi: 'Quản trị viên quản lý cấp ủy và tài khoản; riêng vai trò này không cho xem kết quả của cấp ủy nào.',
    en: 'An administrator manages committees and accounts; this role alone lets nobody see a committee’s result.',
  },
  noToken: {
    vi: 'Liên kết thiếu mã; hãy mở đúng liên kết mà máy chủ đã in ra.',
    en: 'The link lacks its token; open exactly the link that the server printed.',
  },
  username: { vi: 'Tên đăng nhập', en: 'Username' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  passwordHint: { vi: 'Ít nhất 10 ký tự.', en: 'At least 10 characters.' },
  create: { vi: 'Tạo quản trị viên', en: 'Create the administrator' },
  created: {
    vi: 'Đã tạo quản trị viên và đã đăng nhập trên máy này. Lần sau đăng nhập bằng tên và mật khẩu này.',
    en: 'The administrator was created and is signed in on this device. Next time, sign in with this name and password.',
  },
  toStart: { vi: 'Tiếp tục', en: 'Continue' },
} as const satisfies Record<string, LocalText>;
