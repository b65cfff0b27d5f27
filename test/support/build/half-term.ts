import type { HalfTermReview } from '../../../src/domain/half-term/review.ts';
import type { Session } from '../../../src/domain/session/session.ts';

/** What a commune's conference hears half way through a term. */
export function aReviewOf({ committeeId, id }: Pick<Session, 'committeeId' | 'id'>): HalfTermReview {
  const atLeast = { direction: 'at-least' } as const;
  return {
    ...{ committeeId, term: '2025–2030', version: 1, finishedAt: null, sessionId: id },
    targets: [
      { ...atLeast, name: 'Tổng thu ngân sách trên địa bàn', unit: 'tỷ đồng', target: 120, reached: 131.5 },
      {
        ...{ ...atLeast, unit: '%', target: 90, reached: 90 },
        name: 'Tỷ lệ đường trục thôn, liên thôn và đường trục chính nội đồng được cứng hóa, bảo đảm ô tô đi lại thuận tiện quanh năm',
      },
      { name: 'Tỷ lệ hộ nghèo đa chiều', unit: '%', direction: 'at-most', target: 1.5, reached: 2.1 },
      { ...atLeast, name: 'Thu nhập bình quân', unit: 'triệu đồng/người/năm', target: 85, reached: null },
    ],
    weaknesses: [
      {
        id: 'w1',
        text: 'Giải ngân vốn đầu tư công chậm, hai năm liền chưa đạt kế hoạch; công tác bồi thường, giải phóng mặt bằng kéo dài.',
      },
    ],
    causes: [{ weaknessId: 'w1', text: 'Hồ sơ địa chính sau sáp nhập chưa đồng bộ.' }],
    remedies: [
      { weaknessId: 'w1', text: 'Rà soát từng dự án vào đầu mỗi quý.\n\nGiao đồng chí ủy viên phụ trách từng dự án.' },
      { weaknessId: 'w1', text: 'Đối thoại với các hộ chưa nhận tiền bồi thường trước ngày 30 tháng 6.' },
    ],
    groups: [
      { name: 'Tổ 1', chair: 'Trần Văn Phước', notes: 'Nhất trí với báo cáo; đề nghị làm rõ nguyên nhân chậm.' },
    ],
    attendance: { halfTerm: { summoned: 33, present: 31 }, yearEnd: { summoned: 27, present: 27 } },
    conference: {
      days: 1.5,
      agenda: [
        { time: '07:30', item: 'Khai mạc, thông qua chương trình' },
        { time: '13:30', item: 'Thảo luận tổ' },
      ],
    },
  };
}
