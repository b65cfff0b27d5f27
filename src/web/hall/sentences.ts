import type { LocalText } from '../../domain/text/local-text.ts';

export const sentences = {
  title: { vi: 'Kết nối trong hội trường', en: 'Connection in the hall' },
  purpose: {
    vi: 'Điện thoại phải ở cùng mạng Wi-Fi với máy này. Quét lần lượt các mã dưới đây trước khi in phiếu.',
    en: 'Phones have to be on the same Wi-Fi network as this machine. Scan these codes one after the other before papers are printed.',
  },
  onlyHere: {
    vi: 'Địa chỉ {address} chỉ mở được trên chính máy này: phiếu in bây giờ không dùng được trên điện thoại. Hãy dừng dịch vụ và chạy npm run hall.',
    en: 'The address {address} opens on this machine only: papers printed now would be of no use on phones. Stop the service and start npm run hall.',
  },
  testTitle: { vi: 'Thử bằng điện thoại', en: 'Test with a phone' },
  testHow: {
    vi: 'Mã này mở đúng địa chỉ sẽ in trên phiếu. Điện thoại phải hiện “Đã vào được”.',
    en: 'This code opens the very address that papers will bear. The phone has to say that it came through.',
  },
  installTitle: { vi: 'Cài chứng thư số gốc', en: 'Install the authority' },
  installWho: {
    vi: 'Chỉ dành cho điện thoại và máy tính cần đăng nhập: ban kiểm phiếu, văn phòng, chủ trì. Người chỉ bỏ phiếu không phải cài gì.',
    en: 'Only for phones and computers that sign in: tellers, office, chair. Whoever only votes installs nothing.',
  },
  fingerprintHere: { vi: 'Dấu vân tay SHA-256 của “{name}”:', en: 'SHA-256 fingerprint of “{name}”:' },
  signInTitle: { vi: 'Thử nơi đăng nhập', en: 'Test where people sign in' },
  signInHow: {
    vi: 'Quét sau khi cài: điện thoại phải hiện “Đã vào được” mà không cảnh báo gì.',
    en: 'Scan it once the authority is installed: the phone has to say that it came through, without any warning.',
  },
  blocked: {
    vi: 'Nếu điện thoại không mở được: kiểm tra điện thoại đã vào đúng mạng Wi-Fi; tắt dữ liệu di động; cho phép chương trình qua tường lửa của máy này (Windows hỏi một lần, chọn cho phép ở mạng riêng tư và công cộng); tắt chế độ cách ly thiết bị (AP isolation) của bộ phát Wi-Fi.',
    en: 'Where a phone does not come through: see that it is on the right Wi-Fi network; turn mobile data off; let the program through this machine’s firewall (Windows asks once: allow it on private and public networks); turn off the access point’s isolation of devices (AP isolation).',
  },
  reachedTitle: { vi: 'Đã vào được', en: 'It came through' },
  reached: { vi: 'Điện thoại này mở được địa chỉ {address}.', en: 'This phone opens the address {address}.' },
  reachedPlain: {
    vi: 'Kết nối này không mã hóa: bỏ phiếu được khi chủ trì đã cho phép; không đăng nhập được ở đây.',
    en: 'This connection is not encrypted: votes can be cast here where the chair has allowed it; nobody can sign in here.',
  },
  reachedOverTls: {
    vi: 'Kết nối mã hóa: bỏ phiếu và đăng nhập đều được.',
    en: 'The connection is encrypted: votes can be cast and people can sign in.',
  },
  toInstall: { vi: 'Điện thoại này cần đăng nhập', en: 'This phone is to sign in' },
} as const satisfies Record<string, LocalText>;
