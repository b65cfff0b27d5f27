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
  'unknown-rank': refusal(422, 'Không có cấp này.', 'There is no such rank of committees.'),
  'rank-ended': refusal(
    409,
    'Cấp này không còn: cấp ủy thành lập sau ngày đó không được ghi vào cấp này.',
    'This rank has ended: no committee that came into being later can be given it.',
  ),
  'rank-name-taken': refusal(409, 'Đã có cấp mang tên này.', 'There is a rank of this name already.'),
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
  'committee-ended': refusal(409, 'Cấp ủy này đã kết thúc hoạt động.', 'This committee has ended.'),
  'superior-ended': refusal(409, 'Cấp ủy cấp trên này đã kết thúc hoạt động.', 'This superior committee has ended.'),
  'director-ended': refusal(
    409,
    'Cấp ủy ngành cấp trên này đã kết thúc hoạt động.',
    'The committee to follow has ended.',
  ),
  'committee-code-taken': refusal(409, 'Mã này là của một cấp ủy khác.', 'This code belongs to another committee.'),
  'date-in-future': refusal(
    422,
    'Ngày này chưa đến: việc sắp xếp lại chỉ ghi khi đã có hiệu lực.',
    'This day is still to come: a reorganisation is entered once it holds.',
  ),
  'date-too-early': refusal(
    422,
    'Ngày này trước lần thay đổi gần nhất hoặc trước khi cấp ủy thành lập.',
    'This day lies before the last change, or before the committee existed.',
  ),
  'has-subordinates': refusal(
    409,
    'Cấp ủy còn cấp ủy trực thuộc; hãy chuyển hoặc sáp nhập các cấp ủy đó trước.',
    'There are still committees below this one; move or merge them first.',
  ),
  'seats-begin-later': refusal(
    409,
    'Có vị trí cấp ủy viên bắt đầu sau ngày này; hãy sửa các vị trí đó trước.',
    'There are seats that begin after this day; correct them first.',
  ),
  'merged-with-itself': refusal(
    409,
    'Cấp ủy không thể sáp nhập vào chính mình.',
    'A committee cannot be merged into itself.',
  ),
  'session-under-way': refusal(
    409,
    'Cấp ủy đang có đợt lấy phiếu chưa công bố; hãy công bố hoặc hủy đợt đó trước.',
    'A vote of this committee is under way; publish or cancel it first.',
  ),
  'unknown-term': refusal(404, 'Không có nhiệm kỳ này.', 'There is no such term.'),
  'term-overlaps': refusal(409, 'Nhiệm kỳ này trùng thời gian với nhiệm kỳ khác.', 'Terms of one committee overlap.'),
  'congress-after-term': refusal(
    422,
    'Ngày đại hội sau ngày kết thúc nhiệm kỳ.',
    'The congress lies after the end of the term.',
  ),
  'ends-before-it-begins': refusal(422, 'Ngày kết thúc trước ngày bắt đầu.', 'It ends before it begins.'),
  'unknown-seat': refusal(404, 'Không có vị trí cấp ủy viên này.', 'There is no such seat.'),
  'bad-birth-year': refusal(
    422,
    'Năm sinh phải từ năm 1900 và không sau năm nay.',
    'A year of birth lies between 1900 and this year.',
  ),
  'bad-name': refusal(422, 'Đây không phải là họ và tên.', 'This is not a name.'),
  'code-of-another-name': refusal(
    409,
    'Mã cá nhân này là của người có họ tên khác.',
    'This personal code belongs to somebody of another name.',
  ),
  'not-only-here': refusal(
    403,
    'Người này không chỉ đang tham gia cấp ủy này, nên họ tên và năm sinh do quản trị viên sửa.',
    'This person does not sit in this committee alone, so an administrator corrects name and year of birth.',
  ),
  'second-seat': refusal(
    409,
    'Người này đã giữ một vị trí trong cấp ủy vào thời gian đó.',
    'This person already has a seat in the committee at that time.',
  ),
  'seat-ended': refusal(409, 'Vị trí này đã kết thúc.', 'This seat has ended.'),
  'own-seat': refusal(
    403,
    'Không ai tự ghi vị trí cấp ủy viên cho chính mình; hãy nhờ quản trị viên hoặc người khác trong văn phòng.',
    'Nobody enters a seat of their own; ask an administrator or somebody else of the office.',
  ),
  'roster-has-problems': refusal(
    422,
    'Danh sách có lỗi nên không nhập dòng nào; hãy sửa các chỗ được nêu rồi nhập lại.',
    'The roster has mistakes, so nothing was imported; mend the places listed and import it again.',
  ),
  'province-has-problems': refusal(
    422,
    'Tệp có lỗi nên không nhập dòng nào; hãy sửa các chỗ được nêu rồi nhập lại.',
    'The file has mistakes, so nothing was imported; mend the places listed and import it again.',
  ),
  'import-built-on': refusal(
    409,
    'Không rút lại được lần nhập này vì đã có việc khác dựa vào nó; không có gì thay đổi.',
    'This import cannot be taken back: other things stand on it. Nothing was changed.',
  ),
  'preview-outdated': refusal(
    409,
    'Dữ liệu hoặc tệp đã thay đổi sau khi xem trước; hãy xem trước lại rồi mới nhập.',
    'The data or the file changed after the preview; look at a new preview before importing.',
  ),
  'empty-file': refusal(422, 'Tệp không có nội dung.', 'The file is empty.'),
  'too-many-rows': refusal(
    422,
    'Bảng có quá nhiều dòng. Hãy chia thành nhiều tệp.',
    'The sheets have too many rows. Divide them into several files.',
  ),
  'too-many-columns': refusal(
    422,
    'Bảng có quá nhiều cột. Hãy xóa những gì ở ngoài danh sách, phía bên phải.',
    'The sheet has too many columns. Delete what stands outside the list, to its right.',
  ),
  'old-excel': refusal(
    422,
    'Tệp là .xls kiểu cũ (Excel 97–2003). Hãy mở bằng Excel, chọn Lưu dưới dạng .xlsx rồi chọn tệp mới.',
    'This is an old .xls file (Excel 97 to 2003). Open it in Excel, save it as .xlsx and choose the new file.',
  ),
  'encrypted-workbook': refusal(
    422,
    'Tệp có đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ Sổ làm việc) rồi lưu lại.',
    'The file has a password. Open it in Excel, take the password off (File → Info → Protect Workbook) and save it.',
  ),
  'binary-workbook': refusal(
    422,
    'Tệp là sổ làm việc nhị phân (.xlsb). Hãy mở bằng Excel, chọn Lưu dưới dạng .xlsx rồi chọn tệp mới.',
    'This is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx and choose the new file.',
  ),
  'open-document': refusal(
    422,
    'Tệp là OpenDocument (.ods, .odt). Hãy mở bằng LibreOffice hoặc Excel, lưu dưới dạng .xlsx rồi chọn tệp mới.',
    'This is an OpenDocument file (.ods, .odt). Open it in LibreOffice or Excel, save it as .xlsx and choose that.',
  ),
  'spreadsheet-xml': refusal(
    422,
    'Tệp là bảng tính XML 2003 mang đuôi .xls hoặc .xml. Hãy mở bằng Excel, lưu dưới dạng .xlsx rồi chọn tệp mới.',
    'This is an XML spreadsheet of 2003 named .xls or .xml. Open it in Excel, save it as .xlsx and choose the new file.',
  ),
  'web-page': refusal(
    422,
    'Tệp thực ra là trang web, dù có thể mang đuôi .xls. Hãy mở bằng Excel, lưu dưới dạng .xlsx rồi chọn tệp mới.',
    'This is in fact a web page, even if it is named .xls. Open it in Excel, save it as .xlsx and choose the new file.',
  ),
  'word-document': refusal(
    422,
    'Tệp là văn bản Word (.docx, .doc, .rtf). Hãy sao chép bảng trong đó sang Excel rồi lưu dưới dạng .xlsx.',
    'This is a Word document (.docx, .doc, .rtf). Copy its table into Excel and save it as .xlsx.',
  ),
  presentation: refusal(
    422,
    'Tệp là bài trình chiếu PowerPoint. Hãy sao chép bảng trong đó sang Excel rồi lưu dưới dạng .xlsx.',
    'This is a PowerPoint presentation. Copy its table into Excel and save it as .xlsx.',
  ),
  'pdf-file': refusal(
    422,
    'Tệp là PDF, không đọc được thành bảng. Hãy dùng tệp Excel gốc (.xlsx), hoặc nhập bảng vào mẫu .xlsx.',
    'This is a PDF, which cannot be read as a table. Use the workbook it was made from (.xlsx), or type it into one.',
  ),
  picture: refusal(
    422,
    'Tệp là ảnh, không đọc được thành bảng. Hãy dùng tệp Excel gốc (.xlsx), hoặc nhập bảng vào mẫu .xlsx.',
    'This is a picture, which cannot be read as a table. Use the workbook it was made from (.xlsx), or type it into one.',
  ),
  'not-a-spreadsheet': refusal(
    422,
    'Tệp không phải là .xlsx hay .csv, hoặc đã hỏng. Hãy mở bằng Excel và lưu lại dưới dạng .xlsx.',
    'The file is neither .xlsx nor .csv, or it is damaged. Open it in Excel and save it as .xlsx.',
  ),
  'windows-1258': refusal(
    422,
    'Tệp CSV lưu theo bảng mã Windows-1258. Hãy mở bằng Excel, lưu lại dạng CSV UTF-8 hoặc .xlsx.',
    'The CSV file is in the character code Windows-1258. Open it in Excel and save it as CSV UTF-8 or .xlsx.',
  ),
  'unknown-encoding': refusal(
    422,
    'Không nhận ra bảng mã của tệp. Hãy lưu lại dạng CSV UTF-8 hoặc .xlsx.',
    "The file's character code is not recognised. Save it as CSV UTF-8 or .xlsx.",
  ),
  'unbalanced-quotes': refusal(
    422,
    'Có dấu ngoặc kép trong tệp CSV không khép lại, hoặc chỉ khép lại ở một dòng sau của danh sách.',
    'A quotation mark in the CSV file is never closed, or only on a later line of the list.',
  ),
} as const satisfies Record<string, RefusalText>;
