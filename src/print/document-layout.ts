/** Points per millimetre: PDF measures in points of 1/72 inch. */
const POINTS_PER_MM = 72 / 25.4;

/** Millimetres as points. */
export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

/** A4, in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** How an official document is set: margins in millimetres, type sizes in points. */
export interface DocumentLayout {
  readonly source: string;
  readonly marginsMm: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** The lines at the top right: the Party's name, or the country's name and motto. */
  readonly top: readonly { readonly vi: string; readonly en: string; readonly size: number }[];
  /** What stands under the issuing body: the Party's star, or a short rule. */
  readonly underIssuer: 'star' | 'rule';
  readonly sizes: {
    readonly superior: number;
    readonly issuer: number;
    readonly number: number;
    readonly placeDate: number;
    readonly kind: number;
    readonly abstract: number;
    readonly body: number;
    readonly signature: number;
    readonly recipientsTitle: number;
    readonly recipients: number;
  };
  /** How the number of a document begins. */
  readonly numberPrefix: { readonly vi: string; readonly en: string };
  /** A number that the office's register will give: room for it and for the issuer's abbreviation. */
  readonly blankNumber: (symbol: string) => string;
  /** Before the body in whose name somebody signs. */
  readonly onBehalf: string;
  /** How the signatory's position is set below it. */
  readonly roleFace: 'regular' | 'bold';
  /** How "Nơi nhận" is set. */
  readonly recipientsTitle: { readonly face: 'regular' | 'boldItalic'; readonly underlined: boolean };
}

/** The two layouts in use; a ballot form names one. Rules change: these are values, read nowhere but here. */
export const documentLayouts = {
  party: {
    source: '36-HD/VPTW, 2018',
    marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
    top: [{ vi: 'ĐẢNG CỘNG SẢN VIỆT NAM', en: 'COMMUNIST PARTY OF VIETNAM', size: 15 }],
    underIssuer: 'star',
    sizes: {
      superior: 14,
      issuer: 14,
      number: 14,
      placeDate: 14,
      kind: 16,
      abstract: 15,
      body: 14,
      signature: 14,
      recipientsTitle: 14,
      recipients: 12,
    },
    numberPrefix: { vi: 'Số', en: 'No.' },
    blankNumber: (symbol) => `……-${symbol}/……`,
    onBehalf: 'T/M',
    roleFace: 'regular',
    recipientsTitle: { face: 'regular', underlined: true },
  },
  state: {
    source: 'Decree 30/2020/NĐ-CP',
    marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
    top: [
      { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM', size: 12.5 },
      { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness', size: 13.5 },
    ],
    underIssuer: 'rule',
    sizes: {
      superior: 12.5,
      issuer: 12.5,
      number: 13,
      placeDate: 13.5,
      kind: 14,
      abstract: 14,
      body: 14,
      signature: 13.5,
      recipientsTitle: 12,
      recipients: 11,
    },
    numberPrefix: { vi: 'Số:', en: 'No:' },
    blankNumber: (symbol) => `……/${symbol}-……`,
    onBehalf: 'TM.',
    roleFace: 'bold',
    recipientsTitle: { face: 'boldItalic', underlined: false },
  },
} as const satisfies Record<string, DocumentLayout>;

/** Names a layout: `party` (Party documents) or `state` (elected bodies). */
export type LayoutName = keyof typeof documentLayouts;
