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
      vi: 'Đăng nhập sai nhiều lần; tên này tạm khóa ít phút. Trên máy đã từng đăng nhập bằng tên này thì vẫn vào được; nếu cần gấp trên máy mới, hãy xin văn phòng cấp ủy giấy cấp lại.',
      en: "Too many failed attempts; this name is locked for some minutes. On a device that has signed in with it before it still works; in haste on a new one, ask the committee's office for a recovery slip.",
    },
  },
  'second-factor-asked': {
    status: 401,
    sentence: {
      vi: 'Hãy nhập mã 6 số trong ứng dụng xác thực, hoặc một mã dự phòng.',
      en: 'Type the 6-digit code of the authenticator app, or a recovery code.',
    },
  },
  'wrong-code': {
    status: 401,
    sentence: {
      vi: 'Mã không đúng hoặc đã dùng; hãy chờ mã tiếp theo trong ứng dụng xác thực.',
      en: 'The code is wrong or was used; wait for the next one of the authenticator app.',
    },
  },
  'second-factor-needed': {
    status: 403,
    sentence: {
      vi: 'Việc này cần xác thực hai bước; hãy bật ở trang Tài khoản, mục Tài khoản của tôi.',
      en: 'This takes a second factor; set one up on the page of accounts, under My account.',
    },
  },
  'second-factor-on': {
    status: 409,
    sentence: { vi: 'Xác thực hai bước đã bật.', en: 'The second factor is on already.' },
  },
  'no-second-factor': {
    status: 409,
    sentence: { vi: 'Chưa bắt đầu bật xác thực hai bước.', en: 'No second factor is being set up.' },
  },
  'wrong-password': {
    status: 403,
    sentence: { vi: 'Mật khẩu hiện tại không đúng.', en: 'The present password is wrong.' },
  },
  'weak-password': {
    status: 422,
    sentence: {
      vi: 'Mật khẩu này dễ đoán; hãy chọn mật khẩu khác, ví dụ bốn từ không liên quan đến nhau.',
      en: 'This password is easy to guess; choose another, for example four words that have nothing to do with each other.',
    },
  },
  'unknown-invitation': {
    status: 404,
    sentence: {
      vi: 'Liên kết mời không đúng; hãy hỏi văn phòng cấp ủy.',
      en: "The link is wrong; ask the committee's office.",
    },
  },
  'invitation-used': {
    status: 409,
    sentence: {
      vi: 'Liên kết này đã dùng. Nếu không phải chính đồng chí dùng, hãy báo ngay văn phòng cấp ủy.',
      en: "The link was used. If that was not you, tell the committee's office at once.",
    },
  },
  'invitation-replaced': {
    status: 409,
    sentence: { vi: 'Đã có liên kết mới thay liên kết này.', en: 'A newer link has replaced this one.' },
  },
  'invitation-withdrawn': {
    status: 409,
    sentence: {
      vi: 'Văn phòng cấp ủy đã thu hồi liên kết này; hãy hỏi văn phòng.',
      en: "The committee's office has withdrawn this link; ask the office.",
    },
  },
  'invitation-void': {
    status: 409,
    sentence: {
      vi: 'Liên kết không còn hiệu lực: sau khi lập giấy, cấp ủy đã kết thúc hoặc đồng chí đã nhận nhiệm vụ ở nơi khác. Hãy xin liên kết mới.',
      en: 'The link is void: since it was made the committee has ended, or its holder has taken on duties elsewhere. Ask for a new one.',
    },
  },
  'invitation-expired': {
    status: 409,
    sentence: {
      vi: 'Liên kết đã hết hạn; hãy xin văn phòng cấp ủy liên kết mới.',
      en: "The link has expired; ask the committee's office for a new one.",
    },
  },
  'has-account': {
    status: 409,
    sentence: { vi: 'Đồng chí này đã có tài khoản.', en: 'This person has an account already.' },
  },
  'not-in-committee': {
    status: 422,
    sentence: {
      vi: 'Có người không giữ vị trí cấp ủy viên ở cấp ủy này.',
      en: 'Somebody named here holds no seat in this committee.',
    },
  },
  'account-of-others': {
    status: 403,
    sentence: {
      vi: 'Có đồng chí còn nhiệm vụ hoặc là cấp ủy viên ở nơi khác, hoặc đang kiểm phiếu; hãy đề nghị quản trị viên lập giấy.',
      en: 'Somebody has duties or seats beyond this committee, or is a teller; ask an administrator to make the link.',
    },
  },
  'not-by-a-chair': {
    status: 403,
    sentence: {
      vi: 'Người đang giữ vai trò chủ trì không lập giấy mời hay tài khoản cho người không giữ vị trí cấp ủy viên, ví dụ thành viên ban kiểm phiếu được ghi theo tên; văn phòng hoặc quản trị viên khác làm việc này.',
      en: 'Whoever chairs makes no slip or account for somebody who holds no seat, for example a teller entered by name; the office or another administrator does.',
    },
  },
  'own-role': {
    status: 409,
    sentence: {
      vi: 'Quản trị viên không tự giao vai trò cho tài khoản của mình; hãy lập tài khoản riêng cho nhiệm vụ ấy.',
      en: 'Administrators give no role to their own account; a duty takes an account of its own.',
    },
  },
  'username-needed': {
    status: 422,
    sentence: { vi: 'Hãy chọn tên đăng nhập.', en: 'Choose a user name.' },
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
