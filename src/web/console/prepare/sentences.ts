import type { LocalText } from '../../../domain/local-text.ts';

/** Sentences of preparing a session. */
export const prepareSentences = {
  stepSettings: { vi: 'Thông tin của đợt', en: 'Settings' },
  stepSubjects: { vi: 'Người được lấy phiếu', en: 'Subjects' },
  stepRoll: { vi: 'Danh sách bỏ phiếu', en: 'Roll' },
  stepTellers: { vi: 'Ban kiểm phiếu', en: 'Tellers' },
  stepDossiers: { vi: 'Tài liệu gửi người bỏ phiếu', en: 'Dossiers' },
  stepIssue: { vi: 'Chốt danh sách, phát hành phiếu', en: 'Freeze the lists and issue' },
  stepPapers: { vi: 'In phiếu', en: 'Print papers' },
  stepHandOut: { vi: 'Phát phiếu', en: 'Hand papers out' },
  committee: { vi: 'Cấp ủy', en: 'Committee' },
  ballotForm: { vi: 'Mẫu phiếu', en: 'Ballot form' },
  ballotFormHint: {
    vi: 'Mẫu phiếu định các mức tín nhiệm, cách tính tỷ lệ và số người phải có mặt. Không đổi được sau khi lập đợt.',
    en: 'The form fixes the levels, the base of percentages and the quorum. It cannot be changed afterwards.',
  },
  drawUp: { vi: 'Lập đợt lấy phiếu', en: 'Draw up the session' },
  settingTitle: { vi: 'Tên hội nghị', en: 'Title of the conference' },
  settingTitleHint: {
    vi: 'In trên phiếu và biên bản, ví dụ: Hội nghị lấy phiếu tín nhiệm giữa nhiệm kỳ 2025 – 2030.',
    en: 'Printed on sheets and minutes, for example: Half-term confidence vote 2025 – 2030.',
  },
  settingDay: { vi: 'Ngày họp', en: 'Day of the conference' },
  settingDayHint: {
    vi: 'Người được lấy phiếu và danh sách bỏ phiếu lấy theo chân cấp ủy viên vào ngày này khi lập đợt.',
    en: 'Subjects and roll are filled from the seats held on this day when the session is drawn up.',
  },
  settingPlace: { vi: 'Địa điểm', en: 'Place' },
  settingConvenedBy: { vi: 'Cơ quan triệu tập', en: 'Convened by' },
  settingPlan: { vi: 'Số kế hoạch', en: 'Number of the plan' },
  settingPlanHint: {
    vi: 'Kế hoạch mà đợt này thực hiện, ví dụ: 12-KH/TU.',
    en: 'The plan that is followed, for example 12-KH/TU.',
  },
  settingPhones: { vi: 'Cho nhận phiếu trên điện thoại', en: 'Papers may be received on phones' },
  settingPhonesHint: {
    vi: 'Người bỏ phiếu có tài khoản tự nhận phiếu trên điện thoại của mình, không cần tờ in.',
    en: 'Voters with an account receive their paper on their own phone, without a printed sheet.',
  },
  frozen: {
    vi: 'Danh sách đã chốt nên phần này không sửa được nữa.',
    en: 'The lists are final, so this cannot be changed any more.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
} as const satisfies Record<string, LocalText>;
