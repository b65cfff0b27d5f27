import type { LocalText } from '../../domain/text/local-text.ts';

/** Every sentence of the hall's screen. */
export const sentences = {
  projectorTitle: { vi: 'Màn hình hội trường', en: 'The hall’s screen' },
  noSession: {
    vi: 'Hãy mở màn hình này từ bước Theo dõi bỏ phiếu của đợt lấy phiếu.',
    en: 'Open this screen from the step Turnout of the session.',
  },
  connecting: { vi: 'Đang kết nối…', en: 'Connecting…' },
  lost: {
    vi: 'Mất liên lạc với máy chủ. Số liệu là của lúc {time}.',
    en: 'The server is out of reach. The numbers are those of {time}.',
  },
  stateDraft: { vi: 'Đang chuẩn bị', en: 'In preparation' },
  stateIssued: { vi: 'Hòm phiếu chưa mở', en: 'The box is not open yet' },
  stateOpen: { vi: 'Đang bỏ phiếu', en: 'Voting is open' },
  stateCounting: { vi: 'Đang kiểm phiếu', en: 'The ballots are being counted' },
  stateClosed: { vi: 'Hòm phiếu đã đóng', en: 'The box is closed' },
  stateTallied: { vi: 'Đã kiểm phiếu xong', en: 'The count is finished' },
  statePublished: { vi: 'Kết quả đã công bố theo quy định', en: 'The result has been published as provided' },
  stateCancelled: { vi: 'Đợt lấy phiếu đã hủy', en: 'The session was cancelled' },
  stateUnopenable: { vi: 'Hòm phiếu không mở được', en: 'The box cannot be opened' },
  endsIn: { vi: 'Bỏ phiếu bằng điện thoại kết thúc sau', en: 'Phone voting ends in' },
  seconds: { vi: '{seconds} giây', en: '{seconds} {seconds|second|seconds}' },
  inBox: {
    vi: 'Phiếu đã ở trong hòm, trên {issued} tờ đã phát ra',
    en: 'In the box, of {issued} {issued|paper|papers} issued',
  },
  out: { vi: 'Còn {count} phiếu ở ngoài', en: '{count} {count|ballot|ballots} still out' },
  noneOut: { vi: 'Không còn phiếu nào ở ngoài', en: 'No ballot is out any more' },
  present: {
    vi: 'Có mặt {present} trên {summoned} người được triệu tập',
    en: '{present} of {summoned} summoned {present|is|are} present',
  },
  addressTitle: { vi: 'Địa chỉ hệ thống', en: 'Address of the service' },
  addressCode: { vi: 'Mã vuông của địa chỉ {address}', en: 'Square code of the address {address}' },
  fingerprint: { vi: 'Mã hòm phiếu', en: 'Code of the box' },
  head: { vi: 'Mã sổ hòm phiếu (dòng {height})', en: 'Code of the box’s book (line {height})' },
} as const satisfies Record<string, LocalText>;
