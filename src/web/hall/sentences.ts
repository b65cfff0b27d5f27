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
  nothingToInstall: {
    vi: 'Không phải cài gì: điện thoại đã tin chứng thư số của dịch vụ này, hoặc dịch vụ chưa có chứng thư số.',
    en: 'Nothing is to be installed: phones trust this service’s certificate already, or it has none.',
  },
  installWhat: {
    vi: 'Chứng thư số gốc “{name}” chỉ có giá trị với địa chỉ của hội trường này, đến hết ngày {until}; khóa của nó đã hủy ngay sau khi cấp, nên không ai cấp thêm được gì.',
    en: 'The authority “{name}” is good for the addresses of this hall alone, until {until}; its key was destroyed as soon as it had signed, so nobody can issue anything more with it.',
  },
  download: { vi: 'Tải chứng thư số gốc (phieu.crt)', en: 'Fetch the authority (phieu.crt)' },
  compare: {
    vi: 'Trước khi đồng ý cài, so dấu vân tay SHA-256 trên điện thoại với màn hình của máy phục vụ (không phải với trang này trên chính điện thoại). Khác một ký tự thì không cài.',
    en: 'Before you agree, compare the SHA-256 fingerprint on the phone with the screen of the serving machine (not with this page on the phone itself). If one character differs, do not install it.',
  },
  removeTitle: { vi: 'Gỡ ra sau hội nghị', en: 'Take it off after the conference' },
  android: { vi: 'Android', en: 'Android' },
  androidDownload: {
    vi: 'Mở trang này bằng Chrome, nhấn “Tải chứng thư số gốc”.',
    en: 'Open this page in Chrome and press “Fetch the authority”.',
  },
  androidInstall: {
    vi: 'Mở Cài đặt → Bảo mật và quyền riêng tư → Cài đặt bảo mật khác → Cài đặt từ bộ nhớ thiết bị (hoặc Mã hóa và thông tin xác thực → Cài đặt chứng chỉ) → Chứng chỉ CA → Vẫn cài đặt; chọn tệp phieu.crt.',
    en: 'Settings → Security and privacy → More security settings → Install from device storage (or Encryption and credentials → Install a certificate) → CA certificate → Install anyway; choose the file phieu.crt.',
  },
  androidCompare: {
    vi: 'Trong Thông tin xác thực đáng tin cậy → Người dùng, mở “{name}” và so dấu vân tay SHA-256; khác thì gỡ ngay.',
    en: 'Under Trusted credentials → User open “{name}” and compare the SHA-256 fingerprint; if it differs, take it off at once.',
  },
  androidRemove: {
    vi: 'Cài đặt → Bảo mật và quyền riêng tư → Cài đặt bảo mật khác → Thông tin xác thực đáng tin cậy → Người dùng → “{name}” → Xóa.',
    en: 'Settings → Security and privacy → More security settings → Trusted credentials → User → “{name}” → Remove.',
  },
  ios: { vi: 'iPhone, iPad', en: 'iPhone, iPad' },
  iosDownload: {
    vi: 'Mở trang này bằng Safari, nhấn “Tải chứng thư số gốc”, rồi Cho phép.',
    en: 'Open this page in Safari, press “Fetch the authority”, then Allow.',
  },
  iosInstall: {
    vi: 'Cài đặt → Đã tải về hồ sơ → Chi tiết khác: so dấu vân tay SHA-256; đúng thì nhấn Cài đặt.',
    en: 'Settings → Profile Downloaded → More Details: compare the SHA-256 fingerprint; if it is the same, press Install.',
  },
  iosTrust: {
    vi: 'Cài đặt → Cài đặt chung → Giới thiệu → Cài đặt tin cậy chứng nhận: bật “{name}”.',
    en: 'Settings → General → About → Certificate Trust Settings: switch “{name}” on.',
  },
  iosRemove: {
    vi: 'Cài đặt → Cài đặt chung → Quản lý VPN và thiết bị → “{name}” → Gỡ hồ sơ.',
    en: 'Settings → General → VPN & Device Management → “{name}” → Remove Profile.',
  },
  windows: { vi: 'Windows', en: 'Windows' },
  windowsDownload: {
    vi: 'Mở trang này bằng Edge hoặc Chrome, nhấn “Tải chứng thư số gốc”.',
    en: 'Open this page in Edge or Chrome and press “Fetch the authority”.',
  },
  windowsCompare: {
    vi: 'Trong thư mục Tải xuống, mở cửa sổ dòng lệnh và gõ: certutil -hashfile phieu.crt SHA256 — kết quả phải đúng dấu vân tay trên (không có dấu hai chấm).',
    en: 'Open a command window in the folder Downloads and type: certutil -hashfile phieu.crt SHA256 — it has to print the fingerprint above (without colons).',
  },
  windowsInstall: {
    vi: 'Mở tệp phieu.crt → Cài đặt chứng chỉ → Người dùng hiện tại → Đặt tất cả chứng chỉ vào kho sau → Trusted Root Certification Authorities → Hoàn tất; rồi mở lại trình duyệt.',
    en: 'Open phieu.crt → Install Certificate → Current User → Place all certificates in the following store → Trusted Root Certification Authorities → Finish; then start the browser anew.',
  },
  windowsRemove: {
    vi: 'Chạy certmgr.msc → Trusted Root Certification Authorities → Certificates → “{name}” → Xóa.',
    en: 'Run certmgr.msc → Trusted Root Certification Authorities → Certificates → “{name}” → Delete.',
  },
  afterwardsTitle: { vi: 'Sau khi cài', en: 'Once it is installed' },
  afterwards: {
    vi: 'Đăng nhập tại {address}. Nếu trình duyệt còn cảnh báo, chứng thư số gốc chưa được cài hoặc chưa bật tin cậy: đừng bỏ qua cảnh báo.',
    en: 'Sign in at {address}. Where the browser still warns, the authority is not installed or not switched on: do not pass over the warning.',
  },
  trySignIn: { vi: 'Thử nơi đăng nhập', en: 'Test where people sign in' },
} as const satisfies Record<string, LocalText>;
