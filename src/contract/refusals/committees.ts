import type { RefusalText } from './refusal-text.ts';

function refusal(status: RefusalText['status'], vi: string, en: string): RefusalText {
  return { status, sentence: { vi, en } };
}

export const committeeRefusals = {
  'committee-exists': refusal(409, 'Cấp ủy này đã có.', 'This committee exists already.'),
  'committee-name-taken': refusal(
    409,
    'Dưới cùng cấp ủy cấp trên đã có cấp ủy mang tên này.',
    'Below the same superior there is a committee of this name already.',
  ),
  'unknown-committee': refusal(422, 'Không có cấp ủy này.', 'There is no such committee.'),
  'unknown-level': refusal(422, 'Không có cấp này.', 'There is no such level of committees.'),
  'unknown-superior': refusal(422, 'Không có cấp ủy cấp trên này.', 'There is no such superior committee.'),
  'unknown-director': refusal(
    422,
    'Không có cấp ủy ngành cấp trên này.',
    "There is no such committee to follow: the sector's superior is unknown.",
  ),
  'superior-cycle': refusal(
    409,
    'Cấp ủy không thể ở dưới chính mình hoặc dưới cấp ủy trực thuộc mình.',
    'A committee cannot be below itself or below one of its own.',
  ),
  'second-superior': refusal(
    409,
    'Cấp ủy chỉ có một cấp ủy cấp trên trực tiếp, và hiện không phải là cấp ủy đã nêu.',
    'A committee has one directly superior committee, and it is not the one that was named.',
  ),
  'directed-by-itself': refusal(409, 'Cấp ủy không thể chỉ đạo chính mình.', 'A committee cannot direct itself.'),
  'roster-has-problems': refusal(
    422,
    'Danh sách có lỗi nên không nhập dòng nào; hãy sửa các chỗ được nêu rồi nhập lại.',
    'The roster has mistakes, so nothing was imported; mend the places listed and import it again.',
  ),
  'empty-file': refusal(422, 'Tệp không có nội dung.', 'The file is empty.'),
  'too-many-rows': refusal(
    422,
    'Bảng có quá nhiều dòng. Hãy xóa các dòng trống có định dạng hoặc chia thành nhiều tệp.',
    'The sheet has too many rows. Delete formatted empty rows, or divide it.',
  ),
  'too-many-columns': refusal(422, 'Bảng có quá nhiều cột.', 'The sheet has too many columns.'),
  'old-excel': refusal(
    422,
    'Tệp .xls kiểu cũ hoặc có mật khẩu. Hãy lưu lại dạng .xlsx không mật khẩu hoặc CSV UTF-8.',
    'This is an old .xls file, or has a password. Save it as .xlsx without one, or as CSV UTF-8.',
  ),
  'not-a-spreadsheet': refusal(422, 'Tệp không phải là .xlsx hay .csv.', 'The file is neither .xlsx nor .csv.'),
  'unknown-encoding': refusal(
    422,
    'Không nhận ra bảng mã của tệp. Hãy lưu lại dạng CSV UTF-8 hoặc .xlsx.',
    "The file's character code is not recognised. Save it as CSV UTF-8 or .xlsx.",
  ),
  'unbalanced-quotes': refusal(
    422,
    'Dấu ngoặc kép trong tệp CSV không khép lại.',
    'A quotation mark in the CSV file is never closed.',
  ),
} as const satisfies Record<string, RefusalText>;
