import type { LocalText } from '../../domain/text/local-text.ts';

export const phoneTestSentences = {
  phoneCameTitle: { vi: 'Đã vào được', en: 'It came through' },
  phoneCameNotTitle: { vi: 'Chưa tính là đã thử', en: 'This does not count as a test' },
  phoneCame: {
    vi: 'Điện thoại này mở được địa chỉ {address}. Màn hình của chủ trì đã ghi nhận.',
    en: 'This phone opens the address {address}. The chair’s screen has noted it.',
  },
  cameOverTls: { vi: 'Kết nối có mã hóa.', en: 'The connection is encrypted.' },
  camePlain: {
    vi: 'Kết nối không mã hóa: chủ trì phải cho phép thì điện thoại mới bỏ phiếu được.',
    en: 'The connection is not encrypted: phones can vote only where the chair allows it.',
  },
  cameNext: {
    vi: 'Đây chỉ là mã thử, không phải tờ phiếu: trang này không bỏ phiếu được. Sau khi in, hãy quét thử một tờ phiếu.',
    en: 'This is a code for testing, not a paper: nothing can be cast here. Once papers are printed, scan one of them.',
  },
  cameHere: {
    vi: 'Trang này được mở ngay trên máy đang chạy dịch vụ. Hãy quét mã bằng một điện thoại trong mạng của hội trường.',
    en: 'This page was opened on the very computer that runs the service. Scan the code with a phone on the hall’s network.',
  },
  cameElsewhere: {
    vi: 'Địa chỉ {address} không phải địa chỉ ghi trên phiếu. Hãy quét đúng mã trên màn hình của chủ trì.',
    en: 'The address {address} is not the one that papers bear. Scan the code on the chair’s screen.',
  },
} as const satisfies Record<string, LocalText>;
