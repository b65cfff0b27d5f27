import type { LocalText } from '../../../domain/text/local-text.ts';

/** What is said of a sheet that is no ballot. */
export const testSheetSentences = {
  previewSheet: { vi: 'Xem trước phiếu (PDF)', en: 'Look at the ballot sheet (PDF)' },
  testPrint: { vi: 'In thử một tờ', en: 'Make one test print' },
  testSheetHow: {
    vi: 'Một tờ đúng như phiếu sẽ in, có chữ “IN THỬ – KHÔNG PHẢI PHIẾU”: mã trên tờ này chỉ để thử điện thoại, không bỏ phiếu được.',
    en: 'One sheet as ballots will be printed, marked “TEST PRINT – NO BALLOT”: its code only tests a phone and casts nothing.',
  },
} as const satisfies Record<string, LocalText>;
