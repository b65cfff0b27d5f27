import type { LocalText } from '../../domain/text/local-text.ts';

export const firstStepsSentences = {
  firstTitle: { vi: 'Đến đợt lấy phiếu đầu tiên', en: 'To the first session' },
  firstHow: {
    vi: 'Làm lần lượt các bước dưới đây. Bước tô màu là bước tiếp theo; làm xong hết, phần này tự mất.',
    en: 'Take these steps one after the other. The coloured one is next; when all are done, this goes away.',
  },
  stepDone: { vi: 'Đã xong', en: 'Done' },
  stepCommittee: { vi: 'Nhập cấp ủy', en: 'Enter the committee' },
  stepMembers: {
    vi: 'Nhập danh sách cấp ủy viên, từng người hoặc từ tệp Excel',
    en: 'Enter who sits on it, one by one or from an Excel file',
  },
  stepChair: {
    vi: 'Cấp tài khoản cho người chủ trì (và người quán triệt, văn phòng, ban kiểm phiếu)',
    en: 'Give the chair an account, and the secretary, the office and the tellers',
  },
  stepSession: {
    vi: 'Người chủ trì đăng nhập và lập đợt lấy phiếu ở trang “Đợt lấy phiếu”',
    en: 'The chair signs in and draws up the session on the page “Sessions”',
  },
  stepPhones: {
    vi: 'Thử bằng điện thoại: mã ở trang này, rồi mã của đợt ở bước “Kết nối trong hội trường”',
    en: 'Test with a phone: by the codes of this page, then by that of the session at the step “Connection in the hall”',
  },
} as const satisfies Record<string, LocalText>;

export type FirstStepSentence = keyof typeof firstStepsSentences;
