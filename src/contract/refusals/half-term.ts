import type { RefusalText } from './refusal-text.ts';

function refusal(status: RefusalText['status'], vi: string, en: string): RefusalText {
  return { status, sentence: { vi, en } };
}

export const halfTermRefusals = {
  'no-half-term-review': refusal(404, 'Chưa có bản sơ kết giữa nhiệm kỳ.', 'There is no half-term review yet.'),
  'review-changed-meanwhile': refusal(
    409,
    'Trong lúc đang sửa, bản sơ kết đã được người khác ghi. Hãy tải lại rồi sửa tiếp.',
    'Somebody else has written the review in the meantime. Load it again before changing it.',
  ),
  'target-named-twice': refusal(422, 'Một chỉ tiêu được nêu hai lần.', 'A target is named twice.'),
  'weakness-named-twice': refusal(422, 'Một hạn chế được nêu hai lần.', 'A weakness is named twice.'),
  'remedy-without-weakness': refusal(
    422,
    'Mỗi giải pháp phải khắc phục một hạn chế đã nêu.',
    'Every remedy has to answer a weakness that is named.',
  ),
  'cause-without-weakness': refusal(
    422,
    'Mỗi nguyên nhân phải thuộc về một hạn chế đã nêu.',
    'Every cause has to belong to a weakness that is named.',
  ),
  'more-present-than-summoned': refusal(
    422,
    'Số người có mặt không được lớn hơn số người được triệu tập.',
    'No more people can be present than were summoned.',
  ),
  'session-of-another-committee': refusal(
    422,
    'Đợt lấy phiếu này không phải của cấp ủy.',
    'This session is not one of the committee’s.',
  ),
  'targets-have-problems': refusal(
    422,
    'Danh sách chỉ tiêu có dòng chưa đúng; chưa nhập chỉ tiêu nào.',
    'Some lines of the list of targets are wrong; none was taken.',
  ),
  'unknown-report': refusal(404, 'Chưa có báo cáo này.', 'There is no such report yet.'),
} as const satisfies Record<string, RefusalText>;
