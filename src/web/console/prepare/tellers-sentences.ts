import type { LocalText } from '../../../domain/text/local-text.ts';

/** What the step of the tellers says, fetched with it. */
export const tellersSentences = {
  tellersHow: {
    vi: 'Mỗi thành viên giữ một phần khóa trên điện thoại của mình. Không ai trong số này là người được lấy phiếu; có thể mời người của cấp trên.',
    en: 'Each holds a share of the key on their own phone. None of them is a subject; they may come from the superior.',
  },
  tellerWithoutAccount: {
    vi: 'Chưa có tài khoản: hãy đề nghị văn phòng hoặc quản trị viên lập giấy mời trước ngày tạo khóa.',
    en: 'No account yet: have the office or an administrator make an invitation before the key ceremony.',
  },
  tellerWithoutFactor: {
    vi: 'Chưa bật xác thực hai bước: phải bật ở trang Tài khoản trước ngày tạo khóa, nếu không sẽ không tham gia được.',
    en: 'No second factor yet: it must be set up on the page of accounts before the key ceremony, or this teller cannot take part.',
  },
  tellerWithoutSlip: {
    vi: 'Chưa có tài khoản: văn phòng hoặc quản trị viên in giấy mời ở trang Tài khoản của cấp ủy, trước ngày tạo khóa. Người chủ trì không in giấy này.',
    en: "No account yet: the office or an administrator prints the slip on the committee's page of accounts, before the key ceremony. Whoever chairs does not.",
  },
  toSlips: { vi: 'Đến trang Tài khoản', en: 'Go to the accounts' },
  tellerByName: { vi: '(ghi theo tên)', en: '(entered by name)' },
  tellerIsSubject: { vi: 'là người được lấy phiếu, không kiểm phiếu', en: 'is a subject of the vote, so no teller' },
  tellerIsThere: { vi: 'đã có trong ban kiểm phiếu', en: 'is a teller already' },
  enterTeller: { vi: 'Không phải ai ở trên: ghi “{name}” theo tên', en: 'None of these: enter “{name}” by name' },
  enterTellerHow: {
    vi: 'Dành cho người không có trong danh sách nào, ví dụ cán bộ cấp trên cử xuống. Đây là một người mới, không gắn với tài khoản nào cùng tên; giấy mời do văn phòng hoặc quản trị viên in. Người bỏ phiếu đọc được tên cả ban kiểm phiếu, và nhật ký ghi ai đã ghi tên này.',
    en: 'For somebody on no roster, for example sent by the superior. It is a new person, tied to no account of the same name; the office or an administrator prints the slip. Voters read the names of all tellers, and the log says who entered this one.',
  },
  enterTellerBorn: { vi: 'Năm sinh', en: 'Year of birth' },
  enterTellerYear: {
    vi: 'Chỉ cần khi trùng họ tên với người được lấy phiếu hoặc thành viên khác.',
    en: 'Only needed where a subject or another teller has this name.',
  },
  enterTellerYes: { vi: 'Ghi vào ban kiểm phiếu', en: 'Enter as a teller' },
  noTellers: { vi: 'Chưa có ai trong ban kiểm phiếu.', en: 'There are no tellers yet.' },
  findTeller: { vi: 'Tìm người đưa vào ban kiểm phiếu', en: 'Find somebody to be a teller' },
  threshold: { vi: 'Số người cùng mở kết quả', en: 'How many open the totals' },
  thresholdHint: {
    vi: 'Thường là 2 trong 3: mất một thẻ khóa vẫn mở được, một người thì không.',
    en: 'Usually 2 of 3: one lost key does no harm, and one person alone opens nothing.',
  },
} as const satisfies Record<string, LocalText>;
