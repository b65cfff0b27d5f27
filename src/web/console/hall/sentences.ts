import type { LocalText } from '../../../domain/local-text.ts';

/** Sentences of the steps at the conference and after it. */
export const hallSentences = {
  stepCeremony: { vi: 'Tạo khóa', en: 'Key ceremony' },
  stepRehearsal: { vi: 'Bỏ phiếu thử', en: 'Rehearsal' },
  stepBriefing: { vi: 'Quán triệt mục đích, yêu cầu', en: 'Briefing' },
  stepAttendance: { vi: 'Điểm danh', en: 'Attendance and quorum' },
  stepOpening: { vi: 'Mở hòm phiếu', en: 'Open the box' },
  stepTurnout: { vi: 'Theo dõi bỏ phiếu', en: 'Turnout' },
  stepEnding: { vi: 'Kết thúc bỏ phiếu bằng điện thoại', en: 'End phone voting' },
  stepAnnouncement: { vi: 'Công bố số phiếu phát ra, thu vào', en: 'Announce issued and collected' },
  stepClosing: { vi: 'Đóng hòm phiếu', en: 'Close the box' },
  stepTally: { vi: 'Mở kết quả', en: 'Open the totals' },
  stepMinutes: { vi: 'Biên bản kiểm phiếu', en: 'Minutes' },
  stepPublishing: { vi: 'Công bố kết quả', en: 'Publish the result' },
} as const satisfies Record<string, LocalText>;
