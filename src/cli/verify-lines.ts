import { counted } from '../domain/text/fill-places.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import type {
  CheckDone,
  CheckName,
  DecryptionAssurance,
  RecordStage,
  VerifyReport,
} from '../protocol/verify/verify-report.ts';
import type { Say } from './language.ts';

const checkNames: Readonly<Record<CheckName, LocalText>> = {
  V1: { vi: 'Khuôn dạng tệp', en: 'Form of the file' },
  V2: { vi: 'Chuỗi sự kiện', en: 'Chain of events' },
  V3: { vi: 'Cuộc bỏ phiếu: danh sách, mức, tài liệu', en: 'Election: subjects, levels, documents' },
  V4: { vi: 'Khóa của ban kiểm phiếu', en: 'Keys of the tellers' },
  V5: { vi: 'Danh sách nửa công khai của các tờ phiếu', en: 'List of public credentials' },
  V6: { vi: 'Từng lá phiếu', en: 'Every ballot' },
  V7: { vi: 'Tổng mã hóa tính lại', en: 'Encrypted tally recomputed' },
  V8: { vi: 'Các phần giải mã', en: 'Partial decryptions' },
  V9: { vi: 'Kết quả tính lại', en: 'Result recomputed' },
  V10: { vi: 'Các mã đã công bố', en: 'Published heads and trackers' },
};

const foundNames: Readonly<Record<string, LocalText | undefined>> = {
  bytes: { vi: 'byte', en: 'bytes' },
  files: { vi: 'tệp', en: 'files' },
  events: { vi: 'sự kiện', en: 'events' },
  head: { vi: 'mã cuối chuỗi', en: 'head' },
  uuid: { vi: 'uuid', en: 'uuid' },
  fingerprint: { vi: 'vân tay', en: 'fingerprint' },
  subjects: { vi: 'dòng trên phiếu', en: 'lines on the ballot' },
  trustees: { vi: 'thành viên', en: 'tellers' },
  items: { vi: 'nhóm', en: 'groups' },
  credentials: { vi: 'tờ', en: 'papers' },
  ballots: { vi: 'phiếu trong hòm', en: 'ballots in the box' },
  counted: { vi: 'phiếu được đếm', en: 'ballots counted' },
  decryptions: { vi: 'phần giải mã', en: 'partial decryptions' },
  compared: { vi: 'phần đối chiếu thêm', en: 'compared beyond the threshold' },
  assurance: { vi: 'cơ sở', en: 'resting on' },
};

/** One line for each check that held, V1 to V10, with what it found. */
export function checkLines({ checks }: VerifyReport, say: Say): string[] {
  return checks.map((done) => {
    const verdict = done.applied
      ? say({ vi: 'đạt', en: 'holds' })
      : say({ vi: 'chưa có gì để kiểm', en: 'nothing to check yet' });
    const found = done.applied ? foundText(done, say) : '';
    return `${done.check.padEnd(3)} ${say(checkNames[done.check])}: ${verdict}${found}`;
  });
}

/** Whole in one language and then in the other: word by word nobody could read it. */
function foundText({ found }: CheckDone, say: Say): string {
  const entries = Object.entries(found);
  const inLanguage = (language: keyof LocalText) =>
    entries
      .map(([name, value]) => {
        const label = foundNames[name]?.[language] ?? name;
        return typeof value === 'number' ? `${value} ${label}` : `${label} ${value}`;
      })
      .join('; ');
  return entries.length === 0 ? '' : ` (${say({ vi: inLanguage('vi'), en: inLanguage('en') })})`;
}

/** The first thing that was wrong. */
export function failureLine({ failure }: VerifyReport, say: Say): string {
  if (failure === undefined) return say({ vi: 'KHÔNG ĐẠT', en: 'FAILED' });
  const { check, reason, where } = failure;
  const at = where === undefined ? '' : `, ${where}`;
  return `${say({ vi: 'KHÔNG ĐẠT', en: 'FAILED' })}: ${check} ${say(checkNames[check])}: ${reason}${at}`;
}

export function totalLines({ totals, numbers }: VerifyReport, say: Say): string[] {
  if (totals === undefined) return [];
  const unmarked = say({ vi: 'không hợp lệ', en: 'without a valid mark' });
  return [
    say({
      vi: `Kết quả trên ${numbers?.counted ?? 0} phiếu được đếm:`,
      en: `Totals over ${counted(numbers?.counted ?? 0, 'ballot')} counted:`,
    }),
    ...totals.map(({ subject, levels, unmarked: missing }, index) => {
      const counts = levels.map(({ level, count }) => `${level} ${count}`).join(' · ');
      return `  ${String(index + 1).padStart(2)}. ${subject}: ${counts} · ${unmarked} ${missing}`;
    }),
  ];
}

/** What people compare with the projector, the minutes and each other. */
export function fingerprintLines({ fingerprints, head }: VerifyReport, say: Say): string[] {
  if (fingerprints === undefined) return [];
  const { election, credentials, trustees, encryptedTally } = fingerprints;
  const line = (text: LocalText, value: string) => `${say(text)}: ${value}`;
  return [
    line({ vi: 'Vân tay hồ sơ', en: 'Election fingerprint' }, election),
    line({ vi: 'Vân tay danh sách tờ phiếu', en: 'Fingerprint of the papers' }, credentials),
    ...trustees.map(({ owner, key }) =>
      line({ vi: `Vân tay khóa của thành viên ${owner}`, en: `Fingerprint of teller ${owner}` }, key),
    ),
    ...(encryptedTally === undefined
      ? []
      : [line({ vi: 'Vân tay tổng mã hóa', en: 'Fingerprint of the encrypted tally' }, encryptedTally)]),
    ...(head === undefined ? [] : [line({ vi: 'Mã cuối chuỗi', en: 'Head' }, `${head.hash} (${head.height})`)]),
  ];
}

const stages: Readonly<Record<RecordStage, LocalText>> = {
  setup: { vi: 'chưa có phiếu', en: 'no ballot yet' },
  open: { vi: 'đang bỏ phiếu', en: 'ballots are being cast' },
  closed: { vi: 'đã đóng hòm, chưa có tổng mã hóa', en: 'closed, not yet tallied' },
  tallied: { vi: 'đã có tổng mã hóa, chưa mở kết quả', en: 'tallied, the totals not yet opened' },
  result: { vi: 'đã có kết quả', en: 'complete, with its result' },
};

export function stageLine({ stage }: VerifyReport, say: Say): string {
  const { vi, en } = stages[stage ?? 'setup'];
  return say({ vi: `Giai đoạn của hồ sơ: ${vi}`, en: `Stage of the record: ${en}` });
}

const assurances: Readonly<Record<DecryptionAssurance, LocalText>> = {
  'supplementary-proofs': {
    vi: 'Mọi phần giải mã đều có chứng minh bổ sung.',
    en: 'Every partial decryption is proven by the supplement.',
  },
  redundancy: {
    vi: 'Không có phụ lục: việc giải mã đúng chỉ dựa vào đối chiếu giữa các phần thừa; một thành viên cùng người bỏ phiếu cuối không thể làm lệch mà không bị thấy, nhiều thành viên thông đồng thì có thể. Phiếu không dùng và phiếu hủy chưa được kiểm.',
    en: 'Without the supplement correct decryption rests on the redundancy check alone: shares beyond the threshold agree, so that one cheating teller would show, several together might not. Unused and void papers are not checked.',
  },
  nothing: {
    vi: 'Không có phụ lục và không có phần giải mã thừa: một thành viên cùng người bỏ phiếu cuối có thể đã làm lệch một con số mà không ai thấy. Phiếu không dùng và phiếu hủy chưa được kiểm.',
    en: 'Without the supplement, and with no share beyond the threshold for the redundancy check, a teller together with the last voter could have shifted a count unseen. Unused and void papers are not checked.',
  },
};

/** What stands behind the decryptions (PROTOCOL §9). */
export function assuranceLine({ assurance }: VerifyReport, say: Say): string {
  return say(assurances[assurance ?? 'nothing']);
}
