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
  'database-away': {
    vi: 'Không nối được với máy chủ cơ sở dữ liệu; hãy kiểm tra PostgreSQL rồi sao lưu lại.',
    en: 'The server of the database cannot be reached; look after PostgreSQL and back up again.',
  },
  unexpected: {
    vi: 'Sao lưu không thành công vì lỗi ngoài dự kiến; hãy xem nhật ký của máy chủ.',
    en: 'The backup failed for an unexpected reason; look at the log of the server.',
  },
} as const satisfies Record<BackupRefusal | 'unexpected', LocalText>;
