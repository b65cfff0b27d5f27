import type { LocalText } from '../../domain/text/local-text.ts';

export const sentences = {
  tab: { vi: 'Bàn nhập phiếu · Phiếu tín nhiệm', en: 'Counting desk · Confidence ballot' },
  title: { vi: 'Bàn nhập phiếu', en: 'Counting desk' },
  listEmpty: {
    vi: 'Hiện không có đợt lấy phiếu nào đang kiểm phiếu mà đồng chí ở trong ban kiểm phiếu. Bàn này mở khi chủ trì và một thành viên ban kiểm phiếu kết thúc bỏ phiếu trên điện thoại.',
    en: 'No vote in which you are a teller is being counted. This desk opens when the chair and a teller end phone voting.',
  },
  notYet: {
    vi: 'Đang bỏ phiếu: bàn này mở khi chủ trì và một thành viên ban kiểm phiếu kết thúc bỏ phiếu trên điện thoại.',
    en: 'Voting is open: this desk opens when the chair and a teller end phone voting.',
  },
  notNow: { vi: 'Lúc này không nhập phiếu.', en: 'No sheets are keyed now.' },
  toTeller: { vi: 'Đến trang của ban kiểm phiếu', en: 'Go to the tellers’ page' },
  countTitle: { vi: 'Đếm phiếu trong hòm', en: 'Count the sheets in the box' },
  countHow: {
    vi: 'Mở hòm và quét mã từng tờ. Mã ở cùng mặt với phần ghi phiếu: khi quét chỉ nhìn mã, chưa ai đọc hay ghi lại nội dung. Trang cho biết tờ nào thay cho phiếu đã bỏ bằng điện thoại.',
    en: 'Open the box and scan each sheet. The code is on the side with the marks: look at the code alone, nobody reads or notes a mark yet. The page says which sheets replace a phone ballot.',
  },
  countAgainHow: {
    vi: 'Đếm lại từ đầu: quét lại tất cả các tờ trong hòm, kể cả tờ đã nhập. Chỉ sửa số đã công bố thì không phải quét.',
    en: 'Count from the beginning: scan all sheets again, those already keyed too. To correct an announced number only, scan none.',
  },
  scanField: { vi: 'Mã trên tờ phiếu', en: 'Code on the sheet' },
  scanHint: {
    vi: 'Quét mã QR bằng máy quét cầm tay hoặc camera; mã rách thì gõ dãy chữ in dưới mã.',
    en: 'Scan the QR code with a hand scanner or the camera; where it is torn, type the letters printed below it.',
  },
  lastCounted: { vi: 'Đã đếm tờ này.', en: 'This sheet is counted.' },
  lastReplaces: {
    vi: 'Đã đếm. Tờ này thay cho phiếu đã bỏ bằng điện thoại.',
    en: 'Counted. This sheet replaces a ballot cast by phone.',
  },
  lastTwice: {
    vi: 'Tờ này đã quét rồi; không đếm lần nữa.',
    en: 'This sheet was scanned before; it is not counted again.',
  },
  counted: {
    vi: 'Đã đếm {sheets} tờ, trong đó {replacing} tờ thay phiếu điện thoại',
    en: '{sheets} {sheets|sheet|sheets} counted, {replacing} of them replacing a phone ballot',
  },
  announceTitle: { vi: 'Công bố trước khi kiểm', en: 'Announce before counting' },
  announceIssued: { vi: 'Số phiếu phát ra: {issued}', en: 'Papers issued: {issued}' },
  sheetsFound: { vi: 'Số tờ phiếu giấy trong hòm', en: 'Sheets in the box' },
  collected: { vi: 'Tổng số phiếu thu về', en: 'Ballots collected in all' },
  collectedHint: {
    vi: 'Phiếu điện thoại ({onPhones}) cộng phiếu giấy, trừ các tờ thay phiếu điện thoại.',
    en: 'Phone ballots ({onPhones}) and sheets, less the sheets that replace a phone ballot.',
  },
  notIssued: { vi: 'Số tờ không do ban kiểm phiếu phát ra', en: 'Sheets that the tellers never issued' },
  notIssuedHint: {
    vi: 'Những tờ này không nhập và không tính vào số thu về; biên bản sẽ ghi.',
    en: 'They are neither keyed nor counted as collected; the minutes mention them.',
  },
  announce: { vi: 'Công bố', en: 'Announce' },
  announceAsk: {
    vi: 'Công bố: phát ra {issued}, thu về {collected}, trong đó {sheets} tờ phiếu giấy. Sau khi công bố mới được nhập phiếu; số này đối chiếu khi đóng hòm phiếu.',
    en: 'Announce: {issued} issued, {collected} collected, {sheets} {sheets|sheet|sheets} among them. Keying begins after it, and the box is closed against these numbers.',
  },
  announceYes: { vi: 'Đúng, công bố', en: 'Yes, announce' },
  announceAgain: { vi: 'Đếm và công bố lại', en: 'Count and announce again' },
  keepAnnounced: {
    vi: 'Giữ số đã công bố, quay lại nhập phiếu',
    en: 'Keep the announced numbers, go back to keying',
  },
  keyedSoFar: {
    vi: 'Đã nhập {keyed} trên {sheets} tờ, còn {left}',
    en: '{keyed} of {sheets} {sheets|sheet|sheets} keyed, {left} to go',
  },
  allKeyed: {
    vi: 'Đã nhập đủ {sheets} tờ. Chủ trì có thể đóng hòm phiếu.',
    en: 'Everything is keyed: {sheets} {sheets|sheet|sheets}. The chair can close the box.',
  },
  dropped: {
    vi: '{number} mã quét trong lúc chờ không được giữ: hãy quét lại từng tờ đó sau.',
    en: '{number} {number|code|codes} scanned meanwhile {number|was|were} not kept: scan each of those sheets again later.',
  },
  scanTitle: { vi: 'Tờ phiếu tiếp theo', en: 'Next sheet' },
  sheetNoCode: { vi: 'Đây không phải mã của một tờ phiếu.', en: 'This is no code of a ballot paper.' },
  sheetOtherSession: { vi: 'Tờ này thuộc đợt lấy phiếu khác.', en: 'This sheet belongs to another vote.' },
  sheetNotIssued: {
    vi: 'Tờ này không do ban kiểm phiếu phát ra: để riêng, không nhập.',
    en: 'The tellers never issued this sheet: put it aside, do not key it.',
  },
  sheetVoid: {
    vi: 'Tờ này đã hủy hoặc đã thống kê là chưa dùng: để riêng, báo trưởng ban kiểm phiếu.',
    en: 'This sheet was voided, or counted as unused: put it aside and tell the head of the tellers.',
  },
  sheetKeyed: { vi: 'Tờ này đã nhập ở một bàn rồi.', en: 'This sheet was keyed at a desk already.' },
  replacesPhone: {
    vi: 'Phiếu này đã bỏ bằng điện thoại: tờ giấy sẽ thay cho phiếu điện thoại.',
    en: 'This paper has voted by phone: the sheet will replace the phone ballot.',
  },
  firstTitle: { vi: 'Người thứ nhất nhập', en: 'First person keys' },
  secondTitle: { vi: 'Người thứ hai nhập', en: 'Second person keys' },
  handOverTitle: { vi: 'Chuyển cho người thứ hai', en: 'Hand over to the second person' },
  handOver: {
    vi: 'Đưa tờ phiếu và máy cho người thứ hai. Người thứ hai nhập lại từ đầu và không xem lần nhập trước.',
    en: 'Give sheet and device to the second person, who keys it from the beginning and does not see the first entry.',
  },
  takeOver: { vi: 'Tôi là người thứ hai', en: 'I am the second person' },
  differTitle: { vi: 'Hai lần nhập khác nhau', en: 'The two entries differ' },
  differ: {
    vi: 'Khác nhau ở {number} dòng. Người thứ ba xem tờ phiếu và nhập từng dòng ấy.',
    en: 'Lines that differ: {number}. A third person looks at the sheet and keys each of them.',
  },
  validityTitle: { vi: 'Phiếu có hợp lệ không?', en: 'Is the sheet valid?' },
  validity: {
    vi: 'Hai người nhập không thống nhất về việc cả tờ phiếu có hợp lệ. Người thứ ba xem tờ phiếu và quyết định.',
    en: 'The two did not agree whether the whole sheet is valid. A third person looks at it and decides.',
  },
  wholeInvalidFor: { vi: 'Không hợp lệ: {reason}', en: 'Invalid: {reason}' },
  validAfterAll: { vi: 'Hợp lệ: nhập lại từ đầu', en: 'Valid: key it again' },
  keyboard: {
    vi: 'Bàn phím: 1–{levels} ghi mức, 0 không ghi hoặc ghi nhiều ô, ← xóa dòng vừa nhập, Enter xong.',
    en: 'Keyboard: 1–{levels} a level, 0 no mark or several, ← takes the last line back, Enter finishes.',
  },
  lineOf: { vi: 'Dòng {number} trên {size}', en: 'Line {number} of {size}' },
  noMark: { vi: 'Không ghi, hoặc ghi nhiều ô', en: 'No mark, or several' },
  lastLine: { vi: 'Dòng {number}, {name}: {mark}', en: 'Line {number}, {name}: {mark}' },
  complete: { vi: 'Đã nhập đủ {size} dòng.', en: 'All {size} {size|line is|lines are} keyed.' },
  back: { vi: 'Xóa dòng vừa nhập', en: 'Take the last line back' },
  finish: { vi: 'Xong tờ này', en: 'Finish this sheet' },
  wholeInvalid: { vi: 'Cả tờ phiếu không hợp lệ', en: 'The whole sheet is invalid' },
  putAside: { vi: 'Để tờ này lại sau', en: 'Put this sheet aside' },
  putAsideAsk: {
    vi: 'Bỏ những gì vừa nhập của tờ này và quét tờ khác? Tờ này chưa vào hòm phiếu niêm phong.',
    en: 'Drop what was keyed of this sheet and scan another? This sheet is not in the sealed box.',
  },
  putAsideYes: { vi: 'Để lại sau', en: 'Put it aside' },
  putAsideDone: {
    vi: 'Tờ vừa rồi chưa nhập; hãy quét lại khi sẵn sàng.',
    en: 'The last sheet is not keyed; scan it again when ready.',
  },
  castTitle: { vi: 'Đưa vào hòm phiếu niêm phong', en: 'Into the sealed box' },
  casting: { vi: 'Đang niêm phong và gửi…', en: 'Sealing and sending…' },
  castSlow: {
    vi: 'Chưa có trả lời của máy chủ; đang gửi lại. Đừng đóng trang này. Gửi lại không làm phiếu bị tính hai lần.',
    en: 'The server has not answered yet; sending again. Do not close this page. Sending again never counts twice.',
  },
  castDone: {
    vi: 'Tờ phiếu đã vào hòm phiếu niêm phong, mã tra cứu bắt đầu bằng {tracker}. Máy này đã quên nội dung.',
    en: 'The sheet is in the sealed box; its tracker begins with {tracker}. This device has forgotten it.',
  },
  backToScan: { vi: 'Quay lại quét phiếu', en: 'Back to scanning' },
  sealingFailed: {
    vi: 'Máy này chưa chạy được phần niêm phong. Tờ phiếu chưa vào hòm. Hãy thử lại; nếu vẫn không được, quay lại quét phiếu, tải lại trang rồi nhập lại tờ này.',
    en: 'This device could not run the part of the page that seals. The sheet is not in the box. Try again; if that does not help, go back to scanning, load the page again and key this sheet anew.',
  },
  workerFailed: {
    vi: 'Phần niêm phong và gửi phiếu bị hỏng giữa chừng: tờ phiếu có thể đã vào hòm hoặc chưa. Hãy tải lại trang rồi quét lại tờ này: nếu phiếu đã vào hòm thì trang báo ngay; nếu chưa thì nhập lại.',
    en: 'What seals and sends the sheet broke down: it may be in the box or not. Load the page again and scan this sheet: if it is in the box the page says so at once; if not, key it anew.',
  },
  castSilent: {
    vi: 'Đã nửa phút, phần niêm phong không trả lời. Hãy đợi thêm một chút; nếu vẫn vậy, hãy tải lại trang rồi quét lại tờ này: nếu phiếu đã vào hòm thì trang báo ngay; nếu chưa thì nhập lại.',
    en: 'For half a minute what seals the sheet has not answered. Wait a little longer; if nothing changes, load the page again and scan this sheet: if it is in the box the page says so at once; if not, key it anew.',
  },
  castAgain: { vi: 'Thử lại', en: 'Try again' },
  electionDiffers: {
    vi: 'Danh sách trên máy chủ khác với danh sách đã niêm phong lúc mở hòm. Hãy dừng và báo chủ trì.',
    en: 'The list on the server is not the one sealed at opening. Stop, and tell the chair.',
  },
  trackerDiffers: {
    vi: 'Máy chủ trả lời cho một phiếu khác. Hãy dừng và báo chủ trì.',
    en: 'The server answered for another ballot. Stop, and tell the chair.',
  },
} as const satisfies Record<string, LocalText>;
