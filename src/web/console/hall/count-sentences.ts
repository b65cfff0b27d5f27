import type { LocalText } from '../../../domain/text/local-text.ts';

/** Sentences from the count to publication. */
export const countSentences = {
  stepAnnouncement: { vi: 'Công bố số phiếu phát ra, thu về', en: 'Announce issued and collected' },
  stepClosing: { vi: 'Đóng hòm phiếu', en: 'Close the box' },
  stepTally: { vi: 'Mở kết quả', en: 'Open the totals' },
  stepMinutes: { vi: 'Biên bản kiểm phiếu', en: 'Minutes' },
  stepPublishing: { vi: 'Công bố kết quả', en: 'Publish the result' },
  stepUnopenable: { vi: 'Không mở được hòm phiếu', en: 'The box cannot be opened' },
  stepCancel: { vi: 'Hủy đợt lấy phiếu', en: 'Cancel the session' },
  announcementHow: {
    vi: 'Ban kiểm phiếu mở hòm giấy, đếm phiếu rồi công bố số phát ra, thu về trên máy của mình trước khi nhập phiếu.',
    en: 'The tellers open the box, count the sheets, and announce issued and collected on their own devices before they key.',
  },
  announcementAwaited: { vi: 'Ban kiểm phiếu chưa công bố.', en: 'The tellers have not announced yet.' },
  numberSheetsFound: { vi: 'Phiếu giấy trong hòm', en: 'Sheets in the box' },
  numberNotIssued: { vi: 'Tờ không do ban kiểm phiếu phát ra', en: 'Sheets that the tellers did not issue' },
  numberSheetsKeyed: { vi: 'Phiếu giấy đã nhập', en: 'Sheets keyed' },
  returnTitle: { vi: 'Mở lại việc bỏ phiếu', en: 'Return to voting' },
  returnLabel: { vi: 'Mở lại việc bỏ phiếu', en: 'Return to voting' },
  returnAsk: {
    vi: 'Mở lại việc bỏ phiếu: điện thoại lại bỏ được phiếu, số đã công bố bỏ đi và phải công bố lại.',
    en: 'Return to voting: phones can vote again, and what was announced has to be announced anew.',
  },
  ledger: { vi: 'Sổ giao nhận phiếu', en: 'Ledger of papers' },
  ledgerPrinted: { vi: 'Đã in', en: 'Printed' },
  ledgerHandedOut: { vi: 'Đã phát (phiếu giấy)', en: 'Handed out (sheets)' },
  ledgerUnused: { vi: 'Không dùng đến', en: 'Unused' },
  ledgerVoid: { vi: 'Hủy', en: 'Void' },
  ledgerPhone: { vi: 'Nhận trên điện thoại', en: 'Received on phones' },
  ledgerNotReturned: { vi: 'Không thu về', en: 'Not returned' },
  ledgerPresent: { vi: 'Người có mặt', en: 'People present' },
  ledgerDiffers: { vi: 'Sổ giao nhận chưa khớp:', en: 'The ledger does not balance:' },
  deviationTitle: {
    vi: 'Đếm lại vẫn không khớp: đóng hòm khi sổ có chênh lệch',
    en: 'It still differs after counting again: close with a deviation',
  },
  countUnusedFirst: {
    vi: 'Ghi {count} tờ không sử dụng →',
    en: 'Count {count} unused {count|sheet|sheets} →',
  },
  deviationLabel: { vi: 'Đề nghị đóng hòm khi có chênh lệch', en: 'Propose to close with this deviation' },
  deviationAsk: {
    vi: 'Đóng hòm với đúng những chênh lệch nêu trên; lý do ghi vào biên bản. Nếu chênh lệch thay đổi thì phải ký lại.',
    en: 'Close with exactly the differences above; the reason goes into the minutes. If they change, it has to be signed anew.',
  },
  deviationSigned: {
    vi: 'Chênh lệch này đã được chủ trì và ban kiểm phiếu ký. Có thể đóng hòm.',
    en: 'Chair and tellers have signed this deviation. The box can be closed.',
  },
  closingLabel: { vi: 'Đóng hòm phiếu', en: 'Close the box' },
  closingAsk: {
    vi: 'Đóng hòm với {collected} phiếu thu về. Sau đó không nhập thêm được phiếu nào và không mở lại được.',
    en: 'Close the box with {collected} {collected|ballot|ballots} collected. After that no ballot can be added, and there is no way back.',
  },
  closedNow: { vi: 'Hòm phiếu đã đóng.', en: 'The box is closed.' },
  tallyHow: {
    vi: 'Mỗi thành viên ban kiểm phiếu nhập số phiếu thu về đã công bố ({collected}) trên máy của mình; máy kiểm tra toàn bộ hồ sơ rồi gửi phần giải mã. Chờ đủ tất cả thì các phần kiểm tra được lẫn nhau.',
    en: 'Each teller types the announced number of ballots ({collected}) on their own device; it verifies the whole record and sends its share. With all of them the shares check each other.',
  },
  tallyShares: { vi: 'Phần giải mã', en: 'Shares' },
  tallySparable: { vi: 'Còn có thể thiếu {count} thẻ khóa.', en: '{count} more key {count|card|cards} may be lost.' },
  tallyTooFewKeys: {
    vi: 'Số thẻ khóa còn lại không đủ để mở kết quả. Chủ trì và ban kiểm phiếu kết luận không mở được hòm phiếu ở mục Khi cần.',
    en: 'Too few key cards are left to open the totals. Chair and tellers declare that the box cannot be opened, under “When needed”.',
  },
  tallyFingerprint: { vi: 'Mã của tổng số niêm phong:', en: 'Hash of the encrypted tally:' },
  goOnTitle: { vi: 'Không chờ thêm', en: 'Going on without some' },
  goOnHow: {
    vi: 'Đã đủ số người để mở kết quả. Nếu không chờ được người còn thiếu, nêu rõ tên họ; biên bản sẽ ghi.',
    en: 'Enough shares are there to open the totals. If those missing cannot be awaited, name them; the minutes will.',
  },
  goOnLabel: { vi: 'Mở kết quả, thiếu {names}', en: 'Open without {names}' },
  goOnAsk: {
    vi: 'Mở kết quả ngay, không có phần giải mã của {names}. Việc này không làm lại được.',
    en: 'Open the totals now, without the share of {names}. This cannot be undone.',
  },
  goOnYes: { vi: 'Mở kết quả', en: 'Open the totals' },
  tallyDone: { vi: 'Kết quả đã được mở.', en: 'The totals are open.' },
  stepDocuments: {
    vi: 'Văn bản: quyết định, giấy triệu tập, danh sách, giấy giao nhận',
    en: 'Documents: decision, summons, lists, receipt',
  },
  documentsHow: {
    vi: 'Các văn bản được lập từ thông tin của đợt, theo thể thức của mẫu phiếu. Số văn bản và chữ ký do văn phòng ghi.',
    en: 'Made from what is known of the session, in the layout of its ballot form. The office writes numbers and signatures.',
  },
  documentDecision: { vi: 'Quyết định lấy phiếu, kèm danh sách', en: 'Decision to hold the vote, with the list' },
  documentSummons: { vi: 'Giấy triệu tập, mỗi người một trang', en: 'Summons, a page for each person' },
  documentSubjects: { vi: 'Danh sách lấy phiếu', en: 'List of subjects' },
  documentRoll: { vi: 'Danh sách ký nhận phiếu', en: 'Roll to sign for papers' },
  documentReceipt: { vi: 'Giấy giao nhận phiếu', en: 'Receipt for the ledger' },
  minutesOpen: { vi: 'Xem biên bản (PDF)', en: 'Show the minutes (PDF)' },
  minutesHow: {
    vi: 'In biên bản, ban kiểm phiếu và chủ trì ký, rồi đính kèm bản chụp đã ký.',
    en: 'Print the minutes; tellers and chair sign them; then attach a scan.',
  },
  signedTitle: { vi: 'Biên bản đã ký', en: 'The signed minutes' },
  signedThere: { vi: 'Đã đính kèm bản chụp biên bản đã ký.', en: 'The scan of the signed minutes is attached.' },
  signedMissing: {
    vi: 'Chưa đính kèm bản chụp biên bản đã ký.',
    en: 'The scan of the signed minutes is not attached.',
  },
  signedOpen: { vi: 'Xem bản chụp', en: 'Show the scan' },
  signedFile: { vi: 'Bản chụp biên bản đã ký', en: 'Scan of the signed minutes' },
  signedFileHint: {
    vi: 'Tệp PDF, tối đa 20 MB. Bản mới thay bản cũ cho đến khi công bố.',
    en: 'A PDF of at most 20 MB. A newer one replaces it until publication.',
  },
  signedTooLarge: { vi: 'Tệp lớn hơn 20 MB.', en: 'The file is larger than 20 MB.' },
  signedAttach: { vi: 'Đính kèm', en: 'Attach' },
  signedSaved: { vi: 'Đã đính kèm.', en: 'Attached.' },
  resultOpen: { vi: 'Xem kết quả', en: 'Show the result' },
  publishHow: {
    vi: 'Sau khi công bố, cấp ủy viên đương nhiệm của {readers} xem được kết quả; ngoài ra không ai xem được.',
    en: 'After publication the seat holders of {readers} can read the result, and nobody else.',
  },
  publishLabel: { vi: 'Công bố kết quả', en: 'Publish the result' },
  publishAsk: {
    vi: 'Công bố kết quả cho {readers}. Không rút lại được; chỉ cấp ủy cấp trên có thể ghi chú kết quả bị hủy.',
    en: 'Publish the result to {readers}. It cannot be withdrawn; only the superior can annotate it as annulled.',
  },
  publishedAt: { vi: 'Đã công bố lúc {at}.', en: 'Published {at}.' },
  destroyCards: {
    vi: 'Ban kiểm phiếu hủy các thẻ khóa.',
    en: 'The tellers destroy their key cards now.',
  },
  annulledBy: {
    vi: 'Cấp ủy cấp trên ghi chú kết quả bị hủy theo {decision}, lúc {at}.',
    en: 'Annotated as annulled by the superior, {decision}, {at}.',
  },
  cancelEarlyHow: {
    vi: 'Trước khi mở hòm, người chủ trì có thể hủy đợt lấy phiếu. Các tờ phiếu đã phát không dùng được nữa.',
    en: 'Before opening the chair can cancel the session. Papers that were handed out become worthless.',
  },
  cancelOpenHow: {
    vi: 'Sau khi mở hòm, chủ trì và ban kiểm phiếu cùng quyết định hủy; biên bản hủy được lập.',
    en: 'After opening, chair and tellers decide together; minutes of the cancellation are drawn up.',
  },
  cancelTooLate: {
    vi: 'Hòm phiếu đã đóng nên không hủy được nữa.',
    en: 'The box is closed, so it cannot be cancelled.',
  },
  cancelLabel: { vi: 'Hủy đợt lấy phiếu', en: 'Cancel the session' },
  cancelAsk: {
    vi: 'Hủy đợt lấy phiếu này. Không phục hồi được; muốn lấy phiếu phải lập đợt mới.',
    en: 'Cancel this session. It cannot be restored; voting then needs a new session.',
  },
  unopenableHow: {
    vi: 'Chỉ khi số thẻ khóa còn đọc được ít hơn số cần để mở ({threshold}). Hiện còn {left} thẻ; ai mất thẻ báo trên trang của mình.',
    en: 'Only where fewer key cards can be read than it takes to open the box ({threshold}). {left} {left|is|are} left now; whoever has lost a card reports it on their own page.',
  },
  unopenableThen: {
    vi: 'Đợt kết thúc ở đây: phiếu bỏ bằng điện thoại không mở được (không phải không hợp lệ); phiếu giấy trong hòm được kiểm riêng bằng tay và ghi vào biên bản. Muốn có kết quả phải lập đợt mới.',
    en: 'The session ends here: ballots cast by phone stay unopened (they are not invalid); the sheets in the box are counted by hand, apart, and written into the minutes. A result takes a new session.',
  },
  unopenableLabel: { vi: 'Kết luận không mở được hòm phiếu', en: 'Declare that the box cannot be opened' },
  unopenableAsk: {
    vi: 'Kết thúc đợt lấy phiếu mà không mở kết quả. Việc này không làm lại được, dù sau đó tìm thấy thẻ khóa.',
    en: 'End the session without opening its totals. This cannot be undone, even if a key card turns up later.',
  },
} as const satisfies Record<string, LocalText>;
