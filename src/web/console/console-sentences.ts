import type { LocalText } from '../../domain/text/local-text.ts';

/** Sentences of the console's frame: lists of sessions and of a session's steps. */
export const consoleSentences = {
  consoleTitle: { vi: 'Đợt lấy phiếu', en: 'Sessions' },
  noSessions: {
    vi: 'Chưa có đợt lấy phiếu nào. Người chủ trì lập đợt mới cho cấp ủy của mình tại đây.',
    en: 'There are no sessions yet. The chair draws one up for their committee here.',
  },
  noRole: {
    vi: 'Đồng chí chưa được giao chủ trì, quán triệt hoặc làm văn phòng của cấp ủy nào. Quản trị viên giao vai trò này ở trang Tài khoản.',
    en: 'You chair no committee and serve none as briefer or office. An administrator gives these roles on the page Accounts.',
  },
  newSession: { vi: 'Lập đợt mới', en: 'New session' },
  allSessions: { vi: 'Tất cả các đợt', en: 'All sessions' },
  backToSteps: { vi: 'Các bước của đợt', en: 'Steps of the session' },
  onToStep: { vi: 'Tiếp: {step} →', en: 'Next: {step} →' },
  progress: { vi: 'Đã xong {done}/{total} bước', en: '{done}/{total} steps done' },
  missingHere: { vi: 'Ở bước này còn thiếu:', en: 'Still missing here:' },
  missingToIssue: { vi: 'Để phát hành phiếu còn thiếu', en: 'Still missing before papers can be issued' },
  missingToOpen: { vi: 'Để mở hòm phiếu còn thiếu', en: 'Still missing before the box can be opened' },
  seeResult: { vi: 'Xem kết quả đã công bố', en: 'See the published result' },
  missingToClose: { vi: 'Để đóng hòm phiếu còn thiếu', en: 'Still missing before the box can be closed' },
  shortOfPapers: {
    vi: 'Số tờ còn lại không đủ cho {count} người chưa nhận phiếu và một phần mười dự phòng.',
    en: 'Too few sheets are left for the {count} {count|voter|voters} without a paper and a tenth in reserve.',
  },
  fewPhonePapers: {
    vi: 'Mới có {count} phiếu trên điện thoại. Dưới năm phiếu điện thoại, số liệu có thể cho biết ai đã bỏ phiếu thế nào. Hãy phát thêm phiếu trên điện thoại, hoặc để những người này bỏ phiếu giấy.',
    en: 'There {count|is|are} {count} phone {count|paper|papers}. With fewer than five phone papers, the numbers may tell how someone voted. Hand out more phone papers, or let these people vote on sheets.',
  },
  lostPhonePapers: {
    vi: 'Không còn biết {count} phiếu trên điện thoại nào là của ai: các phiếu đó vẫn bỏ được, nhưng không hủy và thay được (bước Phát phiếu).',
    en: 'Nobody knows any more whose {count} phone {count|paper is|papers are}: they still vote, but cannot be voided and replaced (step Hand papers out).',
  },
  chapterDraft: { vi: 'Chuẩn bị', en: 'Preparation' },
  chapterIssued: { vi: 'Phát hành phiếu', en: 'Papers and keys' },
  chapterHall: { vi: 'Tại hội nghị', en: 'At the conference' },
  chapterCount: { vi: 'Kiểm phiếu', en: 'The count' },
  chapterResult: { vi: 'Kết quả', en: 'The result' },
  chapterOccasions: { vi: 'Khi cần', en: 'When needed' },
  stateDone: { vi: 'Đã xong', en: 'Done' },
  stateNow: { vi: 'Làm được bây giờ', en: 'Can be done now' },
  stateNext: { vi: 'Việc tiếp theo', en: 'Next' },
  stateWaiting: { vi: 'Chưa đến lúc', en: 'Later' },
  stateOver: { vi: 'Đã qua', en: 'Its time is over' },
  stillWaiting: {
    vi: 'Chưa đến bước này. Trước hết: {step}.',
    en: 'It is too early for this. First: {step}.',
  },
  unknownScreen: {
    vi: 'Không có màn hình này. Hãy quay lại danh sách các bước.',
    en: 'There is no such screen. Go back to the list of steps.',
  },
  unopenableBecause: {
    vi: 'Hòm phiếu không mở được: {reason}',
    en: 'The box cannot be opened: {reason}',
  },
  cancelledBecause: { vi: 'Đợt lấy phiếu đã hủy: {reason}', en: 'This session was cancelled: {reason}' },
} as const satisfies Record<string, LocalText>;
