import type { LocalText } from '../../domain/text/local-text.ts';

/** What `phieu-verify.html` says, beside what verifying says everywhere. */
export const sentences = {
  title: { vi: 'Kiểm hồ sơ bỏ phiếu', en: 'Check a voting record' },
  purpose: {
    vi: 'Tệp này kiểm hồ sơ của một đợt lấy phiếu ngay trên máy này, không cần mạng. Không có gì được gửi đi.',
    en: 'This file checks the record of a session on this very device, without a network. Nothing is sent anywhere.',
  },
  which: {
    vi: 'Cần tệp hồ sơ (.bel) và tệp phụ lục (.supplement.json), tải về từ trang kết quả. Có thêm tệp gợi ý kiểm tra (.hints) thì kiểm nhanh hơn.',
    en: 'Needed: the record (.bel) and its supplement (.supplement.json), both from the result page. A hints file (.hints) beside them makes checking faster.',
  },
  choose: { vi: 'Chọn các tệp', en: 'Choose the files' },
  drop: { vi: 'Hoặc kéo các tệp ấy thả vào đây.', en: 'Or drop those files here.' },
  noRecord: {
    vi: 'Trong các tệp vừa chọn chưa có hồ sơ. Tệp hồ sơ có đuôi .bel, tải về từ trang kết quả.',
    en: 'The chosen files hold no record. It ends in .bel and comes from the result page.',
  },
  severalFiles: {
    vi: 'Mỗi lần kiểm một hồ sơ, với nhiều nhất một tệp phụ lục và một tệp gợi ý kiểm tra.',
    en: 'One record at a time, with at most one supplement and one hints file.',
  },
  checkingFile: { vi: 'Đang kiểm tệp {name}', en: 'Checking {name}' },
  checkedFile: { vi: 'Tệp: {name}', en: 'File: {name}' },
  withoutSupplement: { vi: 'không có phụ lục', en: 'without a supplement' },
  totals: { vi: 'Kết quả đọc từ hồ sơ', en: 'The result as the record gives it' },
  subject: { vi: 'Tên trên phiếu', en: 'Name on the ballot' },
  unmarked: { vi: 'Không hợp lệ', en: 'Invalid' },
} as const satisfies Record<string, LocalText>;
