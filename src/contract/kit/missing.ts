import type { LocalText } from '../../domain/text/local-text.ts';
import { sessionRefusals } from '../refusals/sessions.ts';

/** What a step lacks, one sentence each: the codes of `problems` beside a refusal. */
export const missingSentences = {
  'no-subjects': { vi: 'Danh sách lấy phiếu còn trống.', en: 'There are no subjects.' },
  'empty-roll': { vi: 'Danh sách bỏ phiếu còn trống.', en: 'The roll is empty.' },
  'teller-is-subject': sessionRefusals['teller-is-subject'].sentence,
  'teller-named-like-subject': sessionRefusals['teller-named-like-subject'].sentence,
  'teller-named-twice': sessionRefusals['teller-named-twice'].sentence,
  'too-few-tellers': sessionRefusals['too-few-tellers'].sentence,
  'threshold-out-of-range': sessionRefusals['threshold-out-of-range'].sentence,
  'unprintable-letter': {
    vi: 'Phiếu không in được chữ này; hãy sửa lại bằng chữ cái La-tinh:',
    en: 'Papers cannot print this letter; correct it to Latin letters:',
  },
  'spoken-code-not-confirmed': {
    vi: 'Ban kiểm phiếu chưa đọc và xác nhận mã chung.',
    en: 'The tellers have not confirmed the spoken code.',
  },
  'ceremony-not-done': { vi: 'Chưa tạo xong khóa.', en: 'The key ceremony is not finished.' },
  'rehearsal-not-passed': { vi: 'Chưa bỏ phiếu thử xong.', en: 'The rehearsal has not been passed.' },
  'briefing-missing': { vi: 'Chưa quán triệt mục đích, yêu cầu.', en: 'The briefing is not recorded.' },
  'print-run-not-confirmed': {
    vi: 'Có lần in chưa được đếm và xác nhận.',
    en: 'A print run has not been counted and confirmed.',
  },
  'address-for-this-computer': sessionRefusals['address-for-this-computer'].sentence,
  'plain-address-undecided': sessionRefusals['plain-address-undecided'].sentence,
  'printed-address-gone': {
    vi: 'Phiếu đã in dẫn đến địa chỉ không còn trả lời; hãy chạy lại dịch vụ ở địa chỉ đó, hoặc hủy lần in và in lại:',
    en: 'Papers that were printed lead to an address that no longer answers; serve that address again, or void the print run and print anew:',
  },
  'no-paper-seen-on-phone': {
    vi: 'Chưa có điện thoại nào mở phiếu: ở bước Kết nối trong hội trường, hãy quét mã một tờ phiếu, hoặc mở phiếu đã nhận, bằng một điện thoại.',
    en: 'No phone has opened a paper yet: at the step Connection in the hall, scan the code of a paper, or open a received one, with a phone.',
  },
  'phone-links-lost': {
    vi: 'Không còn biết tờ phiếu trên điện thoại nào là của ai: ở bước Phát phiếu, hãy xem cách xử lý.',
    en: 'Nobody knows any more whose phone paper is which: the step Hand papers out says what to do.',
  },
  'no-papers': { vi: 'Chưa có tờ phiếu nào.', en: 'There are no ballot papers.' },
  'more-ticks-than-sheets': {
    vi: 'Số người được đánh dấu đã nhận phiếu giấy nhiều hơn số tờ còn hiệu lực; hãy bỏ đánh dấu người đã trả phiếu.',
    en: 'More voters are ticked than valid sheets are out; take back the ticks of those who returned theirs.',
  },
  'attendance-missing': { vi: 'Chưa điểm danh.', en: 'Attendance is not recorded.' },
  'quorum-not-met': { vi: 'Chưa đủ số người có mặt theo quy định.', en: 'The quorum is not met.' },
  'setup-not-prepared': { vi: 'Chưa lập hồ sơ mở hòm phiếu.', en: 'The setup has not been prepared.' },
  'setup-not-confirmed': {
    vi: 'Chưa đủ thành viên ban kiểm phiếu xác nhận khóa của mình trong hồ sơ mở hòm phiếu.',
    en: 'Too few tellers have confirmed their key in the setup.',
  },
  'plan-number-missing': { vi: 'Kế hoạch chưa có số.', en: 'The plan has no number.' },
  'purpose-missing': { vi: 'Chưa ghi mục đích.', en: 'The purpose is not written.' },
  'requirements-missing': { vi: 'Chưa ghi yêu cầu.', en: 'The requirements are not written.' },
  'no-deadlines': { vi: 'Chưa có thời hạn cho cấp nào.', en: 'No level has a deadline.' },
  'printed-differs': {
    vi: 'Số phiếu in khác tổng số phát ra, không sử dụng và hủy.',
    en: 'Printed differs from handed out + unused + void.',
  },
  'issued-differs': {
    vi: 'Số phát ra đã công bố khác sổ giao nhận.',
    en: 'The announced number of issued papers differs from the ledger.',
  },
  'collected-differs': {
    vi: 'Số thu về đã công bố khác số phiếu trong hòm.',
    en: 'The announced number of collected ballots differs from the box.',
  },
  'sheets-differ': {
    vi: 'Số phiếu giấy đã công bố khác số đã nhập.',
    en: 'The announced number of sheets differs from those keyed.',
  },
  'collected-exceeds-present': sessionRefusals['collected-exceeds-present'].sentence,
} satisfies Record<string, LocalText>;
