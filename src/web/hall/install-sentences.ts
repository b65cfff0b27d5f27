import type { LocalText } from '../../domain/text/local-text.ts';

/** The names that systems give their settings are those of their Vietnamese and English editions. */
export const installSentences = {
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
  systemHere: { vi: '{system} (máy này)', en: '{system} (this device)' },
  settings: { vi: 'Cài đặt', en: 'Settings' },
  file: { vi: 'phieu.crt', en: 'phieu.crt' },
  ours: { vi: '{name}', en: '{name}' },
  androidSecurity: { vi: 'Bảo mật và quyền riêng tư', en: 'Security and privacy' },
  androidMore: { vi: 'Cài đặt bảo mật khác', en: 'More security settings' },
  androidInstallCertificate: { vi: 'Cài đặt từ bộ nhớ thiết bị', en: 'Install from device storage' },
  androidAuthority: { vi: 'Chứng chỉ CA', en: 'CA certificate' },
  androidAnyway: { vi: 'Vẫn cài đặt', en: 'Install anyway' },
  androidTrusted: { vi: 'Thông tin xác thực đáng tin cậy', en: 'Trusted credentials' },
  androidUser: { vi: 'Người dùng', en: 'User' },
  androidDelete: { vi: 'Xóa', en: 'Remove' },
  iosAllow: { vi: 'Cho phép', en: 'Allow' },
  iosDownloaded: { vi: 'Đã tải về hồ sơ', en: 'Profile Downloaded' },
  iosDetails: { vi: 'Chi tiết khác', en: 'More Details' },
  iosInstallButton: { vi: 'Cài đặt', en: 'Install' },
  iosGeneral: { vi: 'Cài đặt chung', en: 'General' },
  iosAbout: { vi: 'Giới thiệu', en: 'About' },
  iosTrustSettings: { vi: 'Cài đặt tin cậy chứng nhận', en: 'Certificate Trust Settings' },
  iosProfiles: { vi: 'Quản lý VPN và thiết bị', en: 'VPN & Device Management' },
  iosDelete: { vi: 'Gỡ hồ sơ', en: 'Remove Profile' },
  windowsCommand: { vi: 'certutil -hashfile phieu.crt SHA256', en: 'certutil -hashfile phieu.crt SHA256' },
  windowsInstallButton: { vi: 'Cài đặt chứng chỉ', en: 'Install Certificate' },
  windowsStore: { vi: 'Trusted Root Certification Authorities', en: 'Trusted Root Certification Authorities' },
  windowsFinish: { vi: 'Hoàn tất', en: 'Finish' },
  windowsManager: { vi: 'certmgr.msc', en: 'certmgr.msc' },
  windowsDelete: { vi: 'Xóa', en: 'Delete' },
  macos: { vi: 'macOS', en: 'macOS' },
  macosDownload: {
    vi: 'Mở trang này bằng Safari hoặc Chrome, nhấn “Tải chứng thư số gốc”.',
    en: 'Open this page in Safari or Chrome and press “Fetch the authority”.',
  },
  macosCompare: {
    vi: 'Mở ứng dụng Terminal và gõ: shasum -a 256 ~/Downloads/phieu.crt — kết quả phải đúng dấu vân tay trên (không có dấu hai chấm).',
    en: 'Open the program Terminal and type: shasum -a 256 ~/Downloads/phieu.crt — it has to print the fingerprint above (without colons).',
  },
  macosInstall: {
    vi: 'Mở tệp phieu.crt, thêm vào chuỗi khóa “đăng nhập”; trong Truy cập chuỗi khóa nhấn đúp “{name}” → Tin cậy → Khi sử dụng chứng nhận này: Luôn tin cậy; đóng cửa sổ, nhập mật khẩu của máy, rồi mở lại trình duyệt.',
    en: 'Open phieu.crt and add it to the keychain “login”; in Keychain Access double-click “{name}” → Trust → When using this certificate: Always Trust; close the window, give the computer’s password, then start the browser anew.',
  },
  macosRemove: {
    vi: 'Truy cập chuỗi khóa → đăng nhập → Chứng nhận → “{name}” → Xóa.',
    en: 'Keychain Access → login → Certificates → “{name}” → Delete.',
  },
  macosCommand: { vi: 'shasum -a 256 ~/Downloads/phieu.crt', en: 'shasum -a 256 ~/Downloads/phieu.crt' },
  macosAdd: { vi: 'Thêm', en: 'Add' },
  macosTrust: { vi: 'Tin cậy', en: 'Trust' },
  macosAlways: { vi: 'Luôn tin cậy', en: 'Always Trust' },
  macosKeychain: { vi: 'Truy cập chuỗi khóa', en: 'Keychain Access' },
  macosDelete: { vi: 'Xóa', en: 'Delete' },
} as const satisfies Record<string, LocalText>;

export type InstallSentence = keyof typeof installSentences;
