import type { PrintLanguage } from './document-head.ts';
import type { CancelledStage, UnopenableMinutesData } from './minutes-data.ts';

/** The words of the minutes that no ballot form fixes. */
export interface MinutesWording {
  readonly parts: {
    readonly meeting: string;
    readonly ballots: string;
    readonly result: string;
    readonly remarks: string;
    readonly record: string;
  };
  readonly time: (start: string, end: string) => string;
  readonly at: (time: string, day: string) => string;
  readonly venue: (text: string) => string;
  readonly conference: (text: string) => string;
  readonly citation: (text: string) => string;
  readonly convenedBy: (text: string) => string;
  readonly chair: (text: string) => string;
  readonly tellers: (count: number) => string;
  readonly attendance: { readonly summoned: string; readonly present: string; readonly absent: string };
  readonly ballots: {
    readonly issued: string;
    readonly collected: string;
    readonly valid: string;
    readonly invalid: string;
  };
  readonly ledgerTitle: string;
  readonly ledger: {
    readonly printed: string;
    readonly handedOut: string;
    readonly unused: string;
    readonly void: string;
    readonly onPhones: string;
    readonly notReturned: string;
  };
  readonly invalidReasons: string;
  readonly base: (label: string, value: number) => string;
  readonly number: string;
  readonly ballotColumns: string;
  readonly columns: {
    readonly issued: string;
    readonly collected: string;
    readonly valid: string;
    readonly invalid: string;
  };
  readonly tiers: string;
  readonly tier: (tier: number) => string;
  readonly ballotsUnit: string;
  readonly none: string;
  readonly missing: (names: string) => string;
  readonly record: {
    readonly uuid: string;
    readonly fingerprint: string;
    readonly head: string;
    readonly height: string;
    readonly supplement: string;
  };
  /** What only the minutes of a cancelled session say. */
  readonly cancelled: {
    readonly part: string;
    readonly remarksPart: string;
    readonly recordPart: string;
    readonly when: (at: string, stage: CancelledStage) => string;
    readonly reason: (text: string) => string;
    readonly decidedBy: (names: string) => string;
    readonly noTotals: string;
    readonly inBox: string;
  };
  /** What only the minutes of a session say whose box cannot be opened. */
  readonly unopenable: {
    readonly part: string;
    readonly handPart: string;
    readonly remarksPart: string;
    readonly recordPart: string;
    readonly when: (at: string) => string;
    readonly keys: (keys: UnopenableMinutesData['keys']) => string;
    readonly reason: (text: string) => string;
    readonly decidedBy: (names: string) => string;
    readonly sheets: string;
    readonly phones: string;
    readonly phonesNotOpened: (phones: number) => string;
    readonly handCount: (sheets: number) => string;
    readonly noSheets: string;
  };
  readonly closing: (at: string) => string;
  readonly signTellers: string;
  readonly signChair: string;
  readonly signHint: string;
  readonly recipients: string;
}

const stages: Readonly<Record<PrintLanguage, Readonly<Record<CancelledStage, string>>>> = {
  vi: { open: 'khi đang bỏ phiếu', counting: 'khi đang kiểm phiếu', closed: 'sau khi đóng hòm phiếu' },
  en: { open: 'while voting was open', counting: 'during the count', closed: 'after the box had been closed' },
};

const vi: MinutesWording = {
  parts: {
    meeting: 'I. Thời gian, địa điểm, thành phần',
    ballots: 'II. Số phiếu',
    result: 'III. Kết quả kiểm phiếu',
    remarks: 'IV. Những việc ghi nhận thêm',
    record: 'V. Hồ sơ điện tử của hòm phiếu',
  },
  time: (start, end) => `1. Thời gian: bắt đầu ${start}; kết thúc ${end}.`,
  at: (time, day) => `lúc ${time.replace(':', ' giờ ')}, ${day}`,
  venue: (text) => `2. Địa điểm: ${text}.`,
  conference: (text) => `3. Cuộc họp: ${text}.`,
  citation: (text) => `4. Căn cứ: ${text}.`,
  convenedBy: (text) => `5. Cơ quan, người triệu tập: ${text}.`,
  chair: (text) => `6. Chủ trì hội nghị: ${text}.`,
  tellers: (count) => `7. Ban kiểm phiếu gồm ${count} đồng chí:`,
  attendance: { summoned: 'Số được triệu tập', present: 'Số có mặt', absent: 'Số vắng mặt' },
  ballots: {
    issued: 'Số phiếu phát ra',
    collected: 'Số phiếu thu về',
    valid: 'Số phiếu hợp lệ',
    invalid: 'Số phiếu không hợp lệ',
  },
  ledgerTitle: 'Sổ giao nhận phiếu:',
  ledger: {
    printed: 'Phiếu in',
    handedOut: 'Phiếu in đã phát',
    unused: 'Phiếu in chưa dùng',
    void: 'Phiếu in đã hủy',
    onPhones: 'Phiếu nhận trên điện thoại',
    notReturned: 'Phiếu không thu về',
  },
  invalidReasons: 'Lý do phiếu không hợp lệ:',
  base: (label, value) => `${label}: ${value}. Trong mỗi ô: số phiếu / ${value} và tỷ lệ phần trăm.`,
  number: 'TT',
  ballotColumns: 'Số phiếu',
  columns: { issued: 'Phát ra', collected: 'Thu về', valid: 'Hợp lệ', invalid: 'Không hợp lệ' },
  tiers: 'Trường hợp phải xem xét theo quy định:',
  tier: (tier) => `mức ${tier}`,
  ballotsUnit: 'phiếu',
  none: 'Không có.',
  missing: (names) => `Thành viên ban kiểm phiếu vắng mặt khi mở kết quả: ${names}.`,
  record: {
    uuid: 'Mã hồ sơ',
    fingerprint: 'Vân tay hồ sơ',
    head: 'Mã cuối chuỗi',
    height: 'Sự kiện cuối, số thứ tự',
    supplement: 'Mã băm phụ lục hồ sơ',
  },
  cancelled: {
    part: 'II. Hủy đợt lấy phiếu',
    remarksPart: 'III. Những việc ghi nhận thêm',
    recordPart: 'IV. Hồ sơ điện tử của hòm phiếu',
    when: (at, stage) => `1. Đợt lấy phiếu bị hủy ${at}, ${stages.vi[stage]}.`,
    reason: (text) => `2. Lý do: ${text}.`,
    decidedBy: (names) => `3. Cùng quyết định và ký: ${names}.`,
    noTotals: 'Tổng số không được mở; không ai biết kết quả của các phiếu trong hòm.',
    inBox: 'Số phiếu đã có trong hòm',
  },
  unopenable: {
    part: 'II. Hòm phiếu không mở được',
    handPart: 'III. Phiếu giấy, kiểm riêng bằng tay',
    remarksPart: 'IV. Những việc ghi nhận thêm',
    recordPart: 'V. Hồ sơ điện tử của hòm phiếu',
    when: (at) => `1. Hòm phiếu đã đóng; ban kiểm phiếu và chủ trì kết luận không mở được ${at}.`,
    keys: ({ surviving, threshold, tellers, read }) =>
      `2. Thẻ khóa: còn đọc được ${surviving} trên ${tellers} thẻ; phải có ít nhất ${threshold} thẻ mới mở được. Trong lúc bỏ phiếu đã đọc lại được ${read} thẻ.`,
    reason: (text) => `3. Lý do: ${text}.`,
    decidedBy: (names) => `4. Cùng quyết định và ký: ${names}.`,
    sheets: 'Trong đó phiếu giấy',
    phones: 'Trong đó bằng điện thoại',
    phonesNotOpened: (phones) =>
      `Phiếu bỏ bằng điện thoại (${phones}): không mở được. Các phiếu này không phải phiếu không hợp lệ và không tính vào kết quả nào; không ai biết nội dung.`,
    handCount: (sheets) =>
      `Ban kiểm phiếu kiểm bằng tay ${sheets} tờ phiếu giấy lấy từ hòm và ghi số phiếu vào bảng dưới đây. Số này chỉ của phiếu giấy, không phải kết quả của hội nghị.`,
    noSheets: 'Không có phiếu giấy trong hòm.',
  },
  closing: (at) =>
    `Biên bản lập xong ${at}. Các thành viên ban kiểm phiếu và chủ trì hội nghị đã đọc lại, công nhận đúng và cùng ký tên.`,
  signTellers: 'BAN KIỂM PHIẾU',
  signChair: 'CHỦ TRÌ HỘI NGHỊ',
  signHint: '(Ký, ghi rõ họ tên)',
  recipients: 'Nơi nhận:',
};

const en: MinutesWording = {
  parts: {
    meeting: 'I. Time, place, participants',
    ballots: 'II. Ballots',
    result: 'III. Result of the count',
    remarks: 'IV. Further remarks',
    record: 'V. Electronic record of the box',
  },
  time: (start, end) => `1. Time: began ${start}; ended ${end}.`,
  at: (time, day) => `at ${time}, ${day}`,
  venue: (text) => `2. Place: ${text}.`,
  conference: (text) => `3. Meeting: ${text}.`,
  citation: (text) => `4. Rules: ${text}.`,
  convenedBy: (text) => `5. Convened by: ${text}.`,
  chair: (text) => `6. Chair of the conference: ${text}.`,
  tellers: (count) => `7. The tellers, ${count} in number:`,
  attendance: { summoned: 'Summoned', present: 'Present', absent: 'Absent' },
  ballots: { issued: 'Issued', collected: 'Collected', valid: 'Valid', invalid: 'Invalid' },
  ledgerTitle: 'Ledger of papers:',
  ledger: {
    printed: 'Printed',
    handedOut: 'Printed, handed out',
    unused: 'Printed, unused',
    void: 'Printed, void',
    onPhones: 'Received on phones',
    notReturned: 'Not returned',
  },
  invalidReasons: 'Why ballots were invalid:',
  base: (label, value) => `${label}: ${value}. Each cell: ballots / ${value} and the percentage.`,
  number: 'No.',
  ballotColumns: 'Ballots',
  columns: { issued: 'Issued', collected: 'Collected', valid: 'Valid', invalid: 'Invalid' },
  tiers: 'Cases with a consequence under the rules:',
  tier: (tier) => `tier ${tier}`,
  ballotsUnit: 'ballots',
  none: 'None.',
  missing: (names) => `Tellers missing when the totals were opened: ${names}.`,
  record: {
    uuid: 'Record',
    fingerprint: 'Fingerprint',
    head: 'Head of the chain',
    height: 'Last event, number',
    supplement: 'Hash of the supplement',
  },
  cancelled: {
    part: 'II. Cancelling of the session',
    remarksPart: 'III. Further remarks',
    recordPart: 'IV. Electronic record of the box',
    when: (at, stage) => `1. The session was cancelled ${at}, ${stages.en[stage]}.`,
    reason: (text) => `2. Reason: ${text}.`,
    decidedBy: (names) => `3. Decided and signed by: ${names}.`,
    noTotals: 'The totals were not opened; nobody knows what the ballots in the box come to.',
    inBox: 'Ballots in the box',
  },
  unopenable: {
    part: 'II. The box cannot be opened',
    handPart: 'III. Sheets, counted by hand apart',
    remarksPart: 'IV. Further remarks',
    recordPart: 'V. Electronic record of the box',
    when: (at) => `1. The box was closed; tellers and chair found ${at} that it cannot be opened.`,
    keys: ({ surviving, threshold, tellers, read }) =>
      `2. Key cards: ${surviving} of ${tellers} can be read; it takes at least ${threshold} to open the box. While the box was open ${read} were read again.`,
    reason: (text) => `3. Reason: ${text}.`,
    decidedBy: (names) => `4. Decided and signed by: ${names}.`,
    sheets: 'Of these, sheets',
    phones: 'Of these, by phone',
    phonesNotOpened: (phones) =>
      `Ballots cast by phone (${phones}): not opened. They are not invalid and count towards no result; nobody knows what they say.`,
    handCount: (sheets) =>
      `The tellers count the ${sheets} sheets from the box by hand and write the numbers into this table. They are of the sheets only and are not the result of the conference.`,
    noSheets: 'There was no sheet in the box.',
  },
  closing: (at) => `Closed ${at}. The tellers and the chair have read these minutes, found them correct and sign them.`,
  signTellers: 'TELLERS',
  signChair: 'CHAIR OF THE CONFERENCE',
  signHint: '(signature, full name)',
  recipients: 'Recipients:',
};

/** The words of the minutes, by language. */
export const minutesWording: Readonly<Record<PrintLanguage, MinutesWording>> = { vi, en };
