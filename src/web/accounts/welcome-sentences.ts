import type { LocalText } from '../../domain/text/local-text.ts';

/** What is said to whoever comes by a slip, fetched with that page. */
export const welcomeSentences = {
  welcomeTab: { vi: 'Tạo tài khoản · Phiếu tín nhiệm', en: 'New account · Confidence ballot' },
  welcomeTitle: { vi: 'Tạo tài khoản', en: 'Make your account' },
  recoveryTitle: { vi: 'Đặt lại mật khẩu', en: 'Set a new password' },
  welcomeFor: { vi: 'Giấy này cấp cho: {name}', en: 'This slip is made out to: {name}' },
  welcomePurpose: {
    vi: 'Hãy chọn tên đăng nhập và mật khẩu. Nếu đồng chí không phải là người có tên trên đây, xin trả giấy cho văn phòng cấp ủy.',
    en: "Choose a user name and a password. If you are not the person named here, give the slip back to the committee's office.",
  },
  recoveryPurpose: {
    vi: 'Hãy đặt mật khẩu mới. Mật khẩu cũ và xác thực hai bước cũ sẽ bị bỏ.',
    en: 'Set a new password. The old one and the old second factor are dropped.',
  },
  dutyTitle: { vi: 'Nhận nhiệm vụ', en: 'Take a duty' },
  dutyPurpose: {
    vi: 'Đồng chí đã có tài khoản {username}: hãy nhập mật khẩu của tài khoản ấy để nhận nhiệm vụ.',
    en: 'You have the account {username}: give its password to take the duty.',
  },
  dutyPassword: { vi: 'Mật khẩu đang dùng', en: 'Present password' },
  dutyDoneNote: {
    vi: 'Nhiệm vụ đã gắn với tài khoản {username}. Giấy này không dùng được nữa; hãy hủy nó.',
    en: 'The duty now belongs to the account {username}. The slip is used up; destroy it.',
  },
  dutyDone: { vi: 'Đã nhận nhiệm vụ', en: 'The duty is yours' },
  usernameHint: { vi: 'Ví dụ: họ tên viết liền không dấu.', en: 'For example your name in one word.' },
  usernameStays: { vi: 'Tên đăng nhập giữ nguyên: {username}', en: 'The user name stays: {username}' },
  passwordAgain: { vi: 'Nhập lại mật khẩu', en: 'The password once more' },
  passwordsDiffer: { vi: 'Hai lần nhập chưa giống nhau.', en: 'The two are not the same.' },
  makeAccount: { vi: 'Xác nhận', en: 'Confirm' },
  welcomeUnusable: { vi: 'Giấy này không dùng được', en: 'This slip cannot be used' },
  welcomeUnusableHelp: {
    vi: 'Nếu đồng chí chưa có tài khoản hoặc quên mật khẩu, hãy đề nghị văn phòng cấp ủy lập giấy mới.',
    en: 'Without an account, or with a forgotten password, ask the committee’s office for another slip.',
  },
  welcomeDone: { vi: 'Tài khoản đã sẵn sàng', en: 'The account is ready' },
  welcomeDoneNote: {
    vi: 'Đồng chí đã đăng nhập trên máy này. Lần sau dùng tên đăng nhập: {username}. Giấy này không dùng được nữa; hãy hủy nó.',
    en: 'You are signed in on this device. Next time, use the user name: {username}. The slip is used up; destroy it.',
  },
  toStart: { vi: 'Tiếp tục', en: 'Continue' },
  toSignIn: { vi: 'Đến trang đăng nhập', en: 'Go to the sign-in' },
} as const satisfies Record<string, LocalText>;
