import type { LocalText } from '../../../domain/text/local-text.ts';
import type { BackupRefusal } from './backup-folder.ts';

/** What the administrators' page and the command line say of a backup that was not made. */
export const failureNotes = {
  'backup-exists': {
    vi: 'Thư mục đích đã có; hãy chọn tên khác.',
    en: 'The folder to make exists already; choose another name.',
  },
  'nothing-to-back-up': {
    vi: 'Thư mục dữ liệu chưa có cơ sở dữ liệu và token.secret nguyên vẹn; hãy kiểm tra DATA_DIR.',
    en: 'The data folder has no database with a whole token.secret; look whether DATA_DIR is right.',
  },
  'storage-full': {
    vi: 'Ổ đĩa chứa bản sao lưu đã đầy; hãy giải phóng chỗ rồi sao lưu lại.',
    en: 'The disk for backups is full; make room and back up again.',
  },
  'storage-not-writable': {
    vi: 'Không ghi được vào thư mục sao lưu; hãy cấp quyền ghi cho tài khoản chạy dịch vụ.',
    en: 'The folder for backups cannot be written; let the user of the service write there.',
  },
  'storage-failing': {
    vi: 'Ổ đĩa báo lỗi đọc hoặc ghi; hãy kiểm tra ổ đĩa rồi sao lưu lại.',
    en: 'A disk fails to read or write; examine it and back up again.',
  },
  'database-damaged': {
    vi: 'Bản sao không toàn vẹn: cơ sở dữ liệu hoặc ổ đĩa bị hỏng. Hãy giữ các bản sao lưu cũ và báo người vận hành máy chủ ngay.',
    en: 'The copy does not hold together: the database or a disk is damaged. Keep the older backups and tell whoever runs the server at once.',
  },
  'not-a-database': {
    vi: 'phieu.sqlite không phải cơ sở dữ liệu của chương trình này.',
    en: "phieu.sqlite is no database of this program's.",
  },
  'database-locked': {
    vi: 'Cơ sở dữ liệu đang bị chương trình khác khóa; hãy thử lại.',
    en: 'Another program has locked the database; try again.',
  },
  'postgres-programs-missing': {
    vi: 'Máy này không có pg_dump và pg_restore; hãy cài gói chương trình khách của PostgreSQL (Debian: postgresql-client).',
    en: 'This machine has no pg_dump and pg_restore; install the client programs of PostgreSQL (Debian: postgresql-client).',
  },
  'postgres-programs-too-old': {
    vi: 'pg_dump trên máy này cũ hơn máy chủ PostgreSQL; hãy cài chương trình khách cùng phiên bản với máy chủ hoặc mới hơn.',
    en: 'pg_dump on this machine is older than the PostgreSQL server; install client programs of its release or a newer one.',
  },
  'postgres-program-failed': {
    vi: 'pg_dump hoặc pg_restore không chạy xong; hãy kiểm tra quyền của tài khoản trong DATABASE_URL và nhật ký của máy chủ PostgreSQL.',
    en: 'pg_dump or pg_restore did not finish; look at the rights of the role in DATABASE_URL, and at the log of the PostgreSQL server.',
  },
  'database-password-wrong': {
    vi: 'PostgreSQL từ chối tên hoặc mật khẩu trong DATABASE_URL.',
    en: 'PostgreSQL refuses the name or the password in DATABASE_URL.',
  },
  'database-unknown': {
    vi: 'Máy chủ PostgreSQL không có cơ sở dữ liệu nêu trong DATABASE_URL.',
    en: 'The PostgreSQL server has no database of the name in DATABASE_URL.',
  },
  'database-version-unfit': {
    vi: 'Phiên bản máy chủ PostgreSQL không dùng được; cần phiên bản từ 15 đến 18.',
    en: 'This release of the PostgreSQL server cannot be used; 15 to 18 can.',
  },
  'database-without-rights': {
    vi: 'Tài khoản trong DATABASE_URL không có quyền đọc mọi bảng.',
    en: 'The role in DATABASE_URL may not read all tables.',
  },
  'database-of-newer-release': {
    vi: 'Cơ sở dữ liệu đã được một phiên bản mới hơn của chương trình nâng cấp; hãy sao lưu bằng phiên bản đó.',
    en: 'A newer release of this program has brought the database up to date; back up with that release.',
  },
  'database-not-utf8': {
    vi: 'Cơ sở dữ liệu PostgreSQL không dùng bảng mã UTF8.',
    en: 'The encoding of the PostgreSQL database is not UTF8.',
  },
  'database-read-only': {
    vi: 'Máy chủ PostgreSQL chỉ cho đọc.',
    en: 'The PostgreSQL server takes no changes.',
  },
  'database-disk-full': {
    vi: 'Ổ đĩa của máy chủ PostgreSQL đã đầy.',
    en: 'The disk of the PostgreSQL server is full.',
  },
  'database-not-trusted': {
    vi: 'Không thiết lập được kết nối TLS tin cậy tới PostgreSQL; hãy kiểm tra sslmode và sslrootcert.',
    en: 'No trusted TLS connection to PostgreSQL; look at sslmode and sslrootcert.',
  },
  'database-away': {
    vi: 'Không nối được với máy chủ cơ sở dữ liệu; hãy kiểm tra PostgreSQL rồi sao lưu lại.',
    en: 'The server of the database cannot be reached; look after PostgreSQL and back up again.',
  },
  unexpected: {
    vi: 'Sao lưu không thành công vì lỗi ngoài dự kiến; hãy xem nhật ký của máy chủ.',
    en: 'The backup failed for an unexpected reason; look at the log of the server.',
  },
} as const satisfies Record<BackupRefusal | 'unexpected', LocalText>;
