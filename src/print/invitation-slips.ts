import type { PrintLanguage } from './document-head.ts';
import { A4, mm } from './document-layout.ts';
import type { Fonts } from './fonts.ts';
import {
  type Area,
  closePages,
  drawLine,
  drawText,
  openPages,
  type Pages,
  type TextStyle,
  textHeight,
} from './pages.ts';
import { drawQr, qrCode, qrSide } from './qr-code.ts';

/** One person's one-time link on paper. */
export interface InvitationSlip {
  readonly kind: 'invitation' | 'recovery';
  readonly name: string;
  readonly position: string | null;
  /** What it makes its holder in the committee, for example "Văn phòng"; null for an account alone. */
  readonly duty: string | null;
  /** With the link's secret in its fragment. */
  readonly link: string;
  /** Until when it can be used, as people write it: time and day. */
  readonly until: string;
}

export interface InvitationSlipsData {
  readonly language: PrintLanguage;
  readonly createdAt: Date;
  /** Null for an account that belongs to no committee. */
  readonly committeeName: string | null;
  readonly slips: readonly InvitationSlip[];
}

const wording = {
  vi: {
    invitation: 'GIẤY MỜI TẠO TÀI KHOẢN',
    recovery: 'GIẤY CẤP LẠI TÀI KHOẢN',
    addressee: 'Đồng chí',
    duty: 'Nhiệm vụ được giao',
    dutyUse:
      'Quét mã bằng điện thoại, hoặc gõ địa chỉ dưới đây, để nhận nhiệm vụ: chọn tên đăng nhập và mật khẩu, hoặc dùng mật khẩu của tài khoản đã có.',
    invitationUse: 'Quét mã bằng điện thoại, hoặc gõ địa chỉ dưới đây, để chọn tên đăng nhập và mật khẩu.',
    recoveryUse: 'Quét mã bằng điện thoại, hoặc gõ địa chỉ dưới đây, để đặt mật khẩu mới.',
    rule: (until: string) => `Dùng một lần, trước ${until}. Không đưa cho người khác; dùng xong thì hủy giấy này.`,
  },
  en: {
    invitation: 'INVITATION TO MAKE AN ACCOUNT',
    recovery: 'RECOVERY OF AN ACCOUNT',
    addressee: 'For',
    duty: 'Duty given',
    dutyUse:
      'Scan the code with a phone, or type the address below, to take the duty: choose user name and password, or give the password of the account you have.',
    invitationUse: 'Scan the code with a phone, or type the address below, to choose user name and password.',
    recoveryUse: 'Scan the code with a phone, or type the address below, to set a new password.',
    rule: (until: string) => `Good once, until ${until}. Give it to nobody else, and destroy it after use.`,
  },
} as const;

const ROWS = 5;
const HEIGHT = A4.height / ROWS;
const SIDE = mm(13);
const PAD = 12;
const CUT = { width: 0.7, dash: 4, colour: '#555555' } as const;
/** Parts of the usual size, tried in order where names are long: a slip never reaches into the next. */
const SCALES = [1, 0.92, 0.84, 0.76, 0.68, 0.6] as const;

interface Line {
  readonly text: string;
  readonly style: TextStyle;
  readonly before: number;
}

function linesOf({ language, committeeName }: InvitationSlipsData, slip: InvitationSlip, scale: number): Line[] {
  const words = wording[language];
  const line = (text: string, size: number, face: TextStyle['face'], before: number): Line => ({
    text,
    style: { size: size * scale, face: face ?? 'regular' },
    before: before * scale,
  });
  const isRecovery = slip.kind === 'recovery';
  const use = slip.duty === null ? words.invitationUse : words.dutyUse;
  return [
    line(committeeName ?? '', 10.5, 'regular', 0),
    line(isRecovery ? words.recovery : words.invitation, 12, 'bold', 1),
    line(`${words.addressee}: ${slip.name}`, 14, 'bold', 6),
    line(slip.position ?? '', 11, 'italic', 0),
    line(slip.duty === null ? '' : `${words.duty}: ${slip.duty}`, 12, 'bold', 2),
    line(isRecovery ? words.recoveryUse : use, 11, 'regular', 6),
    line(slip.link, 9.5, 'bold', 2),
    line(words.rule(slip.until), 10.5, 'regular', 3),
  ].filter(({ text }) => text !== '');
}

function heightOf(pages: Pages, lines: readonly Line[], width: number): number {
  return lines.reduce((sum, { text, style, before }) => sum + before + textHeight(pages, text, width, style), 0);
}

function drawSlip(pages: Pages, data: InvitationSlipsData, slip: InvitationSlip, top: number): void {
  const code = qrCode(slip.link);
  const side = qrSide(code);
  // The quiet zone may lie in the margin: it is white too.
  const left = SIDE - 8;
  drawQr(pages, code, left, top + (HEIGHT - side) / 2);
  const x = left + side + 4;
  const width = A4.width - SIDE - x;
  const room = HEIGHT - 2 * PAD;
  const sized = SCALES.map((scale) => linesOf(data, slip, scale));
  const lines = sized.find((some) => heightOf(pages, some, width) <= room) ?? sized.at(-1) ?? [];
  let y = top + Math.max(PAD, (HEIGHT - heightOf(pages, lines, width)) / 2);
  for (const { text, style, before } of lines) {
    const area: Area = { x, y: y + before, width };
    y = drawText(pages, text, area, style);
  }
}

/** Slips with one-time links, five to an A4 page with lines to cut along, to be handed over one by one. */
export function invitationSlips(data: InvitationSlipsData, fonts: Fonts): Promise<Uint8Array> {
  const { language, createdAt, committeeName, slips } = data;
  const title = wording[language][slips[0]?.kind ?? 'invitation'];
  const pages = openPages(fonts, { title, author: committeeName ?? title, language, createdAt });
  for (const [index, slip] of slips.entries()) {
    const row = index % ROWS;
    if (row === 0) pages.addPage();
    drawSlip(pages, data, slip, row * HEIGHT);
    if (row < ROWS - 1) drawLine(pages, [0, (row + 1) * HEIGHT], [A4.width, (row + 1) * HEIGHT], CUT);
  }
  return closePages(pages);
}
