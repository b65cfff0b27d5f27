import type { LocalText } from '../../domain/text/local-text.ts';

export const sentences = {
  tab: { vi: 'Trang của tôi · Phiếu tín nhiệm', en: 'My page · Confidence ballot' },
  title: { vi: 'Trang của tôi', en: 'My page' },
  noDuty: {
    vi: 'Tài khoản này chưa gắn với cấp ủy viên nào và chưa được giao nhiệm vụ. Hãy liên hệ văn phòng cấp ủy đã cấp tài khoản.',
    en: 'This account belongs to no member of a committee and has no duty yet. Ask the committee’s office that issued it.',
  },
  noSessions: {
    vi: 'Chưa có đợt lấy phiếu nào.',
    en: 'No vote has been drawn up yet.',
  },
  toConsole: { vi: 'Mở trang “Đợt lấy phiếu”', en: 'Open the page “Sessions”' },
  ended: {
    vi: '{name} hoạt động đến hết ngày {date}, nay đã kết thúc và không lập thêm được đợt lấy phiếu.',
    en: '{name} ended with {date}; no further vote can be drawn up in it.',
  },
  succeededBy: { vi: 'Cấp ủy kế tục: {successor}.', en: 'It was succeeded by {successor}.' },
  dueTitle: { vi: 'Việc đến hạn theo kế hoạch', en: 'Due under plans' },
  dueBy: { vi: 'hạn {date}', en: 'due {date}' },
  papersTitle: { vi: 'Phiếu của tôi', en: 'My papers' },
  noPapers: {
    vi: 'Hiện chưa có đợt lấy phiếu nào triệu tập đồng chí. Khi có, phiếu của từng cấp ủy sẽ hiện ở đây.',
    en: 'No vote has summoned you yet. When one does, the paper of each committee appears here.',
  },
  iAmSubject: { vi: 'Đồng chí có tên trong danh sách được lấy phiếu.', en: 'You are among the subjects of this vote.' },
  paperLater: { vi: 'Phiếu chưa phát hành.', en: 'Papers are not issued yet.' },
  paperCancelled: { vi: 'Đợt lấy phiếu đã hủy.', en: 'This vote was cancelled.' },
  paperUnopenable: {
    vi: 'Hòm phiếu của đợt này không mở được; không có kết quả.',
    en: 'The box of this vote cannot be opened; there is no result.',
  },
  paperNever: {
    vi: 'Đã hết thời gian bỏ phiếu; đồng chí không nhận phiếu.',
    en: 'Voting is over; you received no paper.',
  },
  paperOver: { vi: 'Đã hết thời gian bỏ phiếu.', en: 'Voting is over.' },
  paperHere: { vi: 'Phiếu nằm trong chính máy này.', en: 'The paper is on this very device.' },
  openPaper: { vi: 'Mở phiếu', en: 'Open the ballot' },
  sheetInHand: {
    vi: 'Đồng chí đã nhận phiếu giấy: hãy quét mã trên phiếu bằng điện thoại, hoặc ghi phiếu bằng bút.',
    en: 'You received a printed paper: scan its code with a phone, or mark it with a pen.',
  },
  paperElsewhere: {
    vi: 'Đồng chí đã nhận phiếu trên một máy khác: hãy mở phiếu bằng máy đó. Nếu không còn máy đó, đồng chí có thể trả phiếu khi chưa bỏ, hoặc đến bàn của ban kiểm phiếu.',
    en: 'You received the paper on another device: open it there. If that device is gone, give the paper back while it has not voted, or go to the tellers’ desk.',
  },
  sheetToCome: { vi: 'Phiếu giấy sẽ được phát tại hội nghị.', en: 'A printed paper will be handed to you.' },
  mayReceive: {
    vi: 'Đồng chí có thể nhận phiếu trên máy này thay cho phiếu giấy. Chỉ nhận trên máy của riêng mình.',
    en: 'You may receive the paper on this device instead of a sheet. Do so only on a device of your own.',
  },
  receive: { vi: 'Nhận phiếu trên máy này', en: 'Receive the paper on this device' },
  receiveAsk: {
    vi: 'Phiếu sẽ nằm trong máy này và đồng chí không nhận phiếu giấy nữa. Máy này là của riêng đồng chí?',
    en: 'The paper will be on this device, and you will get no printed one. Is this device yours alone?',
  },
  receiveYes: { vi: 'Đúng, nhận phiếu', en: 'Yes, receive it' },
  keepsNothing: {
    vi: 'Trình duyệt này không lưu giữ được gì (có thể đang ở chế độ ẩn danh), nên chưa nhận phiếu. Hãy dùng cửa sổ thường, hoặc nhận phiếu giấy.',
    en: 'This browser keeps nothing (perhaps a private window), so no paper was received. Use an ordinary window, or take a printed paper.',
  },
  giveBack: { vi: 'Trả phiếu này', en: 'Give this paper back' },
  giveBackAsk: {
    vi: 'Phiếu trên máy sẽ bị hủy và không dùng được nữa; sau đó đồng chí có thể nhận phiếu khác. Phiếu đã bỏ thì không trả được.',
    en: 'The paper on the device is voided for good; you can then receive another. A paper that has voted cannot be given back.',
  },
  giveBackYes: { vi: 'Hủy phiếu này', en: 'Void this paper' },
  conductTitle: { vi: 'Đợt lấy phiếu tôi điều hành', en: 'Votes that I conduct' },
  tellTitle: { vi: 'Ban kiểm phiếu', en: 'Where I am a teller' },
  toDesk: { vi: 'Đến bàn nhập phiếu', en: 'Go to the counting desk' },
  nothingToTell: { vi: 'Hiện không có việc của ban kiểm phiếu.', en: 'Nothing for a teller to do now.' },
  resultsTitle: { vi: 'Kết quả đã công bố', en: 'Published results' },
  noResults: {
    vi: 'Chưa có kết quả nào công bố cho cấp ủy mà đồng chí tham gia.',
    en: 'No result has been published to a committee on which you sit.',
  },
  allResults: { vi: 'Xem tất cả {total} kết quả', en: 'All {total} {total|result|results}' },
  apiReference: { vi: 'Mô tả giao diện lập trình (API)', en: 'API reference' },
} as const satisfies Record<string, LocalText>;
