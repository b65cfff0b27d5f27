import type { LocalText } from '../domain/text/local-text.ts';
import type { PlaceRefusal } from '../server/operate/backup/backup-place.ts';
import type { ListenRefusal } from '../server/start/listen-refusal.ts';
import type { FolderRefusal } from '../server/start/open-data-folder.ts';
import type { HallRefusal } from '../server/start/prepare-hall.ts';
import type { SecretFileRefusal } from '../server/start/secret-file.ts';
import type { TlsRefusal } from '../server/start/tls-identity.ts';

/** Why nothing can be run on a data folder and its database, and what to do; `{folder}` is the folder. Where a database is, and who is let in there, is never said. */
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
  'secret-differs': {
    vi: '{folder}/token.secret không phải là bí mật trong tệp PHIEU_SECRET_FILE; hãy kiểm tra hai cài đặt DATA_DIR và PHIEU_SECRET_FILE. Nếu muốn đổi bí mật, hãy xóa token.secret: mọi người phải đăng nhập lại và ứng dụng xác thực phải thiết lập lại.',
    en: '{folder}/token.secret is not the secret that PHIEU_SECRET_FILE names; look whether DATA_DIR and PHIEU_SECRET_FILE are right. To change the secret, delete token.secret: everybody signs in anew, and authenticator apps are set up anew.',
  },
  'link-keys-not-there': {
    vi: 'Thư mục khóa trong PHIEU_LINK_KEYS_DIR không có hoặc không ghi được; hãy kết nối ổ đĩa chứa thư mục này, hoặc tạo thư mục nếu dùng lần đầu. Thiếu khóa, các đợt đang chạy không còn biết tờ phiếu trên điện thoại là của ai.',
    en: 'The folder of keys in PHIEU_LINK_KEYS_DIR is not there or cannot be written; connect its disk, or make the folder where it is new. Without the keys, running sessions no longer know whose phone paper is which.',
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
  'database-away': {
    vi: 'Không nối được với máy chủ PostgreSQL trong DATABASE_URL (không chạy, sai địa chỉ hoặc cổng, tường lửa, hoặc hết kết nối); hãy kiểm tra máy chủ và địa chỉ rồi chạy lại.',
    en: 'The PostgreSQL server in DATABASE_URL cannot be reached (not running, wrong address or port, a firewall, or no connection left); look after the server and the address, then start again.',
  },
  'storage-failing': {
    vi: 'Ổ đĩa chứa {folder} báo lỗi đọc hoặc ghi; hãy sao chép thư mục sang ổ đĩa khác, hoặc khôi phục từ bản sao lưu vào thư mục khác (phieu restore).',
    en: 'The disk of {folder} fails to read or write; copy the folder to another disk, or restore a backup into another one (phieu restore).',
  },
  'folder-of-embedded-database': {
    vi: '{folder} có cơ sở dữ liệu nhúng phieu.sqlite, nhưng DATABASE_URL chọn PostgreSQL. Dữ liệu không tự chuyển sang: hãy bỏ DATABASE_URL để dùng tiếp dữ liệu này, hoặc đặt DATA_DIR là thư mục khác.',
    en: '{folder} holds an embedded database, phieu.sqlite, while DATABASE_URL chooses PostgreSQL. Nothing is carried over: leave DATABASE_URL out to go on with that one, or let DATA_DIR name another folder.',
  },
  'database-password-wrong': {
    vi: 'PostgreSQL từ chối tên hoặc mật khẩu trong DATABASE_URL; hãy kiểm tra hai phần đó và pg_hba.conf của máy chủ.',
    en: "PostgreSQL refuses the name or the password in DATABASE_URL; look at both, and at the server's pg_hba.conf.",
  },
  'database-unknown': {
    vi: 'Máy chủ PostgreSQL không có cơ sở dữ liệu nêu trong DATABASE_URL; hãy tạo nó (CREATE DATABASE … ENCODING UTF8), hoặc sửa tên.',
    en: 'The PostgreSQL server has no database of the name in DATABASE_URL; make it (CREATE DATABASE … ENCODING UTF8), or mend the name.',
  },
  'database-version-unfit': {
    vi: 'Phiên bản máy chủ PostgreSQL không dùng được; cần phiên bản từ 15 đến 18.',
    en: 'This release of the PostgreSQL server cannot be used; 15 to 18 can.',
  },
  'database-without-rights': {
    vi: 'Tài khoản trong DATABASE_URL không có quyền tạo hoặc dùng bảng; hãy cho nó làm chủ cơ sở dữ liệu, hoặc GRANT CREATE, USAGE ON SCHEMA public.',
    en: 'The role in DATABASE_URL may not make or use tables; let it own the database, or GRANT CREATE, USAGE ON SCHEMA public.',
  },
  'database-of-newer-release': {
    vi: 'Cơ sở dữ liệu PostgreSQL đã được một phiên bản mới hơn của chương trình nâng cấp; hãy chạy phiên bản đó, hoặc khôi phục bản sao lưu làm trước khi nâng cấp.',
    en: 'A newer release of this program has brought the PostgreSQL database up to date; run that release, or restore the backup from before the upgrade.',
  },
  'database-not-utf8': {
    vi: 'Cơ sở dữ liệu PostgreSQL không dùng bảng mã UTF8; hãy tạo cơ sở dữ liệu khác (CREATE DATABASE … ENCODING UTF8 TEMPLATE template0).',
    en: 'The encoding of the PostgreSQL database is not UTF8; make another one (CREATE DATABASE … ENCODING UTF8 TEMPLATE template0).',
  },
  'database-read-only': {
    vi: 'Máy chủ PostgreSQL chỉ cho đọc (máy chủ dự phòng, hoặc default_transaction_read_only); hãy đặt DATABASE_URL là máy chủ chính.',
    en: 'The PostgreSQL server takes no changes (a standby, or default_transaction_read_only); let DATABASE_URL name the primary.',
  },
  'database-disk-full': {
    vi: 'Ổ đĩa của máy chủ PostgreSQL đã đầy; hãy giải phóng chỗ rồi chạy lại. Không có gì bị mất.',
    en: 'The disk of the PostgreSQL server is full; make room and start again. Nothing was lost.',
  },
  'database-not-trusted': {
    vi: 'Không thiết lập được kết nối TLS tin cậy tới PostgreSQL: máy chủ không bật TLS, hoặc chứng thư số không đúng tên, hết hạn hay không do nơi cấp trong sslrootcert cấp, hoặc không đọc được tệp chứng thư số; hãy kiểm tra sslmode và sslrootcert trong DATABASE_URL.',
    en: 'No trusted TLS connection to PostgreSQL: the server has TLS switched off, its certificate is of another name, out of date or not issued by what sslrootcert names, or a file of certificates cannot be read; look at sslmode and sslrootcert in DATABASE_URL.',
  },
};

/** What a setting of the service names and cannot be used; `{backups}`, `{secret}`, `{certificate}` and `{key}` are what they name. */
export const settingSentences: Readonly<
  Record<FolderRefusal | PlaceRefusal | SecretFileRefusal | TlsRefusal, LocalText>
> = {
  ...folderSentences,
  'secret-file-unreadable': {
    vi: 'Không đọc được tệp {secret}; hãy đặt PHIEU_SECRET_FILE là tệp mà tài khoản chạy dịch vụ đọc được.',
    en: 'The file {secret} cannot be read; let PHIEU_SECRET_FILE name a file that the user of the service can read.',
  },
  'secret-file-damaged': {
    vi: '{secret} không chứa một bí mật nguyên vẹn: phải là ít nhất 32 byte ngẫu nhiên viết dạng base64url (openssl rand 32 | basenc --base64url). Hãy chép lại tệp này từ bản sao lưu hoặc từ một nút khác.',
    en: '{secret} holds no whole secret: it must be 32 random bytes or more in base64url (openssl rand 32 | basenc --base64url). Put the file back from a backup or from another node.',
  },
  'backup-folder-is-a-file': {
    vi: '{backups} không phải là thư mục, hoặc nằm dưới một tệp; hãy đặt PHIEU_BACKUP_DIR là một thư mục.',
    en: '{backups} is not a folder, or lies below a file; let PHIEU_BACKUP_DIR name a folder.',
  },
  'backup-folder-not-writable': {
    vi: 'Không tạo được hoặc không ghi được thư mục sao lưu {backups}; hãy cho tài khoản chạy dịch vụ quyền ghi, hoặc đặt PHIEU_BACKUP_DIR là thư mục khác.',
    en: 'The folder for backups, {backups}, cannot be made or written; let the user of the service write there, or let PHIEU_BACKUP_DIR name another folder.',
  },
  'tls-certificate-unreadable': {
    vi: 'Không đọc được tệp chứng thư số {certificate}; hãy đặt TLS_CERT là tệp mà tài khoản chạy dịch vụ đọc được.',
    en: 'The certificate {certificate} cannot be read; let TLS_CERT name a file that the user of the service can read.',
  },
  'tls-certificate-invalid': {
    vi: '{certificate} không phải là chứng thư số dạng PEM (trống, hỏng hoặc là tệp khác); hãy đặt TLS_CERT là tệp chứng thư số.',
    en: '{certificate} is no certificate in PEM (empty, damaged or another file); let TLS_CERT name the file of the certificate.',
  },
  'tls-key-unreadable': {
    vi: 'Không đọc được tệp khóa {key}; hãy đặt TLS_KEY là tệp mà tài khoản chạy dịch vụ đọc được.',
    en: 'The key {key} cannot be read; let TLS_KEY name a file that the user of the service can read.',
  },
  'tls-key-invalid': {
    vi: '{key} không phải là khóa riêng dạng PEM không có mật khẩu (trống, hỏng hoặc là tệp khác); hãy đặt TLS_KEY là tệp khóa của chứng thư số.',
    en: "{key} is no private key in PEM without a password (empty, damaged or another file); let TLS_KEY name the file of the certificate's key.",
  },
  'tls-files-apart': {
    vi: 'Khóa {key} không thuộc chứng thư số {certificate}; hãy đặt TLS_CERT và TLS_KEY là hai tệp cùng một cặp.',
    en: 'The key {key} does not belong to the certificate {certificate}; let TLS_CERT and TLS_KEY name two files of one pair.',
  },
  'tls-files-refused': {
    vi: 'Không dùng được chứng thư số {certificate} cùng khóa {key} cho TLS (chuỗi chứng thư số hỏng hoặc khóa quá yếu); hãy xin cấp lại chứng thư số.',
    en: 'The certificate {certificate} with the key {key} is no use for TLS (a damaged chain, or a key too weak); have the certificate issued anew.',
  },
  'tls-authority-unreadable': {
    vi: 'Không đọc được tệp {authority}; hãy đặt TLS_AUTHORITY là tệp mà tài khoản chạy dịch vụ đọc được, hoặc bỏ cài đặt này.',
    en: 'The file {authority} cannot be read; let TLS_AUTHORITY name a file that the user of the service can read, or leave it out.',
  },
  'tls-authority-apart': {
    vi: '{authority} không phải là nơi cấp của chứng thư số {certificate}; hãy đặt TLS_AUTHORITY là tệp đúng, hoặc bỏ cài đặt này.',
    en: '{authority} is not what issued the certificate {certificate}; let TLS_AUTHORITY name the right file, or leave it out.',
  },
};

/** Why no hall can be prepared; `{address}` is what was asked for, `{all}` what this machine has. */
export const hallSentences: Readonly<Record<HallRefusal, LocalText>> = {
  'no-hall-address': {
    vi: 'Máy này chưa có địa chỉ mạng nội bộ (192.168…, 10…, 172.16–31…): hãy nối máy vào bộ phát Wi-Fi của hội trường, hoặc bật điểm phát sóng trên chính máy này, rồi chạy lại. Với địa chỉ khác, kể cả khi ghi ở --address, hãy dùng npm start cùng PUBLIC_URL và chứng thư số của địa chỉ ấy (TLS_CERT, TLS_KEY).',
    en: 'This machine has no address on a private network (192.168…, 10…, 172.16–31…): connect it to the access point of the hall, or let it be one itself, and start again. For any other address, with --address too, use npm start with PUBLIC_URL and a certificate for that address (TLS_CERT, TLS_KEY).',
  },
  'hall-address-not-here': {
    vi: 'Máy này không có địa chỉ {address}; các địa chỉ của máy: {all}. Nếu phiếu đã in với địa chỉ đó, hãy đặt lại địa chỉ ấy cho máy trước khi chạy.',
    en: 'This machine does not have the address {address}; it has: {all}. Where papers were printed with that address, give it back to the machine first.',
  },
  'hall-name-invalid': {
    vi: '{address} không phải là tên máy chủ; ví dụ đúng: phieu.hoitruong.vn',
    en: '{address} is no host name; one would be phieu.hall.example',
  },
  'hall-name-missing': {
    vi: 'Chứng thư số trong TLS_CERT không ghi tên máy chủ nào dùng được; hãy đặt PUBLIC_URL, ví dụ https://phieu.hoitruong.vn:3443',
    en: 'The certificate in TLS_CERT has no name that could be used; set PUBLIC_URL, for example https://phieu.hall.example:3443',
  },
  'hall-hears-itself-only': {
    vi: 'HOST={address} chỉ nhận kết nối từ chính máy này; hãy bỏ HOST để điện thoại vào được.',
    en: 'HOST={address} hears this machine only; leave HOST out so that phones can come in.',
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
