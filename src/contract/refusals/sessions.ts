import type { RefusalText } from './refusal-text.ts';

function refusal(status: RefusalText['status'], vi: string, en: string): RefusalText {
  return { status, sentence: { vi, en } };
}

/** Preparing a session: subjects, roll, tellers, settings. */
const draftRefusals = {
  'unknown-form': refusal(422, 'Không có mẫu phiếu này.', 'There is no such ballot form.'),
  'no-seats': refusal(
    422,
    'Cấp ủy này chưa có vị trí cấp ủy viên nào vào ngày hội nghị.',
    'The committee has no seats on the day of the conference.',
  ),
  'not-in-draft': refusal(
    409,
    'Đợt lấy phiếu không còn ở bước chuẩn bị nên không sửa được nữa.',
    'The session is no longer a draft, so this cannot be changed.',
  ),
  'unknown-subject': refusal(404, 'Danh sách lấy phiếu không có tên này.', 'There is no such subject in this session.'),
  'exclusion-not-allowed': refusal(
    422,
    'Mẫu phiếu không cho phép bỏ người này ra với lý do đó.',
    'The ballot form does not allow leaving a seat out for this reason.',
  ),
  'form-has-no-organisations': refusal(
    422,
    'Mẫu phiếu này lấy phiếu đối với cấp ủy viên, không xếp loại tổ chức.',
    "This ballot form is about the committee's members, not about organisations.",
  ),
  'organisation-listed-already': refusal(
    409,
    'Tổ chức này đã có trong danh sách xếp loại.',
    'This organisation is on the list already.',
  ),
  'unknown-voter': refusal(404, 'Không có người này trong danh sách bỏ phiếu.', 'There is no such voter on the roll.'),
  'unknown-person': refusal(422, 'Không có đồng chí này trong hệ thống.', 'There is no such person.'),
  'voter-already-on-roll': refusal(
    409,
    'Người này đã có trong danh sách bỏ phiếu. Nếu là người khác cùng họ tên và chức vụ, hãy ghi năm sinh để phân biệt.',
    'This person is on the roll already. If it is another of the same name and position, give the year of birth.',
  ),
  'seat-holder-stays-on-roll': refusal(
    409,
    'Cấp ủy viên không thể bị đưa ra khỏi danh sách bỏ phiếu.',
    'A seat holder cannot be taken off the roll.',
  ),
  'teller-is-subject': refusal(
    422,
    'Thành viên ban kiểm phiếu không được là người được lấy phiếu.',
    'A teller must not be a subject of the vote.',
  ),
  'teller-named-like-subject': refusal(
    422,
    'Người ghi tên vào ban kiểm phiếu trùng tên với người được lấy phiếu. Nếu là người khác, cần năm sinh của cả hai để phân biệt.',
    'Somebody entered as teller by name has the same name as a subject. If they are two people, give the year of birth of both.',
  ),
  'teller-named-twice': refusal(
    422,
    'Một người được nêu hai lần trong ban kiểm phiếu.',
    'A person is named as teller twice.',
  ),
  'too-few-tellers': refusal(422, 'Ban kiểm phiếu cần ít nhất ba người.', 'At least three tellers are needed.'),
  'threshold-out-of-range': refusal(
    422,
    'Số người cùng mở kết quả phải từ hai trở lên và ít hơn số thành viên ban kiểm phiếu.',
    'The threshold must be at least two and less than the number of tellers.',
  ),
  'not-ready-to-issue': refusal(
    409,
    'Chưa đủ điều kiện để phát hành phiếu; xem các mục còn thiếu.',
    'The session is not ready to be issued; see what is missing.',
  ),
  'unprintable-letter': refusal(
    422,
    'Có chữ không in được; hãy sửa những chỗ nêu dưới đây bằng chữ cái La-tinh.',
    'Some letters cannot be printed; correct what is named below to Latin letters.',
  ),
};

/** Ballot papers and handing them out. */
const paperRefusals = {
  'papers-not-open': refusal(
    409,
    'Ở bước này không làm được việc đó với tờ phiếu.',
    'Papers cannot be handled this way at this stage.',
  ),
  'invalid-credential': refusal(
    422,
    'Nửa công khai của mã phiếu không hợp lệ.',
    'The public half of a credential is not valid.',
  ),
  'credential-already-registered': refusal(
    409,
    'Mã phiếu này đã được đăng ký.',
    'This credential is registered already.',
  ),
  'unknown-print-run': refusal(404, 'Không có lần in này.', 'There is no such print run.'),
  'print-run-not-pending': refusal(
    409,
    'Lần in này đã được xác nhận hoặc đã hủy.',
    'This print run was confirmed or voided already.',
  ),
  'print-run-count-differs': refusal(
    409,
    'Số tờ đếm được khác số tờ đã in; hãy đếm lại, hoặc hủy lần in này và in lại.',
    'The counted sheets differ from the printed ones; count again, or void the print run and print anew.',
  ),
  'print-run-partly-handed-out': refusal(
    409,
    'Không hủy được lần in này vì số tờ còn lại không đủ cho những người đã nhận.',
    'The print run cannot be voided: the others do not cover the sheets handed out.',
  ),
  'voter-has-paper': refusal(409, 'Người này đã nhận phiếu.', 'This voter has received a paper already.'),
  'voter-has-no-sheet': refusal(409, 'Người này chưa nhận phiếu giấy.', 'This voter holds no sheet.'),
  'voter-has-no-phone-paper': refusal(
    409,
    'Người này không có phiếu trên điện thoại.',
    'This voter has no paper on a phone.',
  ),
  'phone-links-lost': refusal(
    409,
    'Không còn biết tờ phiếu trên điện thoại nào là của ai, vì khóa của đợt này không có ở đây (sau khi khôi phục, hoặc chưa kết nối ổ đĩa chứa khóa). Tờ phiếu đó vẫn thuộc về người đã nhận, không hủy và thay được. Trước khi mở hòm phiếu, chủ trì hoặc văn phòng có thể thu hồi tất cả ở bước Phát phiếu để phát lại.',
    'Nobody knows any more whose phone paper is which, because the key of this session is not here (after a restore, or with its disk not connected). The paper stays with whoever received it and cannot be voided and replaced. Before the box is opened, chair or office can withdraw all such papers at the step Hand papers out, and hand out others.',
  ),
  'no-sheet-left': refusal(
    409,
    'Không còn tờ phiếu nào đã xác nhận để phát.',
    'No confirmed sheet is left to hand out.',
  ),
  'address-for-this-computer': refusal(
    409,
    'Địa chỉ của dịch vụ chỉ mở được trên chính máy chủ, nên điện thoại không bỏ phiếu được. Hãy chạy npm run hall trên máy chủ, hoặc chủ trì chọn ở bước Kết nối trong hội trường.',
    'The address of the service opens on the server itself only, so no phone could vote. Start npm run hall on the server, or let the chair choose at the step Connection in the hall.',
  ),
  'plain-address-undecided': refusal(
    409,
    'Địa chỉ của dịch vụ không mã hóa mà chủ trì chưa quyết định: hãy quyết định ở bước Kết nối trong hội trường trước khi in phiếu và mở hòm phiếu.',
    'The address of the service is not encrypted, on which the chair has not decided: decide at the step Connection in the hall before papers are printed and the box is opened.',
  ),
  'phone-papers-out': refusal(
    409,
    'Đã có người nhận phiếu trên điện thoại; hãy hủy các phiếu đó và phát phiếu giấy trước.',
    'Papers were received on phones; void those and hand out sheets first.',
  ),
  'phones-do-not-vote': refusal(
    409,
    'Đợt này không bỏ phiếu bằng điện thoại. Hãy ghi phiếu giấy và bỏ vào hòm phiếu.',
    'Phones do not vote in this session. Mark the sheet and drop it into the box.',
  ),
  'phone-papers-not-offered': refusal(
    409,
    'Đợt này không nhận phiếu trên điện thoại.',
    'This session offers no papers on phones.',
  ),
  'unknown-paper': refusal(
    404,
    'Không có tờ phiếu này. Hãy đến bàn của ban kiểm phiếu.',
    'There is no such paper. Please go to the tellers’ desk.',
  ),
  'void-paper': refusal(
    409,
    'Tờ phiếu này đã hủy. Hãy đến bàn của ban kiểm phiếu.',
    'This paper is void. Please go to the tellers’ desk.',
  ),
  'unused-paper': refusal(
    409,
    'Tờ phiếu này đã được thống kê là không sử dụng. Hãy đến bàn của ban kiểm phiếu.',
    'This paper was counted as unused. Please go to the tellers’ desk.',
  ),
  'paper-has-voted': refusal(
    409,
    'Tờ phiếu này đã bỏ nên không hủy được.',
    'This paper has voted and cannot be voided.',
  ),
  'sheets-not-keyed': refusal(
    409,
    'Chưa nhập xong mọi tờ trong hòm: chưa biết tờ nào là tờ còn lại. Hãy ghi từng tờ theo cuống, hoặc chờ nhập xong.',
    'Not every sheet of the box is keyed: which ones are left over is not known yet. Count them by their stubs, or wait.',
  ),
  'ballots-still-out': refusal(
    409,
    'Số phiếu thu về ít hơn số phát ra, nên có tờ đã phát mà chưa về. Hãy ghi từng tờ còn lại theo cuống.',
    'Fewer ballots came in than were issued, so a sheet that was handed out is still out. Count those left over by their stubs.',
  ),
  'left-over-differs': refusal(
    409,
    'Số tờ còn lại khác số in trừ số phát ra và số hủy. Hãy ghi từng tờ theo cuống.',
    'The number of sheets left over is not what was printed less what was handed out or is void. Count them by their stubs.',
  ),
};

/** Key ceremony and rehearsal. */
const ceremonyRefusals = {
  'ceremony-not-possible': refusal(
    409,
    'Chỉ tạo khóa được sau khi phát hành và trước khi mở hòm phiếu.',
    'The ceremony runs after issuing and before opening.',
  ),
  'ceremony-not-running': refusal(409, 'Việc tạo khóa chưa bắt đầu hoặc đã dừng.', 'The ceremony is not running.'),
  'ceremony-other-run': refusal(
    409,
    'Đây là bước của một lần tạo khóa khác; hãy bắt đầu lại trên máy này.',
    'This message belongs to another run of the ceremony.',
  ),
  'ceremony-other-round': refusal(409, 'Chưa đến bước này của việc tạo khóa.', 'The ceremony is in another round.'),
  'ceremony-message-differs': refusal(
    409,
    'Máy này đã gửi một nội dung khác cho bước đó.',
    'Another message was sent for this round already.',
  ),
  'ceremony-message-invalid': refusal(
    422,
    'Nội dung gửi trong bước tạo khóa không hợp lệ.',
    'The message of the ceremony does not hold.',
  ),
  'rehearsal-needs-keys': refusal(
    409,
    'Phải tạo khóa xong mới bỏ phiếu thử được.',
    'The rehearsal needs a finished key ceremony.',
  ),
  'rehearsal-not-running': refusal(409, 'Chưa bắt đầu bỏ phiếu thử, hoặc đã kết thúc.', 'No rehearsal is running.'),
  'rehearsal-without-ballots': refusal(
    409,
    'Bỏ phiếu thử cần ít nhất một phiếu.',
    'A rehearsal needs at least one ballot.',
  ),
  'rehearsal-not-closed': refusal(409, 'Bỏ phiếu thử chưa kết thúc.', 'The rehearsal is not closed yet.'),
  'rehearsal-invalid': refusal(
    409,
    'Hồ sơ bỏ phiếu thử không vượt qua kiểm tra.',
    'The record of the rehearsal does not verify.',
  ),
};

/** Briefing, attendance, opening, casting. */
const boxRefusals = {
  'not-before-opening': refusal(
    409,
    'Chỉ làm được việc này trước khi mở hòm phiếu.',
    'This is possible before opening only.',
  ),
  'briefing-is-anothers': refusal(
    409,
    'Bí thư cấp ủy quán triệt và ghi nhận; người chủ trì chỉ ghi nhận khi chính mình là bí thư, hoặc khi chưa ai được giao việc này.',
    'The committee’s secretary (bí thư) gives and records the briefing; the chair does so only as the secretary, or where it is nobody’s duty.',
  ),
  'not-ready-to-open': refusal(
    409,
    'Chưa đủ điều kiện mở hòm phiếu; xem các mục còn thiếu.',
    'The box cannot be opened yet; see what is missing.',
  ),
  'no-opening-prepared': refusal(409, 'Chưa lập hồ sơ mở hòm phiếu.', 'No opening has been prepared.'),
  'setup-changed': refusal(
    409,
    'Hồ sơ mở hòm phiếu đã thay đổi; hãy lập lại và xác nhận lại.',
    'The setup has changed; prepare it again and have it confirmed again.',
  ),
  'already-open': refusal(409, 'Hòm phiếu đã được mở.', 'The box was opened already.'),
  'session-not-open': refusal(409, 'Hòm phiếu chưa mở hoặc đã đóng.', 'The box is not open.'),
  'countdown-not-running': refusal(409, 'Không có đếm ngược nào đang chạy.', 'No countdown is running.'),
  'phone-voting-ended': refusal(
    409,
    'Đã hết giờ bỏ phiếu bằng điện thoại. Nếu chưa bỏ, hãy bỏ phiếu giấy hoặc đến bàn của ban kiểm phiếu.',
    'Voting by phone has ended. If you have not voted, use the sheet or go to the tellers’ desk.',
  ),
  'voter-absent': refusal(
    409,
    'Phiếu trên điện thoại này chỉ bỏ được khi người nhận có mặt. Hãy đến bàn của ban kiểm phiếu.',
    'This phone paper waits until its voter is recorded as present. Please go to the tellers’ desk.',
  ),
  'replaced-by-sheet': refusal(
    409,
    'Phiếu giấy của tờ phiếu này đã được kiểm, không bỏ lại bằng điện thoại được.',
    'The sheet of this paper has been counted; a phone cannot replace it.',
  ),
  'other-phone': refusal(
    409,
    'Tờ phiếu này đã bỏ từ một điện thoại khác, hoặc từ cửa sổ ẩn danh hay trình duyệt đã xóa dữ liệu. Hãy đến bàn của ban kiểm phiếu.',
    'This paper has voted from another phone, or from a private window or a browser whose data was cleared. Please go to the tellers’ desk.',
  ),
  'too-many-failing-ballots': refusal(
    429,
    'Tờ phiếu này vừa gửi nhiều phiếu không hợp lệ; hãy đợi một phút rồi thử lại.',
    'This paper has sent several ballots that do not hold; wait a minute and try again.',
  ),
  'recast-pause': refusal(
    429,
    'Tờ phiếu này vừa bỏ một lá phiếu; giữa hai lần bỏ phải cách nhau ít giây.',
    'This paper has just cast a ballot; a few seconds have to pass between two.',
  ),
  'recast-limit': refusal(
    409,
    'Tờ phiếu này đã bỏ quá nhiều lần bằng điện thoại; lá phiếu sau cùng được tính. Muốn thay đổi, hãy đến bàn của ban kiểm phiếu.',
    'This paper has voted by phone too many times; its last ballot counts. To change it go to the tellers’ desk.',
  ),
  'ballot-invalid': refusal(
    422,
    'Phiếu không qua được kiểm tra nên không được nhận.',
    'The ballot does not hold and was not accepted.',
  ),
};

/** Counting, closing, tally, publication. */
const countingRefusals = {
  'not-counting': refusal(409, 'Chưa đến lúc kiểm phiếu, hoặc đã kiểm xong.', 'The ballots are not being counted now.'),
  'not-announced': refusal(
    409,
    'Ban kiểm phiếu chưa công bố số phiếu phát ra và thu về.',
    'The tellers have not announced issued and collected yet.',
  ),
  'announcement-impossible': refusal(
    422,
    'Số phiếu thu về không thể lớn hơn số phát ra, số phiếu giấy không thể lớn hơn số thu về.',
    'Collected cannot exceed issued, nor sheets collected.',
  ),
  'phone-paper-has-no-sheet': refusal(
    409,
    'Phiếu trên điện thoại không có tờ phiếu giấy.',
    'A phone paper has no sheet.',
  ),
  'sheet-already-keyed': refusal(409, 'Tờ phiếu này đã được nhập.', 'This sheet has been keyed already.'),
  'unknown-invalid-reason': refusal(
    422,
    'Mẫu phiếu không có lý do không hợp lệ này.',
    'The ballot form has no such reason for an invalid sheet.',
  ),
  'closed-already': refusal(409, 'Hòm phiếu đã đóng.', 'The box is closed already.'),
  'ledger-unbalanced': refusal(
    409,
    'Sổ giao nhận phiếu không khớp; đếm lại, hoặc chủ trì và hai thành viên ban kiểm phiếu ký xác nhận chênh lệch.',
    'The ledger does not balance; count again, or chair and two tellers sign the deviation.',
  ),
  'collected-exceeds-present': refusal(
    409,
    'Số phiếu thu về nhiều hơn số người có mặt.',
    'More ballots were collected than people are present.',
  ),
  'box-changed': refusal(409, 'Hòm phiếu vừa thay đổi; hãy thử lại.', 'The box has just changed; try again.'),
  'box-not-closed': refusal(
    409,
    'Hòm phiếu chưa đóng; người cầm phiếu xem bằng liên kết trên phiếu.',
    'The box is not closed; holders of a paper look with its link.',
  ),
  'not-closed': refusal(
    409,
    'Hòm phiếu chưa đóng, hoặc kết quả đã được mở.',
    'The box is not closed, or the totals are open already.',
  ),
  'share-already-sent': refusal(
    409,
    'Thành viên này đã gửi phần giải mã.',
    'This teller’s share has been received already.',
  ),
  'card-proof-invalid': refusal(
    422,
    'Bằng chứng không khớp với khóa của đồng chí trong hồ sơ: thẻ khóa chưa được coi là còn đọc được.',
    'The proof does not fit your key in the record: the card does not count as readable.',
  ),
  'share-invalid': refusal(
    422,
    'Phần giải mã không hợp lệ nên không được nhận; các thành viên khác không phải chờ.',
    'The partial decryption does not hold and was not accepted; the other tellers are not held up.',
  ),
  'announced-number-differs': refusal(
    409,
    'Số phiếu thu về vừa nhập khác số đã công bố.',
    'The number typed differs from the announced number of collected ballots.',
  ),
  'not-enough-shares': refusal(
    409,
    'Chưa đủ phần giải mã để mở kết quả.',
    'There are not enough shares to open the totals.',
  ),
  'missing-tellers-differ': refusal(
    409,
    'Phải nêu đúng những thành viên ban kiểm phiếu còn thiếu.',
    'Exactly the tellers who are missing must be named.',
  ),
  'shares-inconsistent': refusal(
    409,
    'Các phần giải mã không khớp nhau; kết quả không được mở.',
    'The shares do not fit each other; the totals stay closed.',
  ),
  'not-tallied': refusal(409, 'Kết quả chưa được mở.', 'The totals have not been opened.'),
  'signed-minutes-missing': refusal(
    409,
    'Chưa có bản chụp biên bản đã ký.',
    'The scan of the signed minutes is missing.',
  ),
  'published-already': refusal(409, 'Kết quả đã được công bố.', 'The result is published already.'),
  'not-published': refusal(409, 'Kết quả chưa được công bố.', 'The result is not published yet.'),
  'annulled-already': refusal(
    409,
    'Kết quả đã được ghi chú là bị hủy.',
    'The result is annotated as annulled already.',
  ),
};

/** Decisions that chair and tellers sign together, and cancelling. */
const jointRefusals = {
  'joint-decision-needed': refusal(
    409,
    'Sau khi mở hòm phiếu, việc này cần chủ trì và hai thành viên ban kiểm phiếu cùng ký.',
    'After opening this takes the chair and two tellers together.',
  ),
  'box-cannot-be-opened': refusal(
    409,
    'Hòm phiếu của đợt này không mở được: số thẻ khóa còn lại không đủ. Không có tổng số nào; xem biên bản.',
    'The box of this session cannot be opened: too few key cards are left. There are no totals; see the minutes.',
  ),
  'enough-keys-survive': refusal(
    409,
    'Còn đủ khóa để mở kết quả, nên không thể kết luận là không mở được hòm phiếu.',
    'Enough keys survive to open the totals: the box can be opened.',
  ),
  'cannot-be-cancelled': refusal(
    409,
    'Ở bước này không hủy được đợt lấy phiếu.',
    'The session cannot be cancelled at this stage.',
  ),
  'unknown-decision': refusal(404, 'Không có quyết định này.', 'There is no such decision.'),
  'decision-not-pending': refusal(
    409,
    'Quyết định này đã có hiệu lực hoặc đã bị thay thế.',
    'This decision is effective or overtaken already.',
  ),
  'already-signed': refusal(409, 'Tài khoản này đã ký quyết định.', 'This account has signed the decision already.'),
  'last-subject': refusal(
    409,
    'Không thể đưa ra tên cuối cùng trong danh sách lấy phiếu.',
    'The last subject cannot be struck off.',
  ),
  'unknown-teller': refusal(404, 'Không có thành viên ban kiểm phiếu này.', 'There is no such teller.'),
  'ledger-changed': refusal(
    409,
    'Sổ giao nhận phiếu đã thay đổi từ khi đề xuất; hãy đề xuất lại với chênh lệch hiện nay.',
    'The ledger has changed since this was proposed; propose it again with the difference as it is now.',
  ),
  'ledger-balances': refusal(
    409,
    'Sổ giao nhận phiếu khớp, không cần quyết định này.',
    'The ledger balances; no decision is needed.',
  ),
};

/** Dossiers and scans. */
const documentRefusals = {
  'not-an-earlier-session': refusal(
    404,
    'Chỉ chép được từ một đợt trước của chính cấp ủy này, đã chốt danh sách.',
    'Only an earlier session of this very committee, whose lists were frozen, can be copied from.',
  ),
  'not-a-pdf': refusal(422, 'Tệp này không phải PDF.', 'The file is not a PDF.'),
  'unknown-dossier': refusal(404, 'Không có tài liệu này.', 'There is no such dossier.'),
  'too-many-dossiers': refusal(409, 'Đợt này đã có quá nhiều tài liệu.', 'The session has too many dossiers.'),
};

export const sessionRefusals = {
  ...draftRefusals,
  ...paperRefusals,
  ...ceremonyRefusals,
  ...boxRefusals,
  ...countingRefusals,
  ...jointRefusals,
  ...documentRefusals,
};
