import type { LocalText } from '../../domain/text/local-text.ts';

/** Every sentence of the voting page. A test fails on one that is missing or that nothing uses. */
export const sentences = {
  loading: { vi: 'Đang mở phiếu…', en: 'Opening the ballot…' },
  partLoading: { vi: 'Đang tải…', en: 'Loading…' },
  partFailed: {
    vi: 'Chưa tải được phần này. Hãy kiểm tra mạng của điện thoại rồi thử lại.',
    en: 'This part did not load. Check the phone’s network, then try again.',
  },
  partAgain: { vi: 'Thử lại', en: 'Try again' },
  unreachableTitle: { vi: 'Chưa liên lạc được với máy chủ', en: 'The server cannot be reached' },
  unreachable: {
    vi: 'Trang này tự thử lại. Hãy kiểm tra mạng của điện thoại.',
    en: 'This page keeps trying by itself. Check the phone’s network.',
  },
  connectionLost: {
    vi: 'Đang mất liên lạc với máy chủ. Vẫn ghi phiếu được; trang tự nối lại.',
    en: 'The server is out of reach. You can go on marking; the page connects again by itself.',
  },
  wrongPaperTitle: { vi: 'Mã này không mở được phiếu nào', en: 'This code opens no ballot' },
  toDesk: {
    vi: 'Hãy mang tờ phiếu đến bàn của ban kiểm phiếu.',
    en: 'Please take the paper to the tellers’ desk.',
  },
  noLinkTitle: { vi: 'Hãy quét mã trên tờ phiếu', en: 'Scan the code on your paper' },
  noLink: {
    vi: 'Mở máy ảnh của điện thoại, đưa vào mã vuông trên tờ phiếu rồi mở liên kết hiện ra. Trang này không có mã phiếu nào.',
    en: 'Open the phone’s camera, point it at the square code on the paper and open the link that appears. This page holds no paper’s code.',
  },
  keptTitle: { vi: 'Đã bỏ phiếu từ máy này', en: 'Votes from this device' },
  keptOpen: { vi: 'Xem: {title}', en: 'Show: {title}' },
  sharedTitle: { vi: 'Máy dùng chung', en: 'Shared device' },
  sharedScan: {
    vi: 'Quét mã trên tờ phiếu vào ô này, hoặc gõ liên kết, rồi nhấn Enter. Máy quên tất cả sau mỗi lá phiếu.',
    en: 'Scan the paper’s code into this field, or type the link, and press Enter. The device forgets everything after each ballot.',
  },
  sharedField: { vi: 'Liên kết trên tờ phiếu', en: 'The link on the paper' },
  sharedGo: { vi: 'Mở phiếu', en: 'Open the ballot' },
  sharedNoLink: {
    vi: 'Đây không phải liên kết của một tờ phiếu. Hãy quét lại.',
    en: 'This is not the link of a paper. Scan it again.',
  },
  sharedDone: { vi: 'Xong: xóa khỏi máy này', en: 'Done: forget on this device' },
  sharedForgets: {
    vi: 'Máy này tự quên sau {seconds} giây. Hãy ghi lại mã tra cứu nếu cần. Muốn bỏ lại, hãy đến bàn của ban kiểm phiếu.',
    en: 'This device forgets by itself in {seconds} {seconds|second|seconds}. Write the tracker down if you want it. To vote again go to the tellers’ desk.',
  },
  inAppTitle: { vi: 'Hãy mở bằng trình duyệt', en: 'Open this in the browser' },
  inApp: {
    vi: 'Trang đang mở bên trong {app}. Chạm dấu ba chấm ở góc trên bên phải, chọn “Mở bằng trình duyệt”.',
    en: 'This page is open inside {app}. Tap the three dots at the top right and choose “Open in browser”.',
  },
  inAppWhy: {
    vi: 'Hoặc quét lại mã bằng máy ảnh của điện thoại. Trong {app}, bản nháp và việc gửi lại phiếu có thể bị mất khi đóng.',
    en: 'Or scan the code again with the phone’s camera. Inside {app} the draft, and resending a ballot, may be lost on closing.',
  },
  inAppStay: { vi: 'Vẫn tiếp tục ở đây', en: 'Continue here anyway' },
  plainHttp: {
    vi: 'Kết nối này không mã hóa (mạng nội bộ của hội trường). Lá phiếu vẫn được khóa kín trước khi rời điện thoại.',
    en: 'This connection is not encrypted (the hall’s own network). The ballot is still sealed before it leaves the phone.',
  },
  plainHttpRefusedTitle: { vi: 'Kết nối này không mã hóa', en: 'This connection is not encrypted' },
  plainHttpRefused: {
    vi: 'Chủ trì hội nghị chưa cho phép bỏ phiếu qua kết nối không mã hóa, nên phiếu không mở được ở đây.',
    en: 'The chair has not allowed voting over a connection that is not encrypted, so the ballot does not open here.',
  },
  notKept: {
    vi: 'Trình duyệt này không lưu được gì (có thể là cửa sổ ẩn danh). Hãy giữ trang này mở cho đến khi phiếu vào hòm.',
    en: 'This browser keeps nothing (it may be a private window). Leave this page open until the ballot is in the box.',
  },
  conference: { vi: '{place}, ngày {date}', en: '{place}, {date}' },
  notCastYet: {
    vi: 'Từ điện thoại này chưa bỏ lá phiếu nào. Những gì chọn ở đây là bản nháp, chỉ lưu trên điện thoại này.',
    en: 'Nothing has been cast from this phone. What you choose here is a draft and stays on this phone only.',
  },
  waitsForOpening: {
    vi: 'Hòm phiếu chưa mở. Khi mở, trang này tự biết và sẽ báo.',
    en: 'The box is not open yet. When it opens, this page notices by itself and says so.',
  },
  boxIsOpen: {
    vi: 'Hòm phiếu đã mở. Ghi xong thì xem lại và bỏ phiếu.',
    en: 'The box is open. When you have marked, review and cast.',
  },
  wipeDraft: { vi: 'Xóa bản nháp khỏi điện thoại này', en: 'Wipe the draft from this phone' },
  draftWiped: { vi: 'Đã xóa bản nháp.', en: 'The draft was wiped.' },
  briefing: { vi: 'Mục đích, yêu cầu', en: 'Purpose and requirements' },
  noBriefing: {
    vi: 'Đồng chí bí thư chưa quán triệt; nội dung sẽ hiện ở đây.',
    en: 'The committee’s secretary has not briefed the voters yet; the text will appear here.',
  },
  tellers: { vi: 'Ban kiểm phiếu: {names}.', en: 'Tellers: {names}.' },
  dossiers: { vi: 'Tài liệu', en: 'Documents' },
  halfTermReview: { vi: 'Sơ kết giữa nhiệm kỳ {term}', en: 'Half-term review {term}' },
  readReview: { vi: 'Đọc: Sơ kết giữa nhiệm kỳ {term}', en: 'Read: Half-term review {term}' },
  readDossier: { vi: 'Đọc: {title}', en: 'Read: {title}' },
  backFromDocument: { vi: 'Quay lại', en: 'Back' },
  downloadDocument: { vi: 'Tải tài liệu về máy (PDF)', en: 'Download the document (PDF)' },
  documentNotShown: {
    vi: 'Điện thoại này không mở được tài liệu ngay trong trang. Hãy tải về máy rồi mở.',
    en: 'This phone cannot show the document in the page. Download it, then open it.',
  },
  subjects: { vi: 'Ghi phiếu', en: 'Marking' },
  tapInstruction: {
    vi: 'Với mỗi mục, chạm vào mức đã chọn; chạm mức khác để đổi.',
    en: 'For each line tap the level that you choose; tap another one to change it.',
  },
  leaveUnmarked: { vi: 'Không ghi', en: 'Leave unmarked' },
  notMarkedYet: { vi: 'Chưa ghi', en: 'Not marked yet' },
  progress: { vi: '{done}/{all}', en: '{done}/{all}' },
  progressSpoken: { vi: 'Đã ghi {done} trên {all} mục', en: '{done} of {all} marked' },
  nextUnmarked: { vi: 'Đến mục chưa ghi', en: 'Next unmarked' },
  allMarked: { vi: 'Đã ghi đủ', en: 'All marked' },
  review: { vi: 'Xem lại phiếu', en: 'Review the ballot' },
  reviewFromOpening: { vi: 'Bỏ phiếu khi hòm mở', en: 'Casting starts at opening' },
  reviewTitle: { vi: 'Xem lại trước khi bỏ phiếu', en: 'Review before casting' },
  unmarkedCount: { vi: 'Không ghi: {count} mục.', en: 'Unmarked: {count}.' },
  change: { vi: 'Sửa', en: 'Change' },
  changeFor: { vi: 'Sửa: {name}', en: 'Change: {name}' },
  cast: { vi: 'Bỏ phiếu vào hòm', en: 'Cast the ballot' },
  castNote: {
    vi: 'Chạm một lần là lá phiếu được khóa kín và bỏ vào hòm. Có thể bỏ lại đến khi hết giờ; lần cuối được tính.',
    en: 'One tap seals the ballot and casts it. You can cast again until the end of phone voting; the last one counts.',
  },
  emptyTitle: { vi: 'Lá phiếu này chưa chọn mức nào.', en: 'Nothing is marked on this ballot.' },
  emptyAsk: {
    vi: 'Vẫn bỏ được, và lá phiếu được tính là thu về. Bỏ phiếu không chọn mức nào?',
    en: 'You may cast it as it is, and it counts as collected. Cast it with nothing marked?',
  },
  castEmpty: { vi: 'Bỏ phiếu không chọn mức nào', en: 'Cast with nothing marked' },
  backToMarking: { vi: 'Quay lại ghi phiếu', en: 'Back to marking' },
  sealingTitle: { vi: 'Đang khóa kín lá phiếu…', en: 'Sealing the ballot…' },
  sealing: { vi: 'Phiếu chưa ở trong hòm.', en: 'The ballot is not in the box yet.' },
  sealingSlow: {
    vi: 'Khóa kín lá phiếu lâu hơn bình thường. Phiếu chưa được gửi đi.',
    en: 'Sealing takes longer than usual. The ballot has not been sent.',
  },
  unsealedTitle: { vi: 'Chưa khóa kín được lá phiếu', en: 'The ballot could not be sealed' },
  unsealed: {
    vi: 'Máy này chưa chạy được phần khóa kín lá phiếu. Phiếu chưa được gửi đi và chưa ở trong hòm.',
    en: 'This device could not run the part of the page that seals. The ballot was not sent and is not in the box.',
  },
  unsealedReload: {
    vi: 'Hãy tải lại trang; những gì đã ghi vẫn còn trên máy này. Nếu vẫn không được, hãy mang tờ phiếu đến bàn của ban kiểm phiếu.',
    en: 'Load the page again; what you have marked stays on this device. If that does not help, take the paper to the tellers’ desk.',
  },
  unsealedAgain: {
    vi: 'Hãy khóa kín lại. Nếu vẫn không được, hãy mang tờ phiếu đến bàn của ban kiểm phiếu.',
    en: 'Seal again. If that does not help, take the paper to the tellers’ desk.',
  },
  reload: { vi: 'Tải lại trang', en: 'Load the page again' },
  sealAgain: { vi: 'Khóa kín lại', en: 'Seal again' },
  backToReview: { vi: 'Trở lại xem phiếu', en: 'Back to the ballot' },
  sendingTitle: { vi: 'Phiếu chưa ở trong hòm', en: 'Not yet in the box' },
  sending: {
    vi: 'Phiếu đã khóa kín và đang được gửi. Trang tự gửi lại đến khi máy chủ xác nhận; gửi nhiều lần vẫn chỉ tính một lần.',
    en: 'The ballot is sealed and being sent. The page sends it again until the server confirms; it counts once, however often it is sent.',
  },
  pauseLeft: { vi: 'Tự gửi lại sau {seconds} giây', en: 'Sent again in {seconds} s' },
  pausing: {
    vi: 'Tờ phiếu này vừa bỏ một lá phiếu, nên lá mới đợi ít giây. Không cần làm gì: trang tự gửi lại.',
    en: 'This paper has just cast a ballot, so the new one waits a few seconds. Nothing to do: the page sends it by itself.',
  },
  sendingKept: {
    vi: 'Nếu đóng trang, hãy mở lại địa chỉ này trên chính điện thoại này: việc gửi sẽ tiếp tục.',
    en: 'If the page is closed, open this address again on this phone: sending goes on.',
  },
  earlierCounts: {
    vi: 'Lá phiếu đã bỏ trước đó vẫn ở trong hòm và được tính cho đến khi lá mới vào hòm.',
    en: 'The ballot cast before is still in the box and counts until the new one is in.',
  },
  inBoxTitle: { vi: 'Phiếu đã ở trong hòm', en: 'Your ballot is in the box' },
  inBoxDone: {
    vi: 'Phiếu đã ở trong hòm. Có thể cất điện thoại.',
    en: 'Your ballot is in the box. You may put the phone away.',
  },
  inBoxKeepOpen: {
    vi: 'Trình duyệt này không lưu được gì (có thể là cửa sổ ẩn danh). Hãy giữ trang này mở đến khi đóng hòm, hoặc lưu mã tra cứu thành ảnh: trang đóng rồi thì điện thoại này không bỏ lại được và không tự kiểm tra phiếu nữa. Lá phiếu trong hòm vẫn được tính.',
    en: 'This browser keeps nothing (it may be a private window). Keep this page open until the box is closed, or save the tracker as a picture: once the page is closed, this phone can neither cast again nor check the ballot by itself. The ballot in the box counts all the same.',
  },
  tracker: { vi: 'Mã tra cứu', en: 'Tracker' },
  trackerMeaning: {
    vi: 'Mã này chứng tỏ lá phiếu ở trong hòm, không cho biết đã ghi thế nào.',
    en: 'The tracker proves that the ballot is in the box; it does not show how you voted.',
  },
  savePicture: { vi: 'Lưu mã thành ảnh', en: 'Save the tracker as a picture' },
  pictureAlt: { vi: 'Ảnh có mã tra cứu {tracker}', en: 'Picture with the tracker {tracker}' },
  pictureHint: {
    vi: 'Nếu không tự lưu: giữ ngón tay trên ảnh rồi chọn lưu.',
    en: 'If it is not saved by itself: press and hold the picture and choose to save it.',
  },
  castAgain: { vi: 'Bỏ phiếu lại', en: 'Cast again' },
  castAgainNote: {
    vi: 'Đến khi hết giờ có thể bỏ lại từ điện thoại này; lần cuối được tính. Dấu đã ghi không còn trên máy, nên ghi lại từ đầu.',
    en: 'Until the end of phone voting you can cast again from this phone; the last one counts. The marks are no longer on the phone, so you mark afresh.',
  },
  castAgainScan: {
    vi: 'Muốn bỏ lại đến khi hết giờ: quét lại mã trên tờ phiếu bằng chính điện thoại này.',
    en: 'To cast again before phone voting ends: scan the paper’s code again with this very phone.',
  },
  cannotCastAgain: {
    vi: 'Lá phiếu này được một máy khác chuyển đến trước, nên điện thoại này không bỏ lại được; phiếu vẫn được tính. Muốn thay đổi, hãy đến bàn của ban kiểm phiếu và nói rõ điều này.',
    en: 'Another device had passed this very ballot on before, so this phone cannot cast again; the ballot counts all the same. To change your vote go to the tellers’ desk and tell them this.',
  },
  againNote: {
    vi: 'Đang ghi lại. Lá phiếu trước vẫn được tính cho đến khi lá mới vào hòm.',
    en: 'You are marking again. The earlier ballot counts until the new one is in the box.',
  },
  keepEarlier: { vi: 'Giữ nguyên phiếu đã bỏ', en: 'Keep the ballot as cast' },
  forget: { vi: 'Xóa mã tra cứu khỏi điện thoại này', en: 'Forget the tracker on this phone' },
  forgetAsk: {
    vi: 'Xóa thì điện thoại này không còn tự kiểm tra phiếu khi đóng hòm. Phiếu trong hòm không đổi. Xóa?',
    en: 'The phone will then no longer check the ballot at closing. The ballot in the box does not change. Forget?',
  },
  checkTitle: { vi: 'Kiểm tra trong hòm phiếu', en: 'Check the box' },
  check: { vi: 'Tìm mã trong hòm phiếu', en: 'Find the tracker in the box' },
  checkField: { vi: 'Mã tra cứu của phiếu', en: 'Tracker of the ballot' },
  checking: { vi: 'Đang tìm…', en: 'Looking…' },
  checkFound: {
    vi: 'Có trong hòm. Số phiếu được tính trong hòm: {count}.',
    en: 'It is in the box. Ballots in the box that count: {count}.',
  },
  checkFoundClosed: {
    vi: 'Hòm đã đóng và có phiếu này. Tất cả {count} lá phiếu.',
    en: 'The box is closed and holds this ballot. {count} {count|ballot|ballots} in all.',
  },
  checkUnreachable: {
    vi: 'Chưa kiểm tra được vì mất liên lạc với máy chủ. Hãy thử lại.',
    en: 'Not checked: the server is out of reach. Try again.',
  },
  checkSoon: {
    vi: 'Phiếu đã ở trong hòm và sẽ có trong danh sách trong vòng 15 giây. Trang này tự tìm lại.',
    en: 'The ballot is in the box and will be in the list within 15 seconds. This page looks again by itself.',
  },
  notATracker: {
    vi: 'Mã tra cứu có 43 chữ và số. Hãy xem lại.',
    en: 'A tracker has 43 letters and digits. Please look again.',
  },
  otherMissing: {
    vi: 'Không có mã này trong hòm. Nếu đã bỏ lại, mã của lần cuối mới có trong hòm.',
    en: 'This tracker is not in the box. If you cast again, only the last tracker is there.',
  },
  otherNotYet: {
    vi: 'Danh sách gần nhất chưa có mã này. Phiếu vừa bỏ có trong danh sách trong vòng 15 giây: hãy tìm lại. Nếu đã bỏ lại, mã của lần cuối mới có trong hòm.',
    en: 'The latest list does not have this tracker. A ballot just cast is in the list within 15 seconds: look again. If you cast again, only the last tracker is there.',
  },
  alarmTitle: { vi: 'Mã tra cứu không có trong hòm phiếu', en: 'The tracker is missing from the box' },
  alarm: {
    vi: 'Nếu đã bỏ phiếu giấy của chính tờ phiếu này thì đúng là như vậy: phiếu giấy thay phiếu điện thoại. Nếu không, báo ngay cho ban kiểm phiếu và đưa xem màn hình này.',
    en: 'If you put this very paper’s sheet into the box, that is as it should be: the sheet replaces the phone’s ballot. If not, tell the tellers at once and show them this screen.',
  },
  endHead: { vi: 'Mã sổ hòm phiếu khi đóng hòm (dòng {height})', en: 'Code of the closed box’s book (line {height})' },
  endHeadMeaning: {
    vi: 'Máy này đã tính lại sổ từ dòng đầu: mã nhận khi bỏ phiếu có trong sổ. Mã trên đây phải giống nhau trên mọi điện thoại và trên màn hình hội trường.',
    en: 'This phone has computed the book anew from its first line: what it was given when voting is in it. The code above must be the same on every phone and on the hall’s screen.',
  },
  givenHead: {
    vi: 'Mã sổ mà máy này đã nhận (dòng {height})',
    en: 'The code that this phone was given (line {height})',
  },
  otherRecordTitle: { vi: 'Sổ hòm phiếu không khớp', en: 'The book of the box does not fit' },
  otherRecord: {
    vi: 'Khi xác nhận lá phiếu, máy chủ đã đưa cho máy này một mã sổ mà sổ hiện nay không có: sổ đã bị thay, hoặc máy chủ cho mỗi người thấy một hòm phiếu khác nhau.',
    en: 'When it confirmed the ballot, the server gave this phone a code that the book shown now has never had: the book was replaced, or the server shows different boxes to different people.',
  },
  otherRecordLists: {
    vi: 'Danh sách mã tra cứu và sổ của hòm phiếu không khớp nhau.',
    en: 'The list of trackers and the book of the box do not fit each other.',
  },
  otherRecordNow: {
    vi: 'Báo ngay cho chủ trì và ban kiểm phiếu, đưa xem màn hình này. Đừng xóa gì trên máy: chưa được mở kết quả cho đến khi rõ nguyên nhân.',
    en: 'Tell the chair and the tellers at once and show them this screen. Delete nothing on this phone: the totals must not be opened until the cause is known.',
  },
  countdownTitle: { vi: 'Sắp hết giờ', en: 'Time is running out' },
  countdown: {
    vi: 'Bỏ phiếu bằng điện thoại kết thúc sau {seconds} giây',
    en: 'Phone voting ends in {seconds} {seconds|second|seconds}',
  },
  countdownNotCast: {
    vi: 'Từ điện thoại này chưa bỏ lá phiếu nào. Nếu chưa bỏ phiếu: chọn, xem lại và bỏ ngay, hoặc ghi phiếu giấy.',
    en: 'Nothing has been cast from this phone. If you have not voted: mark, review and cast now, or use the paper sheet.',
  },
  endedTitle: { vi: 'Đã hết giờ bỏ phiếu bằng điện thoại', en: 'Phone voting has ended' },
  ended: {
    vi: 'Điện thoại này không còn giữ mã của lá phiếu nào. Nếu đã bỏ bằng máy khác hoặc trong cửa sổ đã đóng, lá phiếu ấy vẫn được tính. Nếu chưa bỏ phiếu, hãy bỏ phiếu giấy hoặc đến bàn của ban kiểm phiếu.',
    en: 'This phone holds the tracker of no ballot. A ballot that you cast from another device, or in a window that was closed, counts all the same. If you have not voted, use the sheet or go to the tellers’ desk.',
  },
  closedTitle: { vi: 'Hòm phiếu đã đóng', en: 'The box is closed' },
  closed: {
    vi: 'Không bỏ phiếu được nữa. Kết quả được công bố trong cấp ủy và cấp ủy cấp trên trực tiếp.',
    en: 'Votes can no longer be cast. The result is made known within the committee and its directly superior committee.',
  },
  unopenable: {
    vi: 'Hòm phiếu này không mở được vì không còn đủ thẻ khóa: không ai biết các lá phiếu trong đó ghi gì. Cấp ủy sẽ tổ chức lấy phiếu lại.',
    en: 'This box cannot be opened, because too few key cards are left: nobody knows what its ballots say. The committee will hold the vote again.',
  },
  cancelledTitle: { vi: 'Đợt lấy phiếu này đã bị hủy', en: 'This vote was cancelled' },
  cancelled: {
    vi: 'Không có phiếu nào được tính. Bản nháp trên điện thoại này đã được xóa.',
    en: 'No ballot counts. The draft on this phone was wiped.',
  },
  refusedTitle: { vi: 'Phiếu không vào được hòm', en: 'The ballot did not enter the box' },
  tryAgain: { vi: 'Gửi lại', en: 'Send again' },
  refusedVoid: {
    vi: 'Tờ phiếu này đã hủy. Hãy mang đến bàn của ban kiểm phiếu để nhận tờ khác.',
    en: 'This paper is void. Take it to the tellers’ desk and receive another one.',
  },
  refusedUnused: {
    vi: 'Tờ phiếu này đã được thống kê là không sử dụng. Hãy mang đến bàn của ban kiểm phiếu.',
    en: 'This paper was counted as unused. Take it to the tellers’ desk.',
  },
  refusedUnknown: {
    vi: 'Hòm phiếu không biết tờ phiếu này. Hãy mang đến bàn của ban kiểm phiếu để nhận tờ khác.',
    en: 'The box does not know this paper. Take it to the tellers’ desk and receive another one.',
  },
  refusedOtherPhone: {
    vi: 'Tờ phiếu này đã bỏ từ một điện thoại khác, hoặc từ một cửa sổ ẩn danh hay trình duyệt đã bị xóa dữ liệu trên chính điện thoại này; chỉ nơi đã bỏ mới bỏ lại được. Lá phiếu trước vẫn ở trong hòm và được tính. Muốn thay đổi, hãy đến bàn của ban kiểm phiếu; nếu không phải chính người giữ phiếu đã bỏ, hãy đến ngay.',
    en: 'This paper has voted from another phone, or from a private window or a browser on this phone whose data was cleared; only where it voted can it vote again. The earlier ballot is in the box and counts. To change it go to the tellers’ desk; if it was not you who voted, go at once.',
  },
  refusedSheet: {
    vi: 'Phiếu giấy của tờ phiếu này đã được kiểm và được tính; điện thoại không thay được nữa.',
    en: 'The sheet of this paper has been counted; a phone can no longer replace it.',
  },
  refusedAbsent: {
    vi: 'Phiếu nhận trên điện thoại chỉ bỏ được khi người nhận được ghi là có mặt. Hãy đến bàn của ban kiểm phiếu, rồi chạm “Gửi lại”.',
    en: 'A paper received on a phone waits until its voter is recorded as present. Go to the tellers’ desk, then send again.',
  },
  refusedEnded: {
    vi: 'Đã hết giờ bỏ phiếu bằng điện thoại trước khi phiếu này đến. Hãy bỏ phiếu giấy hoặc đến bàn của ban kiểm phiếu.',
    en: 'Phone voting ended before this ballot arrived. Use the sheet or go to the tellers’ desk.',
  },
  refusedNotOpen: {
    vi: 'Hòm phiếu không mở lúc phiếu này đến. Nếu hòm đang mở, chạm “Gửi lại”; nếu không, hãy đến bàn của ban kiểm phiếu.',
    en: 'The box was not open when this ballot arrived. If it is open now, send again; if not, go to the tellers’ desk.',
  },
  refusedLimit: {
    vi: 'Tờ phiếu này đã bỏ nhiều lần bằng điện thoại đến mức cho phép. Lá phiếu sau cùng trong hòm được tính. Muốn thay đổi, hãy đến bàn của ban kiểm phiếu.',
    en: 'This paper has voted by phone as often as it may. Its last ballot in the box counts. To change it go to the tellers’ desk.',
  },
  refusedOften: {
    vi: 'Tờ phiếu này vừa gửi nhiều lần không đúng. Đợi một phút rồi chạm “Gửi lại”.',
    en: 'This paper has sent several ballots that do not hold. Wait a minute, then send again.',
  },
  refusedElection: {
    vi: 'Nội dung hòm phiếu khác với những gì hiện trên phiếu, nên điện thoại không gửi đi. Báo ngay cho ban kiểm phiếu.',
    en: 'What the box asks differs from what this page shows, so the phone sends nothing. Tell the tellers at once.',
  },
  refusedOther: {
    vi: 'Máy chủ không nhận phiếu này. Hãy bỏ phiếu giấy hoặc đến bàn của ban kiểm phiếu.',
    en: 'The server did not accept this ballot. Use the sheet or go to the tellers’ desk.',
  },
  earlierStays: {
    vi: 'Lá phiếu đã bỏ trước đó vẫn ở trong hòm và được tính.',
    en: 'The ballot cast before is still in the box and counts.',
  },
  fingerprint: { vi: 'Mã hòm phiếu', en: 'Code of the box' },
} as const satisfies Record<string, LocalText>;

export type VotingSentence = keyof typeof sentences;
