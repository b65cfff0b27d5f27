import type { RefusalText } from './refusal-text.ts';

function refusal(status: RefusalText['status'], vi: string, en: string): RefusalText {
  return { status, sentence: { vi, en } };
}

export const planRefusals = {
  'plan-number-taken': refusal(
    409,
    'Trong năm này cấp ủy đã có kế hoạch mang số đó.',
    'The committee has a plan of this number in the same year already.',
  ),
  'plan-already-issued': refusal(
    409,
    'Kế hoạch đã ban hành nên không sửa hoặc bỏ được; hãy ghi điều chỉnh.',
    'The plan has been issued, so it can be neither changed nor thrown away; record an amendment.',
  ),
  'plan-not-issued': refusal(409, 'Kế hoạch chưa ban hành.', 'The plan has not been issued.'),
  'plan-not-ready': refusal(
    422,
    'Kế hoạch chưa đủ nội dung để ban hành.',
    'The plan still lacks something before it can be issued.',
  ),
  'rank-named-twice': refusal(
    422,
    'Một cấp được nêu thời hạn hai lần.',
    'One rank of committees is given two deadlines.',
  ),
  'deadline-before-plan': refusal(
    422,
    'Thời hạn không được trước ngày của kế hoạch.',
    "A deadline cannot be before the plan's date.",
  ),
  'report-before-deadline': refusal(
    422,
    'Hạn báo cáo không được trước hạn lấy phiếu.',
    'Reporting cannot be due before the vote.',
  ),
  'conference-length-reversed': refusal(
    422,
    'Thời gian hội nghị ít nhất không được dài hơn thời gian nhiều nhất.',
    'The shortest conference cannot be longer than the longest.',
  ),
  'amendment-before-plan': refusal(
    422,
    'Ngày điều chỉnh không được trước ngày của kế hoạch.',
    'An amendment cannot be dated before the plan.',
  ),
  'committee-does-not-follow': refusal(
    422,
    'Có cấp ủy không thuộc quyền chỉ đạo của cấp ủy ban hành kế hoạch.',
    'A committee is named that the issuer does not direct.',
  ),
  'committee-named-twice': refusal(
    422,
    'Một cấp ủy hoặc một phân công được nêu hai lần.',
    'A committee, or a member for it, is named twice.',
  ),
  'not-a-member': refusal(
    422,
    'Người được cử dự hội nghị phải là ủy viên của cấp ủy ban hành kế hoạch.',
    'Whoever attends a conference must be a member of the issuing committee.',
  ),
  'not-a-pilot': refusal(
    409,
    'Chỉ đơn vị làm điểm ghi rút kinh nghiệm vào kế hoạch.',
    'Only a pilot committee adds experience to a plan.',
  ),
  'plan-not-followed': refusal(
    422,
    'Cấp ủy không thuộc diện thực hiện kế hoạch này.',
    'The committee does not follow this plan.',
  ),
  'form-differs-from-plan': refusal(
    422,
    'Mẫu phiếu khác mẫu mà kế hoạch quy định.',
    'The ballot form is not the one that the plan prescribes.',
  ),
  'summoned-list-settled': refusal(
    409,
    'Danh sách đã có người được đưa ra hoặc bổ sung nên không nhập lại đại biểu; đại biểu không còn đủ tư cách thì không thay thế.',
    'Somebody was struck out of the list or added to it, so delegates cannot be entered anew; one no longer eligible is not replaced.',
  ),
  'no-summoned-list': refusal(
    422,
    'Cấp ủy chưa có danh sách triệu tập của nhiệm kỳ này.',
    'The committee has no list of those summoned for this term.',
  ),
  'already-summoned': refusal(
    409,
    'Người này đã có trong danh sách triệu tập. Nếu là người khác cùng họ tên và chức vụ, hãy ghi năm sinh để phân biệt.',
    'This person is on the list already. If it is another of the same name and position, give the year of birth.',
  ),
  'unknown-summoned': refusal(
    404,
    'Không có người này trong danh sách triệu tập.',
    'There is no such person on the list.',
  ),
} as const satisfies Record<string, RefusalText>;
