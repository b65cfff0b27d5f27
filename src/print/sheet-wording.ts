import type { PapersData } from './ballot-sheets-data.ts';
import type { PrintLanguage } from './document-head.ts';

/** Sentences on sheets and slips that are the same for every ballot form. */
export interface SheetWording {
  readonly instructionsTitle: string;
  /** How a sheet and its phone ballot go together; follows the form's own rules for marking. */
  readonly paperAndPhone: readonly string[];
  readonly scan: string;
  readonly credential: string;
  readonly keepSecret: string;
  readonly number: string;
  readonly paper: string;
  readonly page: (page: number, pages: number) => string;
  /** At the foot of a front that has a back, and of a back that has another sheet behind it. */
  readonly turnOver: string;
  readonly nextSheet: string;
  readonly stub: string;
  readonly stubUse: string;
  readonly tearHere: string;
  readonly slipUse: string;
  /** Across a sheet that is no ballot. */
  readonly testMark: readonly [string, string];
}

/** The printed sentences, by language. */
export const sheetWording: Readonly<Record<PrintLanguage, SheetWording>> = {
  vi: {
    instructionsTitle: 'Cách ghi phiếu',
    paperAndPhone: [
      'Bỏ phiếu trên điện thoại (quét mã QR bên cạnh), hoặc đánh dấu vào phiếu này và bỏ vào hòm phiếu.',
      'Phiếu giấy bỏ vào hòm thay cho phiếu đã gửi bằng điện thoại của chính tờ phiếu này.',
    ],
    scan: 'Quét để bỏ phiếu trên điện thoại',
    credential: 'Mã phiếu (khi mã QR bị rách)',
    keepSecret: 'Giữ kín mã này, không để ai chụp.',
    number: 'TT',
    paper: 'Phiếu số',
    page: (page, pages) => `Trang ${page}/${pages}`,
    turnOver: 'Phiếu in hai mặt, xem tiếp mặt sau',
    nextSheet: 'Phiếu còn tiếp ở tờ sau',
    stub: 'CUỐNG PHIẾU',
    stubUse: 'Xé, giữ lại cuống này để đổi phiếu khi phiếu hỏng hoặc mất.',
    tearHere: 'Xé theo đường này',
    slipUse: 'Quét mã bằng điện thoại để đọc hồ sơ và bỏ phiếu.',
    testMark: ['IN THỬ', 'KHÔNG PHẢI PHIẾU'],
  },
  en: {
    instructionsTitle: 'How to mark this paper',
    paperAndPhone: [
      'Vote on a phone (scan the QR code beside), or mark this paper and drop it into the box.',
      'A sheet from the box replaces the ballot that was sent from a phone with this same paper.',
    ],
    scan: 'Scan to vote on a phone',
    credential: 'Credential (if the QR code is torn)',
    keepSecret: 'Let nobody see or photograph the code.',
    number: 'No.',
    paper: 'Paper',
    page: (page, pages) => `Page ${page}/${pages}`,
    turnOver: 'Printed on both sides: continued overleaf',
    nextSheet: 'Continued on the next sheet',
    stub: 'STUB',
    stubUse: 'Tear off and keep this stub. With it the tellers’ desk replaces a spoiled or lost paper.',
    tearHere: 'Tear along this line',
    slipUse: 'Scan with a phone to read the dossiers and to vote.',
    testMark: ['TEST PRINT', 'NO BALLOT'],
  },
};

/** What a sheet says where phones do not vote. */
const deskOnly: Readonly<Record<PrintLanguage, Pick<SheetWording, 'paperAndPhone' | 'scan'>>> = {
  vi: { paperAndPhone: ['Đánh dấu vào phiếu này và bỏ vào hòm phiếu.'], scan: 'Mã dành cho ban kiểm phiếu' },
  en: { paperAndPhone: ['Mark this paper and drop it into the box.'], scan: 'For the tellers’ desk' },
};

/** The code of a test print casts nothing. */
const testScan = { vi: 'Quét để thử điện thoại', en: 'Scan to test a phone' } as const;

export function sheetWordingOf({
  language,
  phonesVote,
  isTest,
}: Pick<PapersData, 'language' | 'phonesVote' | 'isTest'>): SheetWording {
  if (!phonesVote) return { ...sheetWording[language], ...deskOnly[language] };
  return isTest ? { ...sheetWording[language], scan: testScan[language] } : sheetWording[language];
}
