import type { LocalText } from '../domain/text/local-text.ts';
import type { ListenRefusal } from '../server/start/listen-refusal.ts';
import type { FolderRefusal } from '../server/start/open-data-folder.ts';

/** Why nothing can be run on a data folder, and what to do; `{folder}` is the folder. */
export const folderSentences: Readonly<Record<FolderRefusal, LocalText>> = {
  'data-folder-in-use': {
    vi: '{folder} đang được một tiến trình phieu khác sử dụng; hãy dừng tiến trình đó, hoặc đặt DATA_DIR là thư mục khác.',
    en: '{folder} is in use by another phieu process; stop that one, or let DATA_DIR name another folder.',
  },
  'data-folder-is-a-file': {
    vi: '{folder} không phải là thư mục; hãy đặt DATA_DIR là một thư mục.',
    en: '{folder} is not a folder; let DATA_DIR name a folder.',
  },
  'secret-damaged': {
    vi: '{folder}/token.secret trống hoặc thiếu; hãy chép lại tệp này từ bản sao lưu. Nếu không còn, hãy xóa tệp: mọi người phải đăng nhập lại và ứng dụng xác thực phải thiết lập lại.',
    en: '{folder}/token.secret is empty or too short; put it back from a backup. If there is none, delete it: everybody signs in anew, and authenticator apps are set up anew.',
  },
  'database-missing': {
    vi: '{folder} có token.secret nhưng cơ sở dữ liệu phieu.sqlite không có hoặc trống; hãy khôi phục từ bản sao lưu vào thư mục khác (phieu restore). Muốn bắt đầu mới từ đầu, hãy đặt DATA_DIR là một thư mục trống.',
    en: '{folder} has a token.secret, but its database phieu.sqlite is missing or empty; restore a backup into another folder (phieu restore). To begin anew, let DATA_DIR name an empty folder.',
  },
  'database-without-log': {
    vi: '{folder}/phieu.sqlite được chép khi dịch vụ đang chạy mà thiếu phieu.sqlite-wal, nên thiếu những phiếu mới nhất; hãy dùng thư mục dữ liệu gốc, hoặc khôi phục từ bản sao lưu vào thư mục khác (phieu restore).',
    en: '{folder}/phieu.sqlite was copied from beneath a running service without phieu.sqlite-wal, so the newest ballots are missing; use the original data folder, or restore a backup into another one (phieu restore).',
  },
  'database-newer': {
    vi: '{folder}/phieu.sqlite đã được một phiên bản mới hơn của chương trình sử dụng; hãy chạy phiên bản đó, hoặc khôi phục bản sao lưu làm trước khi nâng cấp.',
    en: '{folder}/phieu.sqlite was used by a newer release of this program; run that release, or restore the backup from before the upgrade.',
  },
  'database-damaged': {
    vi: 'Cơ sở dữ liệu {folder}/phieu.sqlite bị hỏng; hãy giữ nguyên thư mục này để kiểm tra và khôi phục từ bản sao lưu vào thư mục khác (phieu restore).',
    en: 'The database {folder}/phieu.sqlite is damaged; keep the folder for examination and restore a backup into another one (phieu restore).',
  },
  'not-a-database': {
    vi: 'phieu.sqlite hoặc in-use.lock trong {folder} không phải tệp của chương trình này; hãy kiểm tra DATA_DIR, hoặc khôi phục từ bản sao lưu vào thư mục khác (phieu restore).',
    en: "phieu.sqlite or in-use.lock in {folder} is no file of this program's; look whether DATA_DIR is right, or restore a backup into another folder (phieu restore).",
  },
  'storage-full': {
    vi: 'Ổ đĩa chứa {folder} đã đầy hoặc hết hạn mức; hãy giải phóng chỗ rồi chạy lại. Không có gì bị mất.',
    en: 'The disk of {folder} is full, or a quota is used up; make room and start again. Nothing was lost.',
  },
  'storage-not-writable': {
    vi: 'Không ghi được vào {folder}; hãy cho tài khoản chạy dịch vụ quyền đọc và ghi thư mục này cùng mọi tệp trong đó, trên ổ đĩa ghi được.',
    en: 'Cannot write to {folder}; let the user of the service read and write this folder and every file in it, on a disk that is not read-only.',
  },
  'storage-failing': {
    vi: 'Ổ đĩa chứa {folder} báo lỗi đọc hoặc ghi; hãy sao chép thư mục sang ổ đĩa khác, hoặc khôi phục từ bản sao lưu vào thư mục khác (phieu restore).',
    en: 'The disk of {folder} fails to read or write; copy the folder to another disk, or restore a backup into another one (phieu restore).',
  },
};

/** Why the service cannot be reached where its settings say; `{host}` and `{port}` are what it tried. */
export const listenSentences: Readonly<Record<ListenRefusal, LocalText>> = {
  'port-in-use': {
    vi: 'Cổng {port} đang được chương trình khác sử dụng; hãy đặt PORT (với TLS: TLS_PORT) là cổng khác.',
    en: 'Port {port} is in use by another program; let PORT (for TLS: TLS_PORT) name another one.',
  },
  'port-not-allowed': {
    vi: 'Tài khoản này không được phép mở cổng {port}; hãy đặt PORT (với TLS: TLS_PORT) là cổng khác.',
    en: 'This user may not listen on port {port}; let PORT (for TLS: TLS_PORT) name another one.',
  },
  'address-not-here': {
    vi: 'Máy này không có địa chỉ {host}; hãy đặt HOST là một địa chỉ của máy này, hoặc bỏ HOST để nhận mọi địa chỉ.',
    en: 'This machine has no address {host}; let HOST name an address of this machine, or leave HOST out for all of them.',
  },
};

/** Said at the start: a secret that was forgotten on a move would be missed by the tellers first. */
export const newSecret: LocalText = {
  vi: 'Thư mục dữ liệu không có token.secret nên một tệp mới đã được tạo: mọi người phải đăng nhập lại và ứng dụng xác thực phải thiết lập lại. Nếu tệp cũ còn ở máy trước, hãy dừng dịch vụ và chép tệp đó vào.',
  en: 'The data folder had no token.secret, so a new one was made: everybody signs in anew, and authenticator apps are set up anew. If the old file is still on the earlier machine, stop the service and put that one here.',
};

/** Not for a vote that counts: whoever reads the start of the service sees it. */
export const shortPause: LocalText = {
  vi: 'PHIEU_RECAST_PAUSE_SECONDS={seconds} chỉ để thử: một tờ phiếu có thể gửi dồn dập làm đầy hòm phiếu. Khi bỏ phiếu thật, hãy bỏ cài đặt này.',
  en: 'PHIEU_RECAST_PAUSE_SECONDS={seconds} is for tests only: one paper can flood the box. Leave the setting out where a vote counts.',
};
