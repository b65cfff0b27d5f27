import type { LocalText } from '../../domain/text/local-text.ts';
import { withoutDiacritics } from '../../domain/text/search-key.ts';

/** What a file is, as people call it: every file that somebody can take away has its kind here. */
export const fileKinds = {
  minutes: { vi: 'Biên bản kiểm phiếu', en: 'Minutes' },
  signedMinutes: { vi: 'Biên bản đã ký', en: 'Signed minutes' },
  cancellationMinutes: { vi: 'Biên bản hủy đợt lấy phiếu', en: 'Minutes of cancellation' },
  unopenableMinutes: { vi: 'Biên bản không mở được hòm phiếu', en: 'Minutes of a box not opened' },
  extract: { vi: 'Trích biên bản', en: 'Extract' },
  result: { vi: 'Kết quả lấy phiếu', en: 'Result' },
  rollUp: { vi: 'Tổng hợp kết quả', en: 'Results from below' },
  board: { vi: 'Tiến độ kế hoạch', en: 'Plan progress' },
  targets: { vi: 'Chỉ tiêu', en: 'Targets' },
  committees: { vi: 'Cấp ủy', en: 'Committees' },
  seats: { vi: 'Cấp ủy viên', en: 'Committee members' },
  auditLog: { vi: 'Nhật ký', en: 'Log' },
  administrationLog: { vi: 'Nhật ký quản trị', en: 'Administration log' },
  dossier: { vi: 'Tài liệu', en: 'Dossier' },
  halfTermReview: { vi: 'Báo cáo sơ kết giữa nhiệm kỳ', en: 'Half-term report' },
  halfTermSelfReview: { vi: 'Báo cáo kiểm điểm giữa nhiệm kỳ', en: 'Half-term self-review' },
  halfTermInspection: { vi: 'Báo cáo kiểm tra, giám sát giữa nhiệm kỳ', en: 'Half-term inspection report' },
  yearReview: { vi: 'Báo cáo tổng kết năm', en: 'Report of the year' },
  yearSelfReview: { vi: 'Báo cáo kiểm điểm năm', en: 'Self-review of the year' },
  yearInspection: { vi: 'Báo cáo kiểm tra, giám sát năm', en: 'Inspection report of the year' },
  decision: { vi: 'Quyết định lấy phiếu', en: 'Decision' },
  summons: { vi: 'Giấy triệu tập', en: 'Summons' },
  subjects: { vi: 'Danh sách lấy phiếu', en: 'List of subjects' },
  roll: { vi: 'Danh sách ký nhận phiếu', en: 'Roll to sign' },
  receipt: { vi: 'Giấy giao nhận phiếu', en: 'Receipt of papers' },
  provinceTemplate: { vi: 'Mẫu cấp ủy và cấp ủy viên', en: 'Template committees and seats' },
  rosterTemplate: { vi: 'Mẫu danh sách cấp ủy viên', en: 'Template committee roster' },
  delegatesTemplate: { vi: 'Mẫu danh sách đại biểu', en: 'Template delegates' },
  participantsTemplate: { vi: 'Mẫu người được triệu tập', en: 'Template participants' },
  targetsTemplate: { vi: 'Mẫu chỉ tiêu', en: 'Template targets' },
} as const satisfies Record<string, LocalText>;

/** The kinds of those that pages make: apart, since pages carry nothing of the others. */
export const pageFileKinds = {
  ballotSheets: { vi: 'Tờ phiếu', en: 'Ballot sheets' },
  testSheet: { vi: 'Phiếu in thử', en: 'Test sheet' },
  invitations: { vi: 'Giấy mời', en: 'Invitations' },
  tracker: { vi: 'Mã tra cứu', en: 'Tracker' },
} as const satisfies Record<string, LocalText>;

interface FileToName {
  readonly kind: LocalText;
  /** In which the file is written; Vietnamese, as all official papers, when left out. */
  readonly language?: keyof LocalText;
  /** Of whom or what it is within its kind: the subject of an extract, the title of a dossier. */
  readonly about?: string;
  readonly committee?: string | null;
  /** Of the conference, or on which the file was made; ISO. */
  readonly day?: string;
  /** Without its point. */
  readonly ending: string;
}

/** In characters; a whole name has 200 at most, which every file system takes. */
const longestPart = 60;

/**
 * What a file is called where people keep it: `bien-ban-kiem-phieu-xa-chau-thanh-2026-11-30.pdf`. Small letters of
 * ASCII, digits and hyphens only, which mail, sticks and old archives carry unharmed, and which cannot be a path.
 */
export function fileName({ kind, language = 'vi', about, committee, day, ending }: FileToName): string {
  const parts = [kind[language], about ?? '', shortCommittee(committee ?? ''), day ?? ''];
  const words = parts.map(inAscii).filter((part) => part !== '');
  return `${words.join('-')}.${ending}`;
}

/** The place says which committee it is: "Ban Chấp hành Đảng bộ xã Châu Thành" is "xã Châu Thành". */
function shortCommittee(name: string): string {
  return withoutDiacritics(name).replace(/^(ban chap hanh )?(dang bo|dang uy) (?=.)/, '');
}

/** Cut between words where it is too long, or within the first. */
// No replaceAll: phones of voters name files too, and the oldest of them have none.
function inAscii(text: string): string {
  const whole = withoutDiacritics(text).replace(/ /g, '-');
  if (whole.length <= longestPart) return whole;
  const cut = whole.slice(0, longestPart + 1);
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : whole.slice(0, longestPart);
}
