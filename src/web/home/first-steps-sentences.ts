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
    vi: 'Thử bằng điện thoại ở trang “Kết nối trong hội trường”, rồi bằng mã của đợt ở bước cùng tên',
    en: 'Test with a phone on the page “Connection in the hall”, then by the session’s code at the step of that name',
  },
} as const satisfies Record<string, LocalText>;

export type FirstStepSentence = keyof typeof firstStepsSentences;
